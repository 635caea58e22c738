import { type Context, Hono } from 'hono'
import {
  check,
  contentHash,
  diffCharters,
  printCharter,
  type RatificationBallot,
} from '../../../charter/index.ts'
import type { CharterVersion } from '../../../io/stores/index.ts'
import { id, type Parsed, problemLine } from '../../../kernel/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { CharterPage } from '../../../web/pages/charter.tsx'
import { LONGEST_OBJECTION, objectionTo } from '../../../web/pages/ratify/object-box.tsx'
import { RatifyPage } from '../../../web/pages/ratify.tsx'
import type { CharterView, RatifyView } from '../../../web/views.ts'
import { castBallot, closeRatification, openRatification, shownOf } from '../../assembly/charters.ts'
import { amendedBy, openRoundOf } from '../../assembly/rounds.ts'
import { standsSoFar } from '../../assembly/stands-so-far.ts'
import type { Site } from '../context.ts'
import { field, forOperators, notDone, onward, show, type Visit, within } from '../showing.tsx'

/** What binds, its file, and the vote that puts it in force. */
export function charter(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/charter',
    within(site, (c, visit) => page(site, c, visit)),
  )
  app.get(
    '/a/:assembly/charter.yaml',
    within(site, (c, visit) => file(site, c, visit)),
  )
  app.get(
    '/a/:assembly/ratify',
    within(site, async (c, visit) => show(c, await ratifyPage(site, visit, null))),
  )
  app.post(
    '/a/:assembly/ratify',
    within(site, (c, visit) => cast(site, c, visit)),
  )
  app.post(
    '/a/:assembly/charter/open',
    forOperators(site, async (c, visit) =>
      done(c, visit, await openRatification(site, visit.assembly.id, await hashIn(c))),
    ),
  )
  app.post(
    '/a/:assembly/charter/close',
    forOperators(site, async (c, visit) =>
      done(c, visit, await closeRatification(site, visit.assembly.id, await hashIn(c))),
    ),
  )
  return app
}

const hashIn = async (c: Context): Promise<string> => field(await c.req.parseBody(), 'hash')

/** The version that the address names, else the one in force, else the newest. */
async function versionIn(
  site: Site,
  c: Context,
  { assembly }: Visit,
): Promise<{ readonly versions: readonly CharterVersion[]; readonly shown: CharterVersion | null }> {
  const versions = await site.journal.store.charters(assembly.id)
  const named = c.req.query('version')
  const shown =
    named === undefined
      ? shownOf(versions)
      : versions.find(({ charter: one, hash }) => hash === named || one.version === named)
  return { versions, shown: shown ?? null }
}

async function page(site: Site, c: Context, visit: Visit): Promise<Response> {
  const { versions, shown } = await versionIn(site, c, visit)
  const before = versions.find(({ hash }) => hash === shown?.charter.parent)
  const audit = await site.journal.store.latestAudit(visit.assembly.id)
  const view: CharterView = {
    charter: shown?.charter ?? null,
    hash: shown?.hash ?? '',
    status: shown?.status ?? 'draft',
    since: shown?.since ?? '',
    problems: shown === null ? [] : check(shown.charter),
    audit: audit?.audit ?? null,
    round: await roundStateOf(site, visit, shown, versions),
    changes: shown === null || before === undefined ? null : diffCharters(before.charter, shown.charter),
    versions: versions.map(({ charter: one, hash, status, since }) => ({
      version: one.version,
      hash,
      status,
      since,
    })),
  }
  return show(c, <CharterPage frame={visit.frame} view={view} />)
}

async function roundStateOf(
  site: Site,
  { assembly }: Visit,
  shown: CharterVersion | null,
  versions: readonly CharterVersion[],
): Promise<CharterView['round']> {
  if (shown === null || shown.charter.round !== null) return { kind: shown === null ? 'none' : 'held' }
  const by = amendedBy(versions, shown.hash)
  if (by !== null) return { kind: 'amended', by: { version: by.charter.version, hash: by.hash } }
  const round = await openRoundOf(site.journal.store, assembly.id)
  return { kind: round !== null && contentHash(round.draft) === shown.hash ? 'open' : 'none' }
}

