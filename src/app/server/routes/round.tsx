import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import {
  contentHash,
  diffCharters,
  type RoundAct,
  unansweredOf,
  withAdopted,
} from '../../../charter/index.ts'
import { hex, id, problemLine } from '../../../kernel/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { AnswersPage } from '../../../web/pages/answers.tsx'
import { anchorOf } from '../../../web/pages/charter/words.ts'
import { ComparePage } from '../../../web/pages/compare.tsx'
import { RoundPage } from '../../../web/pages/round.tsx'
import type { AnswersView, CompareView, RoundView, TypedInRound } from '../../../web/views.ts'
import { actInRound, closeRound, openRound, openRoundOf } from '../../assembly/rounds.ts'
import type { Site } from '../context.ts'
import { field, forOperators, notDone, onward, show, type Visit, within } from '../showing.tsx'
import { changeIn, clauseIn, typedIn } from './round-forms.ts'

/** The round on a draft: comments, proposals, answers, before and after. */
export function round(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/round',
    within(site, async (c, visit) => show(c, await roundPage(site, visit, NOTHING(c)))),
  )
  app.get(
    '/a/:assembly/round/compare',
    within(site, async (c, visit) =>
      show(c, <ComparePage frame={visit.frame} view={{ state: await compared(site, visit) }} />),
    ),
  )
  app.get(
    '/a/:assembly/round/answers',
    forOperators(site, async (c, visit) => answersPage(site, c, visit, { problem: null, typed: null })),
  )
  app.post(
    '/a/:assembly/round/comment',
    within(site, (c, visit) => comment(site, c, visit)),
  )
  app.post(
    '/a/:assembly/round/propose',
    within(site, (c, visit) => propose(site, c, visit)),
  )
  app.post(
    '/a/:assembly/round/support',
    within(site, async (c, visit) => {
      const proposal = id<'proposal'>(field(await c.req.parseBody(), 'proposal'))
      return press(site, c, visit, { kind: 'supported', proposal, participant: visit.session.participant })
    }),
  )
  app.post(
    '/a/:assembly/round/take-back',
    within(site, async (c, visit) => {
      const of = id<'remark'>(field(await c.req.parseBody(), 'of'))
      return press(site, c, visit, { kind: 'taken-back', of, participant: visit.session.participant })
    }),
  )
  app.post(
    '/a/:assembly/round/answer',
    forOperators(site, (c, visit) => answer(site, c, visit)),
  )
  app.post(
    '/a/:assembly/round/open',
    forOperators(site, async (c, { assembly, frame, operator }) => {
      const hash = field(await c.req.parseBody(), 'hash')
      const opened = await openRound(site, assembly.id, { hash, by: operator })
      return opened.kind === 'parsed'
        ? onward(c, pathOf(frame, '/round'))
        : notDone(c, frame, { problem: opened.problem, back: TO_CHARTER })
    }),
  )
  app.post(
    '/a/:assembly/round/close',
    forOperators(site, async (c, { assembly, frame }) => {
      const closed = await closeRound(site, assembly.id)
      return closed.kind === 'parsed'
        ? onward(c, pathOf(frame, '/round/compare'))
        : notDone(c, frame, { problem: closed.problem, back: TO_ROUND })
    }),
  )
  return app
}

const TO_CHARTER = { path: '/charter', label: 'To the charter' }
const TO_ROUND = { path: '/round', label: 'To the round' }

type Around = Pick<RoundView, 'did' | 'problem' | 'typed'>

const NOTHING = (c: Context): Around => ({
  did: c.req.query('did') === 'said' ? 'said' : null,
  problem: null,
  typed: null,
})

async function roundPage(site: Site, { assembly, session, frame }: Visit, around: Around) {
  const found = await openRoundOf(site.journal.store, assembly.id)
  const state: RoundView['state'] =
    found === null
      ? { kind: 'none', because: 'No draft is talked about now.' }
      : { kind: 'open', round: found, hash: contentHash(found.draft), me: session.participant }
  return <RoundPage frame={frame} view={{ ...around, state }} />
}

async function compared(site: Site, { assembly }: Visit): Promise<CompareView['state']> {
  const { store } = site.journal
  const found = await openRoundOf(store, assembly.id)
  if (found !== null) {
    const made = withAdopted(found)
    const after = made.kind === 'parsed' ? made.value : found.draft
    return {
      kind: 'open',
      version: found.draft.version,
      changes: diffCharters(found.draft, after),
      unanswered: unansweredOf(found).length,
      problem: made.kind === 'parsed' ? null : `${problemLine(made.problem)}.`,
    }
  }
  const versions = await store.charters(assembly.id)
  const last = versions.find(({ charter }) => charter.round !== null)
  if (last === undefined) return { kind: 'none' }
  const before = versions.find(({ hash }) => hash === last.charter.round?.draft)
  const changes = before === undefined ? null : diffCharters(before.charter, last.charter)
  return { kind: 'closed', charter: last.charter, hash: last.hash, changes }
}

