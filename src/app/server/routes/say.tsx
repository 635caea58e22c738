import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { hex, id } from '../../../kernel/index.ts'
import type { Statement } from '../../../listen/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { SayPage } from '../../../web/pages/say.tsx'
import type { SayView } from '../../../web/views.ts'
import { inTurn } from '../../assembly/in-turn.ts'
import { similarTo } from '../../assembly/similar.ts'
import type { Site } from '../context.ts'
import { field, forOperators, onward, show, type Visit, within } from '../showing.tsx'

/** Saying something in one's own words, and reading it before others see it. */
export function say(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/say',
    within(site, async (c, visit) => show(c, await sayPage(site, visit, NOTHING))),
  )
  app.post(
    '/a/:assembly/say',
    within(site, (c, visit) => take(site, c, visit)),
  )
  app.post(
    '/a/:assembly/moderate',
    forOperators(site, (c, visit) => inTurn(site, () => moderate(site, c, visit))),
  )
  return app
}

/** As long as the ballot can show in large letters (UI.md, Say). */
const LONGEST = 140

type Said = Pick<SayView, 'draft' | 'similar' | 'problem'>

const NOTHING: Said = { draft: '', similar: [], problem: null }

async function sayPage(site: Site, { assembly, session, frame }: Visit, said: Said) {
  const statements = session.operator === null ? [] : await statementsOf(site, { assembly })
  const waiting = statements.filter(
    // What a machine wrote waits beside its round.
    ({ moderation, written }) => moderation === 'waiting' && written === null,
  )
  return <SayPage frame={frame} view={{ ...said, longest: LONGEST, waiting }} />
}

const statementsOf = async (
  site: Site,
  { assembly }: Pick<Visit, 'assembly'>,
): Promise<readonly Statement[]> => (await site.journal.store.listening(assembly.id))?.statements ?? []

async function take(site: Site, c: Context, visit: Visit): Promise<Response> {
  const { assembly, session, frame } = visit
  const form = await c.req.parseBody()
  const draft = field(form, 'text').normalize('NFC').replace(/\s+/g, ' ').trim()
  const problem = problemWith(draft)
  const shown = (await statementsOf(site, visit)).filter(({ moderation }) => moderation === 'shown')
  const similar = similarTo(draft, shown)
  if (problem !== null || (similar.length > 0 && field(form, 'sure') === ''))
    return show(c, await sayPage(site, visit, { draft, similar, problem }), problem === null ? 200 : 400)
  const statement: Statement = {
    id: id(`said-${hex(new Uint8Array(randomBytes(6)))}`),
    text: draft,
    language: 'und',
    author: session.participant,
    origin: 'participant',
    written: null,
    subject: 'value',
    moderation: 'waiting',
  }
  await recorded(site, assembly.id, statement)
  return onward(c, pathOf(frame, '/vote?did=said'))
}

function problemWith(draft: string): string | null {
  if (draft === '') return 'Write one idea in your own words.'
  if ([...draft].length > LONGEST)
    return `That is ${[...draft].length} characters; one idea fits into ${LONGEST}.`
  return /\p{C}/u.test(draft) ? 'That has characters that cannot be shown.' : null
}

/** A statement that waits is shown to all or to nobody; its words and its author stay as they are. */
async function moderate(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const moderation = field(form, 'moderation')
  const statement = (await statementsOf(site, visit)).find(({ id: one }) => one === field(form, 'statement'))
  if (statement?.moderation !== 'waiting' || (moderation !== 'shown' && moderation !== 'removed')) {
    const problem = 'Nothing was changed: choose “Show it” or “Remove it” for a statement that waits.'
    return show(c, await sayPage(site, visit, { ...NOTHING, problem }), 400)
  }
  await recorded(site, visit.assembly.id, { ...statement, moderation })
  return onward(c, pathOf(visit.frame, '/say'))
}

const recorded = (site: Site, assembly: Visit['assembly']['id'], statement: Statement) =>
  site.journal.commit([{ type: 'said', assembly, records: [{ type: 'statement', ...statement }] }])
