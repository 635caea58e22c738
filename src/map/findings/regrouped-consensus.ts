import {
  betaWith,
  chance,
  type Direction,
  type Interval,
  ignorance,
  type StatementId,
} from '../../kernel/index.ts'
import type { Shares } from '../opinion-map.ts'
import { planeOf } from '../space/space.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { rowsOf } from '../votes/picked.ts'
import { pooled } from './partial-pooling.ts'
import { countsOf, leastSeen } from './pooled-shares.ts'
import { type Into, labelsBy, numbered, regrouped } from './regrouped.ts'
import { type StatementTally, talliesOf } from './support.ts'

/** How often the groups are found again for the doubt about who is in which (ADR 0045). */
export const REGROUPINGS = 20

/**
 * The product of the groups' shares of every statement, with the doubt of few votes and of who is in which group.
 *
 * People are drawn again with replacement, divided as the map divides them, and everybody is put into the groups found
 * so: another way the groups could have come out. The variance is that of the shares within such a grouping, on
 * average, and that of their means between groupings. A product has no order, so groups need not be matched.
 *
 * Units:  shares of 1; none where people do not divide into k.
 * Source: law of total variance; bootstrap of people, Efron 1979, Ann. Stat. 7(1):1-26; ADR 0045.
 */
export function regroupedConsensus(matrix: VoteMatrix, { k, seed }: Into): ReadonlyMap<StatementId, Shares> {
  const near = planeOf(matrix)
  const groupings = Array.from({ length: REGROUPINGS }, (_, again) => {
    const random = chance(`${seed}/${again}`)
    const drawn = Uint32Array.from({ length: matrix.people }, () => random.below(matrix.people))
    const grouping = regrouped(rowsOf(matrix, drawn), { k, seed: `${seed}/${again}/k-means` }, near)
    return grouping === null
      ? []
      : [talliesOf(matrix, { groups: numbered(k), labels: labelsBy(grouping, matrix) })]
  }).flat()
  if (groupings.length === 0) return new Map()
  const agree = products(groupings, 'agree')
  const disagree = products(groupings, 'disagree')
  return new Map(
    matrix.statements.map((statement, at) => [statement, { agree: agree[at]!, disagree: disagree[at]! }]),
  )
}

function products(groupings: readonly (readonly StatementTally[])[], direction: Direction): Interval[] {
  const moments = groupings.map((tallies) => pooled(countsOf(tallies, direction)).products)
  const over = (value: (run: number) => number) =>
    groupings.reduce((sum, _, run) => sum + value(run), 0) / groupings.length
  return groupings[0]!.map((_, at) => {
    const n = Math.min(...groupings.map((tallies) => leastSeen(tallies[at]!)))
    const mean = over((run) => moments[run]!.mean[at]!)
    const within = over((run) => moments[run]!.variance[at]!)
    const between = over((run) => (moments[run]!.mean[at]! - mean) ** 2)
    return n === 0 ? ignorance('beta') : betaWith({ mean, variance: within + between }, n)
  })
}
