import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe } from 'vitest'
import { pgliteStore } from './pglite.ts'
import { storeCase } from './store.case.ts'

describe('the store on the embedded database', () => {
  const directory = mkdtempSync(join(tmpdir(), 'parley-test-'))
  storeCase(() => pgliteStore(join(directory, 'database')))
  afterAll(() => rmSync(directory, { recursive: true }))
})
