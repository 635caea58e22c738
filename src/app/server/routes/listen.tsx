import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Event } from '../../../io/events.ts'
import type { Ballot } from '../../../io/stores/index.ts'
import { id, type StatementId, type Vote } from '../../../kernel/index.ts'
import type { ListeningRecord, Statement } from '../../../listen/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { BallotPage } from '../../../web/pages/ballot.tsx'
import { HomePage } from '../../../web/pages/home.tsx'
import { MinePage } from '../../../web/pages/mine.tsx'
import type { BallotView } from '../../../web/views.ts'
import { inForce } from '../../assembly/charters.ts'
import { openRoundOf } from '../../assembly/rounds.ts'
import type { Drawn, Site } from '../context.ts'
import { field, onward, show, type Visit, within } from '../showing.tsx'

/** Start, vote, reflect, and read or erase what one gave. */
export function listen(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly',
    within(site, (c, visit) => home(site, c, visit)),
  )
  app.get(
    '/a/:assembly/vote',
    within(site, async (c, visit) => show(c, await ballotPage(site, visit, noticeIn(c)))),
  )
  app.post(
    '/a/:assembly/vote',
    within(site, (c, visit) => vote(site, c, visit)),
  )
  app.post(
    '/a/:assembly/undo',
    within(site, (c, visit) => undo(site, c, visit)),
  )
  app.post(
    '/a/:assembly/reflect',
    within(site, (c, visit) => reflect(site, c, visit)),
  )
  app.get(
    '/a/:assembly/mine',
    within(site, (c, visit) => mine(site, c, visit)),
  )
  app.get(
    '/a/:assembly/mine.json',
    within(site, (c, visit) => mineAsData(site, c, visit)),
  )
  app.post(
    '/a/:assembly/mine/erase',
    within(site, (c, visit) => erase(site, c, visit)),
  )
  app.get(
    '/a/:assembly/receipt/:position',
    within(site, (c, visit) => receipt(site, c, visit)),
  )
  return app
}

async function home(
  { journal: { store } }: Site,
  c: Context,
  { assembly, session, frame }: Visit,
): Promise<Response> {
  const [counts, ballot, versions] = await Promise.all([
    store.counts(assembly.id),
    store.ballot(assembly.id, session.participant),
    store.charters(assembly.id),
  ])
  const force = await inForce(store, assembly.id)
  const round = await openRoundOf(store, assembly.id)
  const voting = versions.find(({ status }) => status === 'voting')
  const view = {
    counts,
    answered: ballot.answered.length,
    charter:
      force === null
        ? null
        : { version: force.charter.version, title: force.charter.title, since: force.since },
    ratifying: voting === undefined ? null : { version: voting.charter.version },
    talking: round === null ? null : { version: round.draft.version },
  }
  return show(c, <HomePage frame={frame} view={view} />)
}

type Notice = Pick<BallotView, 'notice' | 'problem'>

const QUIET: Notice = { notice: null, problem: null }

function noticeIn(c: Context): Notice {
  const notice = c.req.query('did')
  return notice === 'saved' || notice === 'undone' || notice === 'reflected' || notice === 'said'
    ? { notice, problem: null }
    : QUIET
}

async function ballotPage(site: Site, { assembly, session, frame }: Visit, said: Notice) {
  const ballot = await site.journal.store.ballot(assembly.id, session.participant)
  const drawn = drawNext(site, { assembly, session, frame }, ballot)
  const next = ballot.unseen.find(({ statement }) => statement.id === drawn?.statement)
  const [last] = ballot.answered
  const reflection = last === undefined ? undefined : ballot.reflections.get(last.statement.id)
  const view: BallotView = {
    answered: ballot.answered.length,
    total: ballot.answered.length + ballot.unseen.length,
    next: next === undefined || drawn === null ? null : { statement: next.statement, shown: drawn.shown },
    last:
      last === undefined
        ? null
        : {
            statement: last.statement,
            vote: last.vote,
            matters: reflection?.matters ?? null,
            secondOrder: reflection?.secondOrder ?? null,
            receipt: pathOf(frame, `/receipt/${last.position}`),
          },
    ...said,
  }
  return <BallotPage frame={frame} view={view} />
}

/**
 * Draws the statement a person sees next, favouring what few have seen, and remembers it until it is answered, so
 * that a reload is not a way to choose. Its probability goes into the record with the answer.
 */
function drawNext(site: Site, { assembly, session }: Visit, { unseen }: Ballot): Drawn | null {
  const before = site.drawn.get(assembly.id, session.participant)
  if (before !== undefined && unseen.some(({ statement }) => statement.id === before.statement)) return before
  if (unseen.length === 0) return null
  const weights = unseen.map(({ seenBy }) => 1 / (1 + seenBy))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let left = (randomBytes(6).readUIntBE(0, 6) / 2 ** 48) * total
  const at = weights.findIndex((weight) => {
    left -= weight
    return left < 0
  })
  const chosen = at < 0 ? unseen.length - 1 : at
  const drawn: Drawn = {
    statement: (unseen[chosen] as { statement: Statement }).statement.id,
    shown: Math.round(((weights[chosen] as number) / total) * 1e6) / 1e6,
  }
  site.drawn.set(assembly.id, session.participant, drawn)
  return drawn
}

const VOTES: ReadonlySet<string> = new Set(['agree', 'pass', 'disagree'])

