import { type GroupId, type StatementId, seen, type Tally, wilson } from '../../kernel/index.ts'
import { type Engine, singleThread, tally } from '../engine/index.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import type { StatementSupport, Support } from '../opinion-map.ts'
import type { VotesOnMap } from '../votes/matrix.ts'
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
export function talliesOf(
  votes: VotesOnMap,
  { groups, labels }: Membership,
  engine: Engine = singleThread,
): StatementTally[] {
  const counts = engine.run(tally, votes, { labels, parts: groups.length + 1 })
  const tallyOf = (column: number, part: number): Tally => {
    const cell = (part * votes.columns + column) * ANSWERS
    const [disagree, pass, agree] = counts.subarray(cell, cell + ANSWERS)
    return { agree: agree!, pass: pass!, disagree: disagree! }
  }
  return votes.statements.map((statement, column) => {
    const inGroups = groups.map((group, part) => [group, tallyOf(column, part)] as const)
    const overall = inGroups.map(([, own]) => own).reduce(together, tallyOf(column, groups.length))
    return { statement, overall, groups: new Map(inGroups) }
  })
}

export const NOBODY: Tally = { agree: 0, pass: 0, disagree: 0 }

/** The answers of all groups but one, together. */
export const othersThan = (group: GroupId, groups: ReadonlyMap<GroupId, Tally>): Tally =>
  [...groups].reduce((sum, [other, tally]) => (other === group ? sum : together(sum, tally)), NOBODY)

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
