import { type Context, Hono } from 'hono'
import { settingOf } from '../../../charter/index.ts'
import type { Decided } from '../../../io/stores/index.ts'
import { type ClauseId, id, type Json } from '../../../kernel/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { ChatPage, LONGEST_MESSAGE } from '../../../web/pages/chat.tsx'
import { WhyPage } from '../../../web/pages/why.tsx'
import type { ChatTurn, ChatView, WhyView } from '../../../web/views.ts'
import { inForce } from '../../assembly/charters.ts'
import { deadlineOf, governWith, isPast } from '../../assembly/govern-with.ts'
import { type HoldOutcome, holdOutcome } from '../../assembly/holds.ts'
import { triesOf } from '../../assembly/planned.ts'
import { switchState, whyOff } from '../../assembly/switch.ts'
import { gateway } from '../../gateway/index.ts'
import type { Site } from '../context.ts'
import { field, notFound, onward, show, type Visit, within } from '../showing.tsx'
import { saidIn, textIn } from '../wire.ts'

/** Talking to the model through the gateway, why it answered so, and one's own dials. */
export function chat(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/chat',
    within(site, async (c, visit) =>
      show(c, await chatPage(site, visit, { why: c.req.query('why') ?? null, problem: null })),
    ),
  )
  app.post(
    '/a/:assembly/chat',
    within(site, (c, visit) => ask(site, c, visit)),
  )
  app.post(
    '/a/:assembly/chat/stop',
    within(site, async (c, { assembly, session, frame }) => {
      site.talks.forget(assembly.id, session.participant)
      return onward(c, pathOf(frame, '/chat'))
    }),
  )
  app.get(
    '/a/:assembly/why/:decision',
    within(site, (c, visit) => whyPage(site, c, visit)),
  )
  app.post(
    '/a/:assembly/dials',
    within(site, (c, visit) => setDials(site, c, visit)),
  )
  return app
}

/** How many turns are remembered. */
const MOST_TURNS = 40

async function ask(site: Site, c: Context, visit: Visit): Promise<Response> {
  const { assembly, session, frame } = visit
  const message = field(await c.req.parseBody(), 'message').trim()
  const problem =
    message === ''
      ? 'Write something first.'
      : message.length > LONGEST_MESSAGE
        ? `That is too long: ${LONGEST_MESSAGE} characters at most.`
        : null
  if (problem !== null) return show(c, await chatPage(site, visit, { why: null, problem }), 400)
  const before = site.talks.get(assembly.id, session.participant) ?? []
  const messages = [
    ...before
      .filter(({ by }) => by !== 'trouble')
      .map(({ by, text }) => ({ role: by === 'person' ? 'user' : 'assistant', content: text })),
    { role: 'user', content: message },
  ]
  const turn = await answer(site, visit, { messages, signal: c.req.raw.signal })
  const turns: ChatTurn[] = [...before, { by: 'person', text: message, decision: null, became: null }, turn]
  site.talks.set(assembly.id, session.participant, turns.slice(-MOST_TURNS))
  return onward(c, pathOf(frame, turn.decision === null ? '/chat' : `/chat?why=${turn.decision.id}#message`))
}

interface Asking {
  readonly messages: readonly { readonly role: string; readonly content: string }[]
  readonly signal: AbortSignal
}

/** One answer through the same gateway that programs use. */
async function answer(
  site: Site,
  { assembly, session }: Visit,
  { messages, signal }: Asking,
): Promise<ChatTurn> {
  const deps = governWith(site, { assembly: assembly.id, participant: session.participant })
  const response = await gateway(deps).request('/v1/chat/completions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ model: site.modelId, messages }),
    signal,
  })
  const body = (await response.json()) as Json
  const decided = /id="([^"]+)"/.exec(response.headers.get('parley-decision') ?? '')?.[1]
  const decision = decided === undefined ? null : await site.journal.store.decision(decided)
  const trouble = decided === undefined && !response.ok
  return {
    by: trouble ? 'trouble' : 'assistant',
    text: saidIn(body),
    decision: decision?.record ?? null,
    became: null,
  }
}

