import { chance, type StatementId, seen } from '../../kernel/index.ts'
import type { HeldOut } from '../checked.ts'
import { type Plane, planeOf } from '../space/space.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { pickedVotes } from '../votes/picked.ts'
import { DIRECTIONS, differs } from './differences.ts'
import { correctedForMany } from './multiplicity.ts'
import { type Into, labelsBy, numbered, regrouped } from './regrouped.ts'
import { type StatementTally, talliesOf } from './support.ts'

/** Into how many parts the statements are dealt; each is tested by groups found from the others (ADR 0035). */
export const PARTS = 5
/** How often they are dealt anew (ADR 0035). */
export const DEALS = 5
/** Corrected probability up to which groups are said to differ (ADR 0035). */
export const DIFFERS = 0.05

/**
 * Whether groups differ on a statement that had no part in making them.
 *
 * Groups found in votes differ on those votes, also where nobody has an opinion: they were sorted by them. So the
 * statements are dealt into parts, and on each part people are compared in groups found from the other parts alone. If
 * what people answer to one statement has nothing to do with what they answer to others, such groups are as good as
 * drawn by lot, and the exact test keeps its level. The groups of a deal have no names and are not matched to those of
 * the map: the question is whether any of them differs. Deals are joined by twice the median of their probabilities.
 *
 * Shapes: one entry per statement that somebody saw, in the order of the matrix; none where people do not divide.
 * Source: this project, ADR 0035; joining, Meinshausen, Meier & Buhlmann 2009, J. Am. Stat. Assoc. 104(488):1671-1681;
 *         splitting what groups are found in from what they are tested on, Cox 1975, Biometrika 62(2):441-444.
 */
export function heldOutOf(matrix: VoteMatrix, { k, seed }: Into): HeldOut[] {
  const near = planeOf(matrix)
  const deals = Array.from({ length: DEALS }, (_, deal) =>
    dealt(matrix, { k, seed: `${seed}/deal/${deal}` }, near),
  )
  const tested = matrix.statements.filter((statement) => deals.some((deal) => deal.has(statement)))
  const joined = tested.map((statement) =>
    Math.min(1, 2 * middle(deals.map((deal) => deal.get(statement) ?? 1))),
  )
  const corrected = correctedForMany(joined)
  return tested.map((statement, at) => ({
    statement,
    p: joined[at]!,
    adjusted: corrected[at]!,
    differs: corrected[at]! <= DIFFERS,
  }))
}

/** One deal: every statement tested by groups found from the parts it is not in. */
function dealt(matrix: VoteMatrix, { k, seed }: Into, near: Plane): ReadonlyMap<StatementId, number> {
  const tests = new Map<StatementId, number>()
  const order = chance(seed).shuffled([...matrix.statements.keys()])
  const partOf = new Uint8Array(matrix.columns)
  order.forEach((column, at) => {
    partOf[column] = at % PARTS
  })
  const groups = numbered(k)
  for (let part = 0; part < PARTS; part++) {
    const others = {
      ...matrix,
      ...pickedVotes(matrix, (at) => partOf[matrix.statement[at]!] !== part),
    }
    const grouping = regrouped(others, { k, seed: `${seed}/${part}` }, near)
    if (grouping === null) continue
    const tallies = talliesOf(matrix, { groups, labels: labelsBy(grouping, others) })
    tallies.forEach((tally, column) => {
      if (partOf[column] === part && seen(tally.overall) > 0) tests.set(tally.statement, anyDiffers(tally))
    })
  }
  return tests
}

/**
 * How surprising the group that differs most is, counted once for each group and direction looked at; two groups
 * differ from each other only once.
 */
export function anyDiffers({ groups }: Pick<StatementTally, 'groups'>): number {
  const apart = groups.size === 2 ? [...groups.keys()].slice(0, 1) : [...groups.keys()]
  const tests = apart.flatMap((group) => DIRECTIONS.map((direction) => differs(groups, group, direction)))
  return Math.min(1, tests.length * Math.min(1, ...tests))
}

function middle(values: readonly number[]): number {
  const rising = [...values].sort((a, b) => a - b)
  return rising[rising.length >> 1]!
}
