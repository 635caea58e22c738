import { type Context, Hono } from 'hono'
import type { Study } from '../../../charter/index.ts'
import { id, type StatementId } from '../../../kernel/index.ts'
import type { Listening, ListeningRecord, Statement } from '../../../listen/index.ts'
import { type CommonWords, commonGroundOf, costOf, standingsOf } from '../../../negotiate/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { MediatePage } from '../../../web/pages/mediate.tsx'
import type { MediateView, MediatorView } from '../../../web/views.ts'
import { inTurn } from '../../assembly/in-turn.ts'
import { nextMaterial } from '../../mediate/mediate.ts'
import type { Site } from '../context.ts'
import { field, forOperators, onward, show, type Visit, within } from '../showing.tsx'

/** Looking for common words: people's own, and what a model writes; critiques, rankings, and what is put before people. */
export function mediation(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/mediate',
    within(site, async (c, visit) =>
      show(c, await page(site, visit, { notice: noticeIn(c), problem: null })),
    ),
  )
  app.post(
    '/a/:assembly/mediate/ask',
    forOperators(site, (c, visit) => ask(site, c, visit)),
  )
  app.post(
    '/a/:assembly/mediate/decide',
    forOperators(site, (c, visit) => inTurn(site, () => decide(site, c, visit))),
  )
  app.post(
    '/a/:assembly/mediate/critique',
    within(site, (c, visit) => criticise(site, c, visit)),
  )
  app.post(
    '/a/:assembly/mediate/rank',
    within(site, (c, visit) => rank(site, c, visit)),
  )
  return app
}

/** As much as one critique may say; a prompt holds many. */
const LONGEST = 500

type Notice = Pick<MediateView, 'notice' | 'problem'>

function noticeIn(c: Context): MediateView['notice'] {
  const did = c.req.query('did')
  return did === 'said' || did === 'ranked' || did === 'decided' ? did : null
}

async function page(site: Site, { assembly, session, frame }: Visit, said: Notice) {
  const [studied, written] = await Promise.all([
    site.studies.of(assembly.id),
    site.journal.store.mediated(assembly.id),
  ])
  const study = studied.kind === 'ready' ? studied.study : null
  const heard = study === null ? null : withWritten(study, written)
  const own = <T extends { readonly participant: string }>(some: readonly T[]) =>
    some.filter(({ participant }) => participant === session.participant)
  const view: MediateView = {
    studied,
    model: modelOf(site, { assembly, session, frame }, heard),
    common: study === null ? [] : commonOf(study),
    rounds: heard === null ? [] : standingsOf(heard.listening, heard.map),
    mine: { reasons: own(written.reasons), rankings: own(written.rankings) },
    ...said,
  }
  return <MediatePage frame={frame} view={view} />
}

type Heard = Pick<Study, 'listening' | 'map'>

/** What people said when the map was drawn, with what was written and said to it by now. */
function withWritten(
  { listening, map }: Study,
  {
    statements,
    mediations,
    rankings,
    reasons,
  }: Pick<Listening, 'statements' | 'mediations' | 'rankings' | 'reasons'>,
): Heard {
  const people = listening.statements.filter(({ written }) => written === null)
  return {
    listening: { ...listening, statements: [...people, ...statements], mediations, rankings, reasons },
    map,
  }
}

function modelOf({ mediation }: Site, { assembly }: Visit, heard: Heard | null): MediatorView | null {
  if (mediation === null) return null
  const material = heard === null ? null : nextMaterial(heard)
  return {
    name: mediation.model,
    underWay: mediation.stateOf(assembly.id),
    next: material === null ? null : { material, cost: costOf(material) },
  }
}

// A look at the page changes nothing about what people share.
const commons = new WeakMap<Study, readonly CommonWords[]>()

function commonOf(study: Study): readonly CommonWords[] {
  const known = commons.get(study) ?? commonGroundOf(study.listening, study.map)
  commons.set(study, known)
  return known
}

async function ask(site: Site, c: Context, visit: Visit): Promise<Response> {
  if (site.mediation === null) return refused(site, c, visit, 'No model is configured, so none was asked.')
  if (!site.mediation.begin(visit.assembly.id))
    return refused(site, c, visit, 'The model is being asked already. Wait until it is done.')
  return onward(c, pathOf(visit.frame, '/mediate'))
}

/** A candidate that waits is put before people or dropped; its words and where they come from stay as they are. */
async function decide(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const moderation = field(form, 'moderation')
  const candidate = await candidateIn(site, visit, field(form, 'statement'))
  if (candidate?.moderation !== 'waiting' || (moderation !== 'shown' && moderation !== 'removed'))
    return refused(site, c, visit, 'Nothing was changed: choose what becomes of a candidate that waits.')
  await said(site, visit, { type: 'statement', ...candidate, moderation })
  return onward(c, pathOf(visit.frame, '/mediate?did=decided'))
}

async function criticise(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const words = field(form, 'words').normalize('NFC').trim()
  const side = field(form, 'side')
  const candidate = await candidateIn(site, visit, field(form, 'statement'))
  if (candidate === null || candidate.moderation === 'removed')
    return refused(site, c, visit, 'Not kept: there is no such candidate any more.')
  if (side !== 'for' && side !== 'against')
    return refused(site, c, visit, 'Not kept: say whether your words are for it or against it.')
  if (words === '' || [...words].length > LONGEST)
    return refused(site, c, visit, `Not kept: write between one and ${LONGEST} characters.`)
  await said(site, visit, {
    type: 'reason',
    participant: visit.session.participant,
    statement: candidate.id,
    side,
    words,
  })
  return onward(c, pathOf(visit.frame, '/mediate?did=said'))
}

/** Places as a form sends them, one for each candidate; those without a place are not ranked. */
async function rank(site: Site, c: Context, visit: Visit): Promise<Response> {
  const form = await c.req.parseBody()
  const mediation = id<'mediation'>(field(form, 'mediation'))
  const { statements } = await site.journal.store.mediated(visit.assembly.id)
  const candidates = statements.filter((one) => one.written?.mediation === mediation)
  const order = orderIn(candidates, (candidate) => Number(field(form, `place-${candidate}`)))
  if (order.flat().length < 2)
    return refused(site, c, visit, 'Not kept: give at least two candidates a place.')
  await said(site, visit, { type: 'ranking', participant: visit.session.participant, mediation, order })
  return onward(c, pathOf(visit.frame, '/mediate?did=ranked'))
}

function orderIn(
  candidates: readonly Statement[],
  placeOf: (candidate: StatementId) => number,
): readonly (readonly StatementId[])[] {
  const places = candidates.map((_, at) => at + 1)
  return places
    .map((place) => candidates.filter((one) => placeOf(one.id) === place).map((one) => one.id))
    .filter((tier) => tier.length > 0)
}

async function candidateIn(site: Site, { assembly }: Visit, named: string): Promise<Statement | null> {
  const { statements } = await site.journal.store.mediated(assembly.id)
  return statements.find((one) => one.id === named) ?? null
}

const refused = async (site: Site, c: Context, visit: Visit, problem: string): Promise<Response> =>
  show(c, await page(site, visit, { notice: null, problem }), 400)

const said = (site: Site, { assembly }: Visit, record: ListeningRecord) =>
  site.journal.commit([{ type: 'said', assembly: assembly.id, records: [record] }])