async function chatPage(
  site: Site,
  visit: Visit,
  { why, problem }: { why: string | null; problem: string | null },
) {
  const { assembly, session, frame } = visit
  const { store } = site.journal
  const version = await inForce(store, assembly.id)
  const turns = await Promise.all(
    (site.talks.get(assembly.id, session.participant) ?? []).map((turn) => asItStands(site, turn)),
  )
  const last = turns.findLast(({ decision }) => decision !== null)?.decision?.id ?? null
  const explained = why ?? last
  const given = await store.dials(assembly.id, session.participant)
  const dials = (version?.charter.principles ?? []).filter((principle) => principle.kind === 'dial')
  const view: ChatView = {
    charter: version?.charter ?? null,
    model: { name: site.modelId, scripted: site.model.scripted },
    turns,
    dials: new Map(dials.map((dial) => [dial.id, settingOf(dial, given)])),
    why: explained === null ? null : await whyView(site, visit, explained),
    tries: triesOf(assembly.id),
    switchedOff: whyOff(switchState(await store.presses())),
    problem,
  }
  return <ChatPage frame={frame} view={view} />
}

/** A turn as it stands now: what a person released since is shown, with who decided. */
async function asItStands(site: Site, turn: ChatTurn): Promise<ChatTurn> {
  if (turn.decision?.kind !== 'hold') return turn
  const held = await site.journal.store.decision(turn.decision.id)
  if (held === null) return turn
  const outcome = await holdOutcome(site, held)
  return {
    ...turn,
    text: outcome.kind === 'released' ? textIn(outcome.body) : turn.text,
    became: became(outcome),
  }
}

function became(outcome: HoldOutcome): string | null {
  switch (outcome.kind) {
    case 'waiting':
      return null
    case 'denied':
      return `A person said no: “${outcome.reason}”`
    case 'approved-calls':
      return 'A person approved it. Ask for it again, and it goes through once.'
    case 'released':
      return 'A person let it go out.'
    case 'over':
      return `It will not happen: ${outcome.because}.`
  }
}

async function whyPage(site: Site, c: Context, visit: Visit): Promise<Response> {
  const view = await whyView(site, visit, c.req.param('decision') ?? '')
  return view === null ? notFound(site, c) : show(c, <WhyPage frame={visit.frame} view={view} />)
}

/** The record of one decision, for who it was about, and for operators. */
async function whyView(site: Site, { assembly, session }: Visit, decision: string): Promise<WhyView | null> {
  const { store } = site.journal
  const decided = await store.decision(decision)
  if (decided === null || decided.record.assembly !== assembly.id || !mayRead(decided, session)) return null
  const version = (await store.charters(assembly.id)).find(({ hash }) => hash === decided.record.charter)
  if (version === undefined) return null
  const audit = await store.latestAudit(assembly.id)
  const { record, answer: given } = decided
  return {
    record,
    charter: version.charter,
    waits:
      record.kind === 'hold' && given === null
        ? { until: deadlineOf(decided.at).toISOString(), over: isPast(decided.at, site.now()) }
        : null,
    answer: given === null ? null : { answer: given.answer, reason: given.reason, at: given.at },
    audit,
  }
}

/** Ids are not guessable, and a program’s decision has no session: whoever holds its id may read its record. */
const mayRead = ({ contents }: Decided, { participant, operator }: Visit['session']): boolean =>
  operator !== null ||
  (contents !== null && (contents.participant === null || contents.participant === participant))

async function setDials(site: Site, c: Context, { assembly, session, frame }: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const version = await inForce(site.journal.store, assembly.id)
  const given = new Map(
    Object.entries(form).flatMap(([name, value]) =>
      typeof value === 'string' && /^[0-4]$/.test(value)
        ? [[id<'clause'>(name), Number(value)] as const]
        : [],
    ),
  )
  const dials = (version?.charter.principles ?? []).filter((principle) => principle.kind === 'dial')
  const settings = Object.fromEntries(dials.map((dial) => [dial.id, settingOf(dial, given)])) as Record<
    ClauseId,
    number
  >
  await site.journal.commit([
    { type: 'dials-set', assembly: assembly.id, participant: session.participant, dials: settings },
  ])
  return onward(c, pathOf(frame, '/chat#dials'))
}
