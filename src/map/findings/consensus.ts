import { byId, type Direction, type StatementId, seen } from '../../kernel/index.ts'
import type { Consensus } from '../opinion-map.ts'
import type { PooledStatement } from './pooled-shares.ts'
import type { StatementTally } from './support.ts'

/** A score without its interval: what counts alone say. */
export type Scored = Omit<Consensus, 'interval'>

/**
 * How far every group agrees with each statement, and how far every group disagrees: the product over the groups of
 * (A + 1) / (S + 2), A who agreed of S who saw it. One group that does not agree is enough to make it small.
 *
 * Without groups everybody counts as one.
 *
 * Shapes: one tally per statement -> two entries per statement, strongest first, ties by id, agree first.
 * Source: group-informed consensus, Small et al. 2021, RECERCA 26(2).
 *
 * @example
 * consensusOf([{ statement: id('1'), overall: { agree: 3, pass: 0, disagree: 1 }, groups: new Map() }]) // => [{ statement: '1', direction: 'agree', score: 4 / 6 }, { statement: '1', direction: 'disagree', score: 2 / 6 }]
 */
export function consensusOf(tallies: readonly StatementTally[]): Scored[] {
  return tallies.flatMap((tally) => [scored(tally, 'agree'), scored(tally, 'disagree')]).sort(strongestFirst)
}

/** The scores with how sure they are: the interval of the product of the groups' shares. */
export const withIntervals = (
  scores: readonly Scored[],
  pooled: ReadonlyMap<StatementId, PooledStatement>,
): Consensus[] =>
  scores.map((one) => ({ ...one, interval: pooled.get(one.statement)!.product[one.direction] }))

function scored({ statement, overall, groups }: StatementTally, direction: Direction): Scored {
  const parts = groups.size === 0 ? [overall] : [...groups.values()]
  const score = parts.reduce((product, tally) => product * ((tally[direction] + 1) / (seen(tally) + 2)), 1)
  return { statement, direction, score }
}

const strongestFirst = (a: Scored, b: Scored): number =>
  b.score - a.score || byId(a.statement, b.statement) || byId(a.direction, b.direction)
