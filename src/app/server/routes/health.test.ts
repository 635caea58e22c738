import { expect, test } from 'vitest'
import type { Site } from '../context.ts'
import { health } from './health.ts'

/** A server whose store is an entry behind the record, as under load. */
const answered = (isTaking: boolean) =>
  health({
    journal: {
      isTaking: () => isTaking,
      ledger: { state: () => ({ kind: 'open' }), size: () => 8 },
      store: { position: async () => 7 },
    },
    studies: { ages: () => [] },
  } as unknown as Site).request('/healthz')

test('a server that is taking votes in is well; one whose store refused an entry is not', async () => {
  expect(await (await answered(true)).json()).toMatchObject({ status: 'ok', entries: 8, applied: 7 })
  expect((await answered(true)).status).toBe(200)
  expect((await answered(false)).status).toBe(503)
})
