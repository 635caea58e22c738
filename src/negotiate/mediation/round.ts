import { byId, contentDigest, id, type MediationId, type StatementId } from '../../kernel/index.ts'
import type { Listening, ListeningRecord, Mediation, Reason, Statement } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import { type Foretold, foretoldOf } from './foretold.ts'
import type { Material } from './material.ts'
import type { Candidate, RankingPrompt } from './plan.ts'
import { type Ranked, rankedBy } from './preferences.ts'
import { type Prompt, promptDigest } from './prompt.ts'
import { type Read, readCandidate, readRanking } from './read.ts'
import { candidatesOf, critiquesOf, roundsOf } from './rounds.ts'

/** What came back for a prompt: the words of the reply, or why there is none, and the word it had to repeat. */
export interface Reply {
  readonly text: Read<string>
  readonly word: string
}

/** What became of a prompt for a candidate. */
export interface Drawn {
  readonly prompt: string
  readonly candidate: Read<Candidate>
}

/**
 * Candidates out of the replies to a round's prompts, in their order: each is new beside what people said and beside
 * those before it.
 *
 * The id of a candidate is a digest of its round and words, so that no reply chooses it.
 */
export function drawnFrom(
  prompts: readonly Prompt[],
  replies: readonly Reply[],
  { said, mediation }: { readonly said: readonly string[]; readonly mediation: MediationId },
): readonly Drawn[] {
  const there = [...said]
  return prompts.map((prompt, at): Drawn => {
    const reply = replies[at] ?? { text: NOT_ASKED, word: '' }
    const read: Read<string> =
      reply.text.kind === 'unknown'
        ? reply.text
        : readCandidate(reply.text.value, { word: reply.word, said: there })
    if (read.kind === 'unknown') return { prompt: promptDigest(prompt), candidate: read }
    there.push(read.value)
    const named = id<'statement'>(`m-${contentDigest([mediation, read.value]).slice(7, 23)}`)
    return {
      prompt: promptDigest(prompt),
      candidate: { kind: 'read', value: { id: named, text: read.value } },
    }
  })
}

export const readCandidates = (drawn: readonly Drawn[]): readonly Candidate[] =>
  drawn.flatMap(({ candidate }) => (candidate.kind === 'read' ? [candidate.value] : []))

/** The groups' rankings out of the replies; a reply that is none is left out. */
export const predictedFrom = (
  prompts: readonly RankingPrompt[],
  replies: readonly Reply[],
): Mediation['predicted'] =>
  prompts.flatMap(({ group, labels }, at) => {
    const reply = replies[at]
    if (reply === undefined || reply.text.kind === 'unknown') return []
    const read = readRanking(reply.text.value, reply.word, labels)
    return read.kind === 'unknown' ? [] : [{ group, order: [...read.value] }]
  })

export interface Finished {
  readonly id: MediationId
  readonly model: string
  /** In ISO 8601. */
  readonly at: string
  readonly calls: number
  readonly material: Material
  readonly drawn: readonly Drawn[]
  readonly predicted: Mediation['predicted']
}

/** A finished round as records: what was done, and candidates that wait for an operator and for votes. */
export function recordsOfRound({
  id: mediation,
  model,
  at,
  calls,
  material,
  drawn,
  predicted,
}: Finished): ListeningRecord[] {
  const told = new Map<StatementId, number>()
  for (const { statement } of material.critiques) told.set(statement, (told.get(statement) ?? 0) + 1)
  const candidates = drawn.flatMap(({ prompt, candidate }): ListeningRecord[] =>
    candidate.kind === 'unknown'
      ? []
      : [
          {
            type: 'statement',
            ...candidate.value,
            language: 'und',
            author: null,
            origin: 'mediator',
            written: { model, mediation, prompt },
            subject: 'value',
            moderation: 'waiting',
          },
        ],
  )
  return [
    {
      type: 'mediation',
      id: mediation,
      round: material.round,
      model,
      at,
      calls,
      from: material.statements.map((one) => one.id),
      critiques: [...told].sort(([a], [b]) => byId(a, b)).map(([statement, words]) => ({ statement, words })),
      predicted,
    },
    ...candidates,
  ]
}

/** Where a round stands: its candidates, how they were foretold to do, how people rank them and what people say. */
export interface RoundStanding {
  readonly mediation: Mediation
  readonly candidates: readonly Statement[]
  readonly foretold: { readonly groups: readonly Foretold[]; readonly ranked: Ranked }
  /** By the people who ranked them. */
  readonly ranked: Ranked
  readonly critiques: readonly Reason[]
}

/** Every round, the latest first. */
export const standingsOf = (listening: Listening, map: OpinionMap): readonly RoundStanding[] =>
  roundsOf(listening)
    .map((mediation): RoundStanding => {
      const candidates = candidatesOf(listening, mediation.id)
      const voices = listening.rankings
        .filter((one) => one.mediation === mediation.id)
        .map(({ order }) => ({ orders: [order], weight: 1 }))
      return {
        mediation,
        candidates,
        foretold: foretoldOf(mediation, candidates, { listening, map }),
        ranked: rankedBy(
          candidates.map((one) => one.id),
          voices,
        ),
        critiques: critiquesOf(listening, mediation.id),
      }
    })
    .toReversed()

const NOT_ASKED = { kind: 'unknown', because: 'the model was not asked' } as const
