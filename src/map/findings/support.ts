import { type GroupId, type StatementId, seen, type Tally, wilson } from '../../kernel/index.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import type { StatementSupport, Support } from '../opinion-map.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { unseenOf } from './unseen.ts'

/** How everybody answered one statement, and how each group did. */
export interface StatementTally {
  readonly statement: StatementId
  /** Everybody who answered it, in a group or not. */
  readonly overall: Tally
  /** Every group, also one of which nobody saw the statement. */
  readonly groups: ReadonlyMap<GroupId, Tally>
}

/**
 * Counts the answers to every statement, overall and in each group, groups in the order given.
 *
 * The groups are those of the map, or any others, such as the ones a published export names.
 */
export function talliesOf(matrix: VoteMatrix, { groups, labels }: Membership): StatementTally[] {
  const counts = new Uint32Array(matrix.columns * (groups.length + 1) * ANSWERS)
  const cell = (column: number, part: number) => (column * (groups.length + 1) + part) * ANSWERS
  for (let row = 0; row < matrix.people; row++) {
    const part = labels[row] === NONE ? 0 : labels[row]! + 1
    for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++)
      counts[cell(matrix.statement[at]!, part) + matrix.vote[at]! + 1]!++
  }
  const tally = (column: number, part: number): Tally => {
    const [disagree, pass, agree] = counts.subarray(cell(column, part), cell(column, part) + ANSWERS)
    return { agree: agree!, pass: pass!, disagree: disagree! }
  }
  return matrix.statements.map((statement, column) => {
    const inGroups = groups.map((group, at) => [group, tally(column, at + 1)] as const)
    const overall = [tally(column, 0), ...inGroups.map(([, own]) => own)].reduce(together)
    return { statement, overall, groups: new Map(inGroups) }
  })
}

export const NOBODY: Tally = { agree: 0, pass: 0, disagree: 0 }

/** The answers of two sets of people. */
export const together = (a: Tally, b: Tally): Tally => ({
  agree: a.agree + b.agree,
  pass: a.pass + b.pass,
  disagree: a.disagree + b.disagree,
})

/**
 * Who supports what, with intervals: shares of those who saw the statement; a pass is an answer too.
 *
 * Who did not see it counts neither way; how many these are, and how far they could move the shares, stands beside.
 *
 * Units:  shares of 1. A statement nobody saw has the interval that says nothing, from 0 to 1.
 * Source: Wilson 1927; see `wilson`. Pooled shares and bounds: ADR 0034.
 */
export function supportOf(
  tallies: readonly StatementTally[],
  membership: Membership,
  pooled: ReadonlyMap<StatementId, { readonly groups: StatementSupport['pooled'] }>,
): StatementSupport[] {
  const people = sizesOf(membership)
  return tallies.map(({ statement, overall, groups }) => ({
    statement,
    overall: sharesOf(overall, membership.labels.length),
    groups: new Map([...groups].map(([group, tally]) => [group, sharesOf(tally, people.get(group)!)])),
    pooled: pooled.get(statement)!.groups,
  }))
}

const sharesOf = (tally: Tally, people: number): Support => ({
  tally,
  agree: wilson(tally.agree, seen(tally)),
  disagree: wilson(tally.disagree, seen(tally)),
  unseen: unseenOf(tally, people),
})

function sizesOf({ groups, labels }: Membership): ReadonlyMap<GroupId, number> {
  const sizes = new Uint32Array(NONE + 1)
  for (const label of labels) sizes[label]!++
  return new Map(groups.map((group, label) => [group, sizes[label]!]))
}

const ANSWERS = 3