async function vote(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const given = field(form, 'vote')
  const about = id<'statement'>(field(form, 'statement'))
  const { assembly, session, frame } = visit
  const ballot = await site.journal.store.ballot(assembly.id, session.participant)
  const known = [...ballot.unseen, ...ballot.answered].some(({ statement }) => statement.id === about)
  if (!VOTES.has(given) || !known)
    return show(
      c,
      await ballotPage(site, visit, {
        notice: null,
        problem: 'Not saved: that was not an answer to a statement here. Try again.',
      }),
      400,
    )
  const drawn = site.drawn.get(assembly.id, session.participant)
  await said(site, visit, [
    {
      type: 'vote',
      participant: session.participant,
      statement: about,
      vote: given as Vote,
      at: `${site.now().toISOString().slice(0, 19)}Z`,
      shown: drawn?.statement === about ? drawn.shown : null,
    },
  ])
  return onward(c, pathOf(frame, '/vote?did=saved'))
}

async function undo(site: Site, c: Context, visit: Visit): Promise<Response> {
  const about = await answered(site, c, visit)
  if (about === null) return nothingToChange(site, c, visit)
  await said(site, visit, [{ type: 'withdrawal', participant: visit.session.participant, statement: about }])
  return onward(c, pathOf(visit.frame, '/vote?did=undone'))
}

const SECOND: ReadonlySet<string> = new Set(['endorse', 'unsure', 'disown'])

async function reflect(site: Site, c: Context, visit: Visit): Promise<Response> {
  const about = await answered(site, c, visit)
  if (about === null) return nothingToChange(site, c, visit)
  const form = await c.req.parseBody()
  const own = { participant: visit.session.participant, statement: about }
  const matters = field(form, 'matters')
  const second = field(form, 'second')
  const records: ListeningRecord[] = []
  if (/^[1-3]$/.test(matters)) records.push({ type: 'weight', ...own, matters: Number(matters) })
  if (SECOND.has(second))
    records.push({ type: 'second-order', ...own, says: second as 'endorse' | 'unsure' | 'disown' })
  if (records.length > 0) await said(site, visit, records)
  return onward(c, pathOf(visit.frame, '/vote?did=reflected'))
}

/** The statement a form is about, if this person answered it. */
async function answered(site: Site, c: Context, { assembly, session }: Visit): Promise<StatementId | null> {
  const about = field(await c.req.parseBody(), 'statement')
  const ballot = await site.journal.store.ballot(assembly.id, session.participant)
  return ballot.answered.find(({ statement }) => statement.id === about)?.statement.id ?? null
}

const nothingToChange = async (site: Site, c: Context, visit: Visit) =>
  show(
    c,
    await ballotPage(site, visit, {
      notice: null,
      problem: 'Not changed: you have not answered that statement.',
    }),
    400,
  )

async function mine(site: Site, c: Context, { assembly, session, frame }: Visit): Promise<Response> {
  const { store } = site.journal
  const [ballot, positions] = await Promise.all([
    store.ballot(assembly.id, session.participant),
    store.saidBy(assembly.id, session.participant),
  ])
  const answers = ballot.answered.map(({ statement, vote: given, position }) => ({
    statement,
    vote: given,
    receipt: pathOf(frame, `/receipt/${position}`),
  }))
  const shown = new Set(ballot.answered.map(({ position }) => position))
  const other = positions.filter((position) => !shown.has(position)).length
  return show(
    c,
    <MinePage frame={frame} view={{ answers, other, erased: c.req.query('did') === 'erased' }} />,
  )
}

/** The same for programs, and for whoever takes their answers elsewhere. */
async function mineAsData(site: Site, c: Context, { assembly, session, frame }: Visit): Promise<Response> {
  const { answered, reflections } = await site.journal.store.ballot(assembly.id, session.participant)
  const answers = answered.map(({ statement, vote: given, position }) => ({
    statement: statement.id,
    text: statement.text,
    vote: given,
    ...reflections.get(statement.id),
    receipt: pathOf(frame, `/receipt/${position}`),
  }))
  return c.json({ assembly: assembly.id, answers })
}

async function erase(site: Site, c: Context, { assembly, session, frame }: Visit): Promise<Response> {
  // Two steps, because it cannot be undone.
  if (field(await c.req.parseBody(), 'sure') !== 'yes') return onward(c, pathOf(frame, '/mine#erase'))
  await site.journal.erase(await site.journal.store.saidBy(assembly.id, session.participant))
  site.talks.forget(assembly.id, session.participant)
  site.drawn.forget(assembly.id, session.participant)
  return onward(c, pathOf(frame, '/mine?did=erased'))
}

/** A receipt holds what was recorded, so only who said it gets it. */
async function receipt(site: Site, c: Context, { assembly, session }: Visit): Promise<Response> {
  const position = Number(c.req.param('position'))
  const own = await site.journal.store.saidBy(assembly.id, session.participant)
  if (!own.includes(position)) return c.text('this receipt is not yours, or there is none\n', 404)
  const text = await site.journal.ledger.receipt(position)
  return c.body(text, 200, {
    'content-type': 'application/json',
    'content-disposition': `attachment; filename="parley-receipt-${position}.json"`,
  })
}

const said = (site: Site, { assembly }: Visit, records: Extract<Event, { type: 'said' }>['records']) =>
  site.journal.commit([{ type: 'said', assembly: assembly.id, records }])