async function comment(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const stance = field(form, 'stance')
  const typed = typedIn(form, 'comment')
  if (stance !== 'comments' && stance !== 'objects')
    return refusedForm(site, c, visit, { typed, problem: 'choose whether it is a comment or an objection' })
  return say(site, c, visit, {
    typed,
    act: {
      kind: 'commented',
      id: id(`c-${chosenByChance()}`),
      participant: visit.session.participant,
      clause: clauseIn(form),
      stance,
      words: wordsIn(form, 'words'),
      because: wordsIn(form, 'because'),
    },
  })
}

async function propose(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const typed = typedIn(form, 'propose')
  const change = changeIn(form)
  if (change === null)
    return refusedForm(site, c, visit, {
      typed,
      problem: 'choose what should change, and fill in what stands beside it',
    })
  return say(site, c, visit, {
    typed,
    act: {
      kind: 'proposed',
      id: id(`a-${chosenByChance()}`),
      participant: visit.session.participant,
      clause: clauseIn(form),
      change,
      because: wordsIn(form, 'because'),
    },
  })
}

const chosenByChance = (): string => hex(new Uint8Array(randomBytes(6)))

const wordsIn = (form: Readonly<Record<string, unknown>>, name: string): string =>
  field(form, name).normalize('NFC').trim()

interface Spoken {
  readonly typed: TypedInRound
  readonly act: RoundAct
}

async function say(site: Site, c: Context, visit: Visit, { typed, act }: Spoken): Promise<Response> {
  const outcome = await acted(site, c, visit, act)
  if (outcome.kind === 'refused')
    return refusedForm(site, c, visit, { typed, problem: problemLine(outcome.problem) })
  return onward(c, pathOf(visit.frame, `/round?did=said#${anchorOf(typed.clause ?? 'whole')}`))
}

async function refusedForm(
  site: Site,
  c: Context,
  visit: Visit,
  { typed, problem }: { readonly typed: TypedInRound; readonly problem: string },
): Promise<Response> {
  const around = { did: null, problem: `Not saved: ${problem}.`, typed }
  return show(c, await roundPage(site, visit, around), 400)
}

/** A form that is one button: what cannot be done is said on a page of its own. */
async function press(site: Site, c: Context, visit: Visit, act: RoundAct): Promise<Response> {
  const outcome = await acted(site, c, visit, act)
  return outcome.kind === 'parsed'
    ? onward(c, pathOf(visit.frame, '/round?did=said'))
    : notDone(c, visit.frame, { problem: outcome.problem, back: TO_ROUND })
}

const acted = async (site: Site, c: Context, { assembly }: Visit, act: RoundAct) =>
  actInRound(site, assembly.id, { draft: field(await c.req.parseBody(), 'draft'), act })

const ANSWERS = ['adopted', 'deferred', 'rejected'] as const

async function answer(
  site: Site,
  c: Context,
  visit: Visit & { readonly operator: string },
): Promise<Response> {
  const form = await c.req.parseBody()
  const proposal = id<'proposal'>(field(form, 'proposal'))
  const reason = wordsIn(form, 'reason')
  const given = ANSWERS.find((one) => one === field(form, 'answer'))
  const refuse = (problem: string) =>
    answersPage(site, c, visit, { problem: `Not saved: ${problem}.`, typed: { proposal, reason } })
  if (given === undefined) return refuse('choose to adopt, defer or reject')
  const outcome = await acted(site, c, visit, {
    kind: 'answered',
    proposal,
    answer: given,
    reason,
    by: visit.operator,
  })
  return outcome.kind === 'refused'
    ? refuse(problemLine(outcome.problem))
    : onward(c, pathOf(visit.frame, '/round/answers'))
}

async function answersPage(
  site: Site,
  c: Context,
  { assembly, frame }: Visit,
  around: Pick<AnswersView, 'problem' | 'typed'>,
): Promise<Response> {
  const found = await openRoundOf(site.journal.store, assembly.id)
  if (found === null) return onward(c, pathOf(frame, '/round'))
  const view = { ...around, round: found, hash: contentHash(found.draft) }
  return show(c, <AnswersPage frame={frame} view={view} />, around.problem === null ? 200 : 400)
}
