import { canonical, counted, type StatementId } from '../../kernel/index.ts'
import type { CastVote } from '../../listen/index.ts'
import { LOTTERIES } from '../schema/certificates.ts'
import { UNIT } from '../schema/parts.ts'
import type { Certificates } from '../schema.ts'
import type { Counting } from './count.ts'
import { finding, type ProofFinding, unlessBroken } from './finding.ts'
import { pairsOf, recountedPairs } from './pairs.ts'
import type { ProofPair } from './proof.ts'

type Lottery = NonNullable<Certificates['slates'][number]['lottery']>

/** What a lottery is held against. */
export interface Drawing {
  readonly rule: string
  readonly counting: Counting
  /** Who prefers what, as a proof has it; null where the proof is withheld. */
  readonly pairs: readonly ProofPair[] | null
  readonly votes: readonly CastVote[] | null
}

/** Works out again how far a lottery could be from the best one; nothing where a rule rests on none. */
export function verifyLottery(claimed: Lottery | null, drawing: Drawing, path: string): ProofFinding[] {
  const kind = LOTTERIES.find((name) => name === drawing.rule) ?? null
  if ((claimed?.kind ?? null) !== kind)
    return [finding('broken', path, 'It states another lottery than the one that it rests on, or none.')]
  if (claimed === null) return []
  const shares = new Map(sharesIn(claimed).map(([statement, share]) => [statement, BigInt(share)]))
  const problems = [
    ...shareProblems(claimed, drawing.counting),
    ...(claimed.kind === 'nash-welfare'
      ? gapProblems(claimed.gap, shares, drawing.counting)
      : leadProblems(claimed.exploitability, shares, drawing)),
  ]
  return [unlessBroken(path, keptText(claimed, drawing), problems)]
}

type Shares = ReadonlyMap<StatementId, bigint>

const WHOLE = BigInt(UNIT)
const MILLION = 1_000_000n

const sharesIn = ({ shares }: Lottery) => Object.entries(shares) as [StatementId, number][]

function shareProblems(claimed: Lottery, { candidates }: Counting): string[] {
  const shares = sharesIn(claimed)
  const sum = shares.reduce((all, [, share]) => all + share, 0)
  return [
    ...(shares.every(([statement]) => candidates.includes(statement))
      ? []
      : ['It gives a share to what could not be seated.']),
    ...(sum === (candidates.length === 0 ? 0 : UNIT) ? [] : ['Its shares are not the whole together.']),
  ]
}

/**
 * With u what a person gets, the shares of what they agree with: for each candidate, the sum over its supporters of 1/u
 * is at most 1 + gap for everybody who agrees with something. Each summand is rounded up to a billionth, so a sum is
 * never taken for smaller than it is.
 */
function gapProblems(gap: number, shares: Shares, { ballots, candidates }: Counting): string[] {
  const added = new Map<StatementId, bigint>()
  let served = 0n
  for (const { people, agree } of ballots) {
    if (agree.size === 0) continue
    const got = [...agree].reduce((sum, statement) => sum + (shares.get(statement) ?? 0n), 0n)
    if (got === 0n) return [`It gives nothing to people who agree with ${[...agree].join(', ')}.`]
    const each = dividedUp(BigInt(people) * WHOLE * WHOLE, got)
    for (const statement of agree) added.set(statement, (added.get(statement) ?? 0n) + each)
    served += BigInt(people)
  }
  const most = (MILLION + BigInt(gap)) * served * WHOLE
  return candidates
    .filter((statement) => (added.get(statement) ?? 0n) * MILLION > most)
    .map((statement) => `Statement ${statement} would add more than it says to those who agree with it.`)
}

/**
 * For each candidate, the sum over all others of their share, times who prefers it less who prefers the other, divided
 * by two more than voted on both: at most the exploitability. Each summand is rounded up, as for the gap.
 */
function leadProblems(exploitability: number, shares: Shares, drawing: Drawing): string[] {
  const { candidates, ballots } = drawing.counting
  const pairs = drawing.pairs ?? recountedPairs(drawing.votes ?? [], candidates)
  const people = ballots.reduce((sum, ballot) => sum + ballot.people, 0)
  if (canonical(pairs.map(({ of }) => of)) !== canonical(pairsOf(candidates)))
    return ['The proof does not say of every two candidates who prefers what.']
  const odd = pairs.find(({ prefer, met }) => prefer[0] + prefer[1] > met || met > people)
  if (odd !== undefined) return [`More people prefer one of ${odd.of.join(' and ')} than voted on both.`]
  const leads = new Map(candidates.map((candidate) => [candidate, 0n]))
  const lead = (one: StatementId, other: StatementId, { by, met }: { by: number; met: number }) =>
    leads.set(
      one,
      leads.get(one)! + dividedUp((shares.get(other) ?? 0n) * BigInt(by) * WHOLE, BigInt(met + 2)),
    )
  for (const { of, prefer, met } of pairs) {
    lead(of[0], of[1], { by: prefer[0] - prefer[1], met })
    lead(of[1], of[0], { by: prefer[1] - prefer[0], met })
  }
  const most = BigInt(exploitability) * WHOLE * WHOLE
  return candidates
    .filter((candidate) => leads.get(candidate)! * MILLION > most)
    .map((candidate) => `Statement ${candidate} leads the lottery by more than it says.`)
}

/** The quotient, rounded up whatever its sign. */
function dividedUp(dividend: bigint, divisor: bigint): bigint {
  const towardsZero = dividend / divisor
  return dividend > 0n && towardsZero * divisor !== dividend ? towardsZero + 1n : towardsZero
}

function keptText(claimed: Lottery, { votes }: Drawing): string {
  if (claimed.kind === 'nash-welfare')
    return `No group could give each of its members more than ${claimed.gap / 10_000} % more with its own part of the whole than the mix does.`
  const says = `Nothing leads the lottery by more than ${counted(claimed.exploitability, 'person', 'people')} in a million who can tell.`
  return votes === null ? `${says} Who prefers what is taken on the word of the proof.` : says
}
