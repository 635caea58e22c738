import { Hono } from 'hono'
import type { Site } from '../context.ts'

/** Whether this server can take a vote, and how current its maps are. Under load the store is an entry behind, and takes votes. */
export function health({ journal, studies }: Site): Hono {
  const app = new Hono()
  app.get('/healthz', async (c) => {
    const state = journal.ledger.state()
    const entries = journal.ledger.size()
    const applied = await journal.store.position()
    const ok = state.kind === 'open' && journal.isTaking()
    return c.json(
      { status: ok ? 'ok' : 'not-taking-votes', record: state.kind, entries, applied, maps: studies.ages() },
      ok ? 200 : 503,
    )
  })
  return app
}
