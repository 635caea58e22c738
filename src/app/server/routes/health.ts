import { Hono } from 'hono'
import type { Site } from '../context.ts'

/** Whether this server can take a vote. */
export function health({ journal }: Site): Hono {
  const app = new Hono()
  app.get('/healthz', async (c) => {
    const state = journal.ledger.state()
    const entries = journal.ledger.size()
    const applied = await journal.store.position()
    const ok = state.kind === 'open' && applied === entries
    return c.json(
      { status: ok ? 'ok' : 'not-taking-votes', record: state.kind, entries, applied },
      ok ? 200 : 503,
    )
  })
  return app
}
