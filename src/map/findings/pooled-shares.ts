import {
  betaWith,
  type Direction,
  type GroupId,
  type Interval,
  ignorance,
  type StatementId,
  seen,
  type Tally,
} from '../../kernel/index.ts'
import type { Gap, Shares } from '../opinion-map.ts'
import type { Counts } from './beta-binomial.ts'
import { gapOf } from './gap.ts'
import { type Moments, pooled } from './partial-pooling.ts'
import type { StatementTally } from './support.ts'

/** One statement's shares after pooling. */
export interface PooledStatement {
  readonly groups: ReadonlyMap<GroupId, Shares>
  /** The product of the groups' shares; without groups, everybody's share. */
  readonly product: Shares
  /** Between the groups that agree most and least; null where fewer than two saw the statement. */
  readonly gap: Gap | null
}

/**
 * Every group's share of every statement, and the product of a statement's shares, pooled, with intervals.
 *
 * Without groups everybody counts as one. A group of whom nobody saw a statement stays unknown, and so does the
 * statement's product: what others say about it is a guess, not an answer.
 *
 * Source: ADR 0034; a product of Beta shares is close to a Beta of the same mean and variance, Fan 1991, Commun.
 *         Stat. Theory Methods 20(12):4043-4052.
 */
export function pooledSharesOf(
  tallies: readonly StatementTally[],
): ReadonlyMap<StatementId, PooledStatement> {
  const [agree, disagree] = (['agree', 'disagree'] as const).map((direction) => intervals(tallies, direction))
  return new Map(
    tallies.map(({ statement, groups }, row) => [
      statement,
      {
        groups: new Map(
          [...groups.keys()].map((group, at) => [
            group,
            { agree: agree![row]!.shares[at]!, disagree: disagree![row]!.shares[at]! },
          ]),
        ),
        product: { agree: agree![row]!.product, disagree: disagree![row]!.product },
        gap: gapOf([...groups.keys()], agree![row]!),
      },
    ]),
  )
}

function intervals(tallies: readonly StatementTally[], direction: Direction) {
  const counts = countsOf(tallies, direction)
  const { groups, n } = counts
  const { shares, covariances, products } = pooled(counts)
  return tallies.map((tally, s) => ({
    shares: partsOf(tally).map((_, g) => interval(shares, s * groups + g, n[s * groups + g]!)),
    covariances: covariances.subarray(s * groups * groups, (s + 1) * groups * groups),
    product: interval(products, s, leastSeen(tally)),
  }))
}

/** The counts of one direction, group by group; without groups, of everybody. */
export function countsOf(tallies: readonly StatementTally[], direction: Direction): Counts {
  const parts = tallies.flatMap(partsOf)
  return {
    groups: parts.length / Math.max(1, tallies.length),
    yes: Uint32Array.from(parts, (tally) => tally[direction]),
    n: Uint32Array.from(parts, seen),
  }
}

/** How many saw a statement in the group that saw it least. */
export const leastSeen = (tally: StatementTally): number => Math.min(...partsOf(tally).map(seen))

/** Those who are asked one by one: the groups, or everybody. */
export const partsOf = ({ overall, groups }: Pick<StatementTally, 'overall' | 'groups'>): readonly Tally[] =>
  groups.size === 0 ? [overall] : [...groups.values()]

const interval = ({ mean, variance }: Moments, at: number, n: number): Interval =>
  n === 0 ? ignorance('beta') : betaWith({ mean: mean[at]!, variance: variance[at]! }, n)
