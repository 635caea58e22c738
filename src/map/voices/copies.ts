import { logGamma } from '../../kernel/index.ts'
import type { Votes } from '../votes/matrix.ts'
import type { Share } from './shares.ts'

/** So many answers of a copy are its own: where copies differ (ADR 0036). */
const OWN = 0.1

/** One ballot that some people may have copied, as their answers show it. */
export interface Ballot {
  /** How much their answers speak for copies, rather than for people who answer as others like them do; in nats. */
  readonly overOthers: number
  /** The same, rather than for a small group with opinions of its own. */
  readonly overGroup: number
  /** How much one more person would add to `overOthers`. */
  gain(row: number): number
}

/**
 * Whether people copied one ballot: the likelihood of that, over the likelihood of two honest explanations.
 *
 * A copy answers like the ballot nine times in ten, else as others like the person do. The ballot is unknown, so each
 * of its answers is averaged over what the first who answered was likely to say. The others: each answers on their own
 * with the shares given. The small group: each answers on their own with shares that nobody else has (Jeffreys' prior).
 * Honest people who are alike differ most on what divides them; copies differ everywhere by the same little.
 *
 * If people answer on their own with these shares, exp(overOthers) is 1 on average, whoever is put together: an e-value.
 *
 * Units:  nats.
 * Source: Vovk & Wang 2021, Ann. Stat. 49(3):1736-1754 (e-values); the model: ADR 0036.
 */
export function ballotOf(votes: Votes, share: Share, rows: readonly number[]): Ballot {
  const answered = new Map<number, Answered>()
  let [overOthers, overGroup] = [0, 0]
  for (const row of rows)
    for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) {
      const [column, vote] = [votes.statement[at]!, votes.vote[at]!]
      const one = answered.get(column) ?? unanswered(share, row, column)
      const own = share(row, column, vote)
      const [was, seen] = [logSum(one.logs), one.counts[0]! + one.counts[1]! + one.counts[2]!]
      addCopy(one.logs, vote, own)
      const gained = logSum(one.logs) - was
      overOthers += gained
      overGroup += gained + Math.log(own) - Math.log((one.counts[vote + 1]! + 1 / 2) / (seen + 3 / 2))
      one.counts[vote + 1]!++
      answered.set(column, one)
    }
  return { overOthers, overGroup, gain: (row) => gainOf({ votes, share, answered }, row) }
}

/**
 * What a set of `size` out of `people` must pass, so that among all honest assemblies at most one in twenty has any
 * set, of any size, that passes: one bound over all sets at once, so it does not matter how a set was found.
 *
 * Units:  nats.
 * Source: Markov's inequality and the union bound; of the 5 %, size m has 1 / (m (m − 1)): ADR 0036.
 *
 * @example
 * neededEvidence(2, 100) // ~> 12.196
 */
export const neededEvidence = (size: number, people: number): number =>
  logChoose(people, size) + Math.log((size * (size - 1)) / FALSE_FLAGS)

/** What was answered to one statement so far. */
interface Answered {
  /** The log-probability of it relative to the shares, were the ballot disagree, pass or agree. */
  readonly logs: [number, number, number]
  readonly counts: [number, number, number]
}

const unanswered = (share: Share, row: number, column: number): Answered => ({
  logs: [Math.log(share(row, column, -1)), Math.log(share(row, column, 0)), Math.log(share(row, column, 1))],
  counts: [0, 0, 0],
})

function addCopy(logs: Answered['logs'], vote: number, own: number): void {
  for (let ballot = 0; ballot < logs.length; ballot++)
    logs[ballot]! += ballot === vote + 1 ? Math.log((1 - OWN) / own + OWN) : Math.log(OWN)
}

function gainOf(
  {
    votes,
    share,
    answered,
  }: { readonly votes: Votes; readonly share: Share; readonly answered: ReadonlyMap<number, Answered> },
  row: number,
): number {
  let gain = 0
  for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) {
    const one = answered.get(votes.statement[at]!)
    if (one === undefined) continue // a statement that nobody of them answered says nothing
    const logs: Answered['logs'] = [...one.logs]
    addCopy(logs, votes.vote[at]!, share(row, votes.statement[at]!, votes.vote[at]!))
    gain += logSum(logs) - logSum(one.logs)
  }
  return gain
}

function logSum([a, b, c]: readonly [number, number, number]): number {
  const most = Math.max(a, b, c)
  return most + Math.log(Math.exp(a - most) + Math.exp(b - most) + Math.exp(c - most))
}

const logChoose = (n: number, m: number): number => logGamma(n + 1) - logGamma(m + 1) - logGamma(n - m + 1)

/** The share of honest assemblies in which anybody may be flagged (ADR 0036). */
const FALSE_FLAGS = 0.05
