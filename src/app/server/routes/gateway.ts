import { type Context, Hono } from 'hono'
import { type AssemblyId, id } from '../../../kernel/index.ts'
import { governedAssembly } from '../../assembly/charters.ts'
import { governWith } from '../../assembly/govern-with.ts'
import { holdOutcome } from '../../assembly/holds.ts'
import { gateway } from '../../gateway/index.ts'
import type { Site } from '../context.ts'

/**
 * The gateway for programs: under `/v1` for the first assembly with a charter in force, under `/a/ID/v1` for each.
 * A client changes only its base URL.
 */
export function gatewayRoutes(site: Site): Hono {
  const app = new Hono()
  const answer = async (c: Context, assembly: AssemblyId) => {
    const url = new URL(c.req.url)
    url.pathname = url.pathname.replace(/^\/a\/[^/]+/, '')
    return gateway(governWith(site, { assembly, participant: null })).fetch(new Request(url, c.req.raw))
  }
  app.get('/v1/holds/:decision', (c) => hold(site, c))
  app.all('/v1/*', async (c) => answer(c, (await governedAssembly(site.journal.store)) ?? id('')))
  app.all('/a/:assembly/v1/*', (c) => answer(c, id(c.req.param('assembly'))))
  return app
}

/** What became of a held answer; its id is known to whoever got it, and cannot be guessed. */
async function hold(site: Site, c: Context): Promise<Response> {
  const held = await site.journal.store.decision(c.req.param('decision') ?? '')
  if (held === null || held.record.kind !== 'hold')
    return c.json({ error: { message: 'no such held answer', type: 'parley', code: 'no_such_hold' } }, 404)
  const outcome = await holdOutcome(site, held)
  const reply = outcome.kind === 'released' ? parsedOr(outcome.body) : null
  const { body: _, ...said } = { body: '', ...outcome }
  return c.json({ id: held.record.id, ...said, reply })
}

/** A whole reply as JSON; a streamed one as the text it was. */
function parsedOr(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}
