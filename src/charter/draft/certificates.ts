import type { StatementId } from '../../kernel/index.ts'
import { coreOf, ejrPlusOf, electorateOf, profileOf } from '../../negotiate/index.ts'
import { type Proof, printProof, proofDigest } from '../proof/index.ts'
import type { Certificates } from '../schema.ts'
import { type Lot, lotOf } from './lotteries.ts'
import type { Study } from './request.ts'

/** What is certified of the declared rules’ slates, and the text of the file that proves it. */
export interface Certified {
  readonly certificates: Certificates
  /** Null where there are too many ballots to write down. */
  readonly proof: string | null
}

type Electorate = ReturnType<typeof electorateOf>
type Core = ReturnType<typeof coreOf>

/**
 * Certifies the slate of each declared rule on the votes themselves.
 *
 * Source: ADR 0056 for the search, ADR 0057 for what is published of it.
 */
export function certified({ listening, map, panel }: Study, votes: string): Certified {
  const { candidates, seats, declared } = panel
  const profile = profileOf(listening, map, { candidates, leftOut: [] })
  const electorate = electorateOf(profile)
  const judged = panel.slates
    .filter(({ rule }) => declared.includes(rule))
    .map(({ rule, seats: filled }) => {
      const slate = filled.map(({ statement }) => statement)
      return { rule, slate, core: coreOf(electorate, slate, seats), lot: lotOf(rule, profile) }
    })
  const proof = proofText(electorate, { votes, seats, candidates: [...candidates] }, judged)
  const slates = judged.map(({ rule, slate, core, lot }) => ({
    rule,
    slate,
    ejrPlus: ejrPlusIn(ejrPlusOf(profile, slate, seats)),
    core: coreIn(core, candidates),
    lottery: lot?.lottery ?? null,
  }))
  const digest = proof === null ? null : proofDigest(proof)
  return {
    certificates: { people: profile.everybody, candidates: [...candidates], proof: digest, slates },
    proof,
  }
}

function ejrPlusIn({
  claim,
  tightest,
}: ReturnType<typeof ejrPlusOf>): Certificates['slates'][number]['ejrPlus'] {
  if (tightest === null) return { outcome: 'certified', closest: null }
  const { people, owed, claim: statement } = tightest
  const closest = { statement, people: people.length, owed }
  return { outcome: claim === null ? 'certified' : 'refuted', closest }
}

function coreIn(core: Core, candidates: readonly StatementId[]): Certificates['slates'][number]['core'] {
  if (core.kind === 'certified') return { outcome: 'certified' }
  if (core.kind === 'not-certified') return { outcome: 'not-certified', because: core.because }
  const { people, claims } = core.blocking
  return { outcome: 'refuted', people, claims: claims.map((claim) => candidates[claim]!) }
}

interface Judged {
  readonly rule: string
  readonly slate: StatementId[]
  readonly core: Core
  readonly lot: Lot | null
}

function proofText(
  { ballots }: Electorate,
  head: Pick<Proof, 'votes' | 'seats' | 'candidates'>,
  judged: readonly Judged[],
): string | null {
  if (ballots === null) return null
  const { offsets, candidates } = ballots.approvals
  const statementAt = (at: number) => head.candidates[candidates[at]!]!
  const paid = judged.flatMap(({ rule, core }) =>
    core.kind === 'certified' ? [{ rule, units: core.units }] : [],
  )
  return printProof({
    schema: 'parley-proof/1',
    ...head,
    slates: judged.map(({ rule, slate }) => ({ rule, slate })),
    pairs: judged.flatMap(({ lot }) => lot?.pairs ?? []),
    ballots: Array.from(ballots.weights, (people, ballot) => {
      const marks = Array.from(
        { length: offsets[ballot + 1]! - offsets[ballot]! },
        (_, at) => offsets[ballot]! + at,
      )
      const paysAt = (units: Float64Array) =>
        Object.fromEntries(marks.filter((at) => units[at]! > 0).map((at) => [statementAt(at), units[at]!]))
      return {
        people,
        agree: marks.map(statementAt),
        pays: Object.fromEntries(paid.map(({ rule, units }) => [rule, paysAt(units)])),
      }
    }),
  })
}
