import type { Charter, RatificationBallot } from '../../charter/index.ts'
import type { Event } from '../../io/events.ts'
import type { CharterVersion } from '../../io/stores/index.ts'
import { type Chance, canonical, chance, type GroupId, type ParticipantId } from '../../kernel/index.ts'
import { listeningOf } from '../../listen/index.ts'
import type { App } from '../assembly/app.ts'
import { closeRatification, draftCharter, inForce, openRatification } from '../assembly/charters.ts'
import { compilePrompt, governWith } from '../assembly/govern-with.ts'
import { importListening } from '../assembly/import.ts'
import { actInRound, closeRound, openRound, openRoundOf } from '../assembly/rounds.ts'
import { runAudit } from '../audit.ts'
import { gateway } from '../gateway/index.ts'
import { TRIES } from './assistant.ts'
import { SAMPLE_DRAFT } from './negotiation.ts'
import { BALLOTS, OBJECTIONS } from './ratifying.ts'
import { SAMPLE_ASSEMBLY, sampleRecords } from './records.ts'
import { roundOfSample } from './round.ts'

/**
 * Carries the sample assembly through the whole flow, as any assembly would go: answers, draft, vote, charter in
 * force, audit, a few talks. A step that was done is left alone, so that one that a crash cut short is finished.
 * A data directory that holds other assemblies is not touched.
 */
export async function openSample(app: App, say: (line: string) => void): Promise<void> {
  const { store } = app.journal
  const assemblies = await store.assemblies()
  if (!assemblies.some(({ id }) => id === SAMPLE_ASSEMBLY)) {
    if (assemblies.length > 0) return
    say('Making the sample assembly: 600 invented people answer …')
    await importListening(app.journal, listeningOf(sampleRecords()), () => undefined)
  }
  await bringInForce(app, say)
  if ((await store.latestAudit(SAMPLE_ASSEMBLY)) === null) await audit(app, say)
  if ((await store.decisions(SAMPLE_ASSEMBLY, 1)).length === 0) await talk(app)
}

/** The first charter of the sample; later ones are whoever’s who uses it. */
async function bringInForce(app: App, say: (line: string) => void): Promise<void> {
  const { store } = app.journal
  if ((await store.charters(SAMPLE_ASSEMBLY)).length === 0) {
    say('Drafting its charter …')
    orFail(await draftCharter(app, SAMPLE_ASSEMBLY, SAMPLE_DRAFT))
  }
  await holdRound(app, say)
  const [first, ...earlier] = await store.charters(SAMPLE_ASSEMBLY)
  if (first === undefined || earlier.length > 1) return
  if (first.status === 'draft') orFail(await openRatification(app, SAMPLE_ASSEMBLY, first.hash))
  if (first.status !== 'draft' && first.status !== 'voting') return
  say('They vote on it …')
  const { hash } = first
  const roll = await store.roll(SAMPLE_ASSEMBLY, hash)
  const events = [...roll].map(
    ([participant, group]): Event => ({
      type: 'ratification-voted',
      assembly: SAMPLE_ASSEMBLY,
      hash,
      ballot: ballotOf(participant, group, first),
    }),
  )
  await app.journal.commit(events.slice(0, BALLOTS.cast))
  orFail(await closeRatification(app, SAMPLE_ASSEMBLY, hash))
}

/** People talk about the first draft, and the drafters answer; what was done is left alone. */
async function holdRound(app: App, say: (line: string) => void): Promise<void> {
  const { store } = app.journal
  const [first, ...others] = await store.charters(SAMPLE_ASSEMBLY)
  if (first?.status !== 'draft' || others.length > 0) return
  say('They talk about the draft …')
  const { hash, charter } = first
  if ((await openRoundOf(store, SAMPLE_ASSEMBLY)) === null)
    orFail(await openRound(app, SAMPLE_ASSEMBLY, { hash, by: 'drafting group of the sample assembly' }))
  const done = new Set((await store.roundActs(SAMPLE_ASSEMBLY, hash)).map(({ act }) => canonical(act)))
  const { map } = await app.studies.fresh(SAMPLE_ASSEMBLY)
  for (const act of roundOfSample(charter, map.people))
    if (!done.has(canonical(act))) orFail(await actInRound(app, SAMPLE_ASSEMBLY, { draft: hash, act }))
  orFail(await closeRound(app, SAMPLE_ASSEMBLY))
}

function ballotOf(
  participant: ParticipantId,
  group: GroupId | null,
  { hash, charter }: CharterVersion,
): RatificationBallot {
  const draw = chance(`sample ballot ${hash} ${participant}`)
  const says = answerOf(BALLOTS.yes[group ?? 'none'] ?? BALLOTS.yes.none, draw)
  if (says !== 'no' || draw.uniform() > BALLOTS.objects) return { participant, says, dissent: [] }
  const own = OBJECTIONS.filter((objection) => objection.group === (group ?? 'none'))
  const objection = own[draw.below(Math.max(own.length, 1))]
  const clause = clauseOn(charter, objection?.statement ?? '')
  return { participant, says, dissent: objection === undefined ? [] : [{ clause, words: objection.words }] }
}

function answerOf(yes: number, draw: Chance): RatificationBallot['says'] {
  if (draw.uniform() < BALLOTS.abstain) return 'abstain'
  return draw.uniform() < yes ? 'yes' : 'no'
}

function clauseOn({ principles, rulings, cannotHonour }: Charter, statement: string) {
  const own = [...principles, ...cannotHonour].find((clause) => clause.statement === statement)
  return (
    own?.id ??
    rulings.find(({ prefer, over }) => [prefer.statement, over.statement].some((one) => one === statement))
      ?.id ??
    null
  )
}

async function audit(app: App, say: (line: string) => void): Promise<void> {
  const version = await inForce(app.journal.store, SAMPLE_ASSEMBLY)
  if (version === null) return
  say('Testing whether the assistant keeps it …')
  const found = await runAudit({
    charter: version.charter,
    model: app.model,
    modelId: app.model.name,
    judge: app.judge,
    compilePrompt,
    seed: 'sample audit',
    onProgress: () => undefined,
    signal: new AbortController().signal,
  })
  await app.journal.commit([{ type: 'audited', assembly: SAMPLE_ASSEMBLY, audit: found }])
}

/** Each thing a visitor can try, once, so that the desk and the report have something to show. */
async function talk(app: App): Promise<void> {
  const door = gateway(governWith(app, { assembly: SAMPLE_ASSEMBLY, participant: null }))
  for (const { text } of TRIES)
    await door.request('/v1/chat/completions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ model: app.model.name, messages: [{ role: 'user', content: text }] }),
    })
}

function orFail(outcome: { readonly kind: string; readonly problem?: { readonly found: string } }): void {
  if (outcome.kind === 'refused')
    throw new Error(`the sample could not be opened: ${outcome.problem?.found ?? ''}`)
}