async function file(site: Site, c: Context, visit: Visit): Promise<Response> {
  const { shown } = await versionIn(site, c, visit)
  if (shown === null) return c.text('there is no charter yet\n', 404)
  const name = `${visit.assembly.id.replace(/[^\w.-]/g, '_')}.charter.yaml`
  return c.body(printCharter(shown.charter), 200, {
    'content-type': 'application/yaml; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  })
}

type Dissent = RatificationBallot['dissent']

async function ratifyPage(
  site: Site,
  visit: Visit,
  refused: { readonly problem: string; readonly dissent: Dissent } | null,
) {
  const state = await ratifyState(site, visit, refused?.dissent ?? null)
  const view: RatifyView = { state, problem: refused?.problem ?? null }
  return <RatifyPage frame={visit.frame} view={view} />
}

async function ratifyState(
  site: Site,
  { assembly, session }: Visit,
  typed: Dissent | null,
): Promise<RatifyView['state']> {
  const { store } = site.journal
  const versions = await store.charters(assembly.id)
  const voting = versions.find(({ status }) => status === 'voting')
  if (voting !== undefined) {
    const [ballots, roll] = await Promise.all([
      store.ratificationBallots(assembly.id, voting.hash),
      store.roll(assembly.id, voting.hash),
    ])
    const mine = ballots.find(({ participant }) => participant === session.participant)
    const { charter: draft, hash } = voting
    return {
      kind: 'open',
      charter: draft,
      hash,
      plan: draft.ratificationPlan,
      voted: ballots.length,
      soFar: standsSoFar(site, voting, { ballots, roll }),
      counts: roll.has(session.participant),
      mine: mine?.says ?? null,
      written: new Map((typed ?? mine?.dissent ?? []).map(({ clause, words }) => [clause, words])),
    }
  }
  const [newest] = versions
  const ratification = newest?.charter.seal?.ratification ?? null
  if (newest !== undefined && ratification !== null)
    return { kind: 'closed', charter: newest.charter, ratification }
  const because =
    newest === undefined
      ? 'There is no draft yet.'
      : `Version ${newest.charter.version} is a draft; the vote on it has not been opened.`
  return { kind: 'not-open', because }
}

const SAYS: ReadonlySet<string> = new Set(['yes', 'no', 'abstain'])

async function cast(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const says = field(form, 'says')
  const dissent = dissentIn(form)
  const problem = problemWith(says, dissent)
  if (problem !== null) return show(c, await ratifyPage(site, visit, { problem, dissent }), 400)
  const ballot: RatificationBallot = {
    participant: visit.session.participant,
    says: says as RatificationBallot['says'],
    dissent,
  }
  const outcome = await castBallot(site, visit.assembly.id, { hash: field(form, 'hash'), ballot })
  if (outcome.kind === 'refused')
    return show(
      c,
      await ratifyPage(site, visit, { problem: `Not saved: ${problemLine(outcome.problem)}.`, dissent }),
      409,
    )
  return onward(c, pathOf(visit.frame, '/ratify'))
}

function problemWith(says: string, dissent: Dissent): string | null {
  if (!SAYS.has(says)) return 'Not saved: choose yes, no or abstain.'
  const long = dissent.find(({ words }) => words.length > LONGEST_OBJECTION)
  return long === undefined
    ? null
    : `Not saved: what you say against ${long.clause ?? 'the whole'} has ${long.words.length} characters; ${LONGEST_OBJECTION} are taken.`
}

/** Objections as they were written, each under the name of its clause. */
function dissentIn(form: Readonly<Record<string, unknown>>): Dissent {
  const whole = objectionTo(null)
  return Object.keys(form)
    .filter((name) => name.startsWith(whole))
    .flatMap((name) => {
      const words = field(form, name).trim()
      const clause = name === whole ? null : id<'clause'>(name.slice(whole.length))
      return words === '' ? [] : [{ clause, words }]
    })
}

const done = (c: Context, { frame }: Visit, outcome: Parsed<unknown>): Response | Promise<Response> =>
  outcome.kind === 'parsed'
    ? onward(c, pathOf(frame, '/charter'))
    : notDone(c, frame, { problem: outcome.problem, back: { path: '/charter', label: 'To the charter' } })
