import { describe } from 'vitest'
import { pgliteStore } from './pglite.ts'
import { storeCase } from './store.case.ts'

describe('the store on the embedded database', () => storeCase(() => pgliteStore(null)))
