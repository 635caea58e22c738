import { counted, type StatementId } from '../../kernel/index.ts'
import { UNIT } from '../schema/parts.ts'
import type { Charter } from '../schema.ts'
import { agreed, areEnough, type Counting, everybody, peopleWho } from './count.ts'
import { finding, type ProofFinding, unlessBroken } from './finding.ts'
import type { ProofBallot } from './proof.ts'

type Core = Charter['certificates']['slates'][number]['core']
type Refuted = Extract<Core, { outcome: 'refuted' }>

/** What each ballot pays under one rule; null where the proof is withheld. */
export interface Paying {
  readonly rule: string
  readonly ballots: readonly ProofBallot[] | null
}

/** Counts payments or witness again; null where nothing is claimed. */
export function verifyCore(
  claimed: Core,
  counting: Counting,
  paying: Paying,
  path: string,
): ProofFinding | null {
  if (claimed.outcome === 'not-certified') return null
  if (claimed.outcome === 'refuted')
    return unlessBroken(path, refutedText(claimed), witnessProblems(claimed, counting))
  if (paying.ballots === null)
    return finding('unknown', path, 'It is said to be in the core; the payments that prove it are not here.')
  return unlessBroken(
    path,
    'In the core: the payments prove that nobody would rather leave.',
    paymentProblems(paying.rule, paying.ballots, counting),
  )
}

function witnessProblems({ people, claims }: Refuted, counting: Counting): string[] {
  const { ballots, candidates, slate, seats } = counting
  const leaving = peopleWho(ballots, (ballot) => agreed(ballot, claims) > agreed(ballot, slate))
  return [
    ...(new Set(claims).size === claims.length && claims.every((claim) => candidates.includes(claim))
      ? []
      : ['It names a statement twice, or one that could not be seated.']),
    ...(leaving === people
      ? []
      : [`${counted(leaving, 'person', 'people')} would rather leave, not ${people}.`]),
    ...(claims.length <= seats && areEnough(people, claims.length, counting)
      ? []
      : [`${counted(people, 'person is', 'people are')} not enough for ${counted(claims.length, 'seat')}.`]),
  ]
}

/**
 * What is wrong with payments: everybody may pay for seated statements they agree with, for none more than they keep;
 * no seated statement collects more than a seat costs; and the supporters of any other keep less than that together.
 *
 * Units: billionths of what a person has; a seat costs everybody’s, divided by the seats. All sums are whole numbers.
 */
function paymentProblems(rule: string, ballots: readonly ProofBallot[], counting: Counting): string[] {
  const seated = new Set(counting.slate)
  const collected = new Map<StatementId, bigint>()
  const collect = (statement: StatementId, units: bigint) =>
    collected.set(statement, (collected.get(statement) ?? 0n) + units)
  for (const [at, { people, agree, pays }] of ballots.entries()) {
    const paid = Object.entries(pays[rule] ?? {}) as [StatementId, number][]
    const reserve = UNIT - paid.reduce((sum, [, units]) => sum + units, 0)
    for (const [statement, units] of paid) {
      if (!seated.has(statement) || !agree.includes(statement))
        return [`Ballot ${at + 1} pays for ${statement}, which it does not agree with or which has no seat.`]
      if (units > reserve) return [`Ballot ${at + 1} pays more for ${statement} than it keeps.`]
      collect(statement, BigInt(people) * BigInt(units))
    }
    for (const statement of agree)
      if (!seated.has(statement)) collect(statement, BigInt(people) * BigInt(reserve))
  }
  const seat = BigInt(everybody(counting.ballots)) * BigInt(UNIT)
  return [...collected].flatMap(([statement, units]) => {
    const all = units * BigInt(counting.seats)
    if (seated.has(statement)) return all <= seat ? [] : [`${statement} collects more than a seat costs.`]
    return all < seat ? [] : [`Supporters of ${statement} keep enough for a seat.`]
  })
}

const refutedText = ({ people, claims }: Refuted): string =>
  `Not in the core, as it says: ${counted(people, 'person', 'people')} would rather have ${counted(claims.length, 'statement')} of their own choice.`
