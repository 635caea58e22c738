import { type Direction, type GroupId, type StatementId, seen, type Tally } from '../../kernel/index.ts'
import { fisherExact } from './fisher.ts'
import { correctedForMany } from './multiplicity.ts'
import { othersThan, type StatementTally } from './support.ts'

/** The corrected probability of a difference at least as surprising, by statement, group and direction. */
export type Differences = (statement: StatementId, group: GroupId, direction: Direction) => number

/**
 * Whether each group answers a statement otherwise than everybody else in a group: an exact test for every statement,
 * group and direction, corrected for their number.
 *
 * Where the groups were found in the same votes, people were sorted by what is tested, and small values come easily:
 * they rank differences, they do not prove them (ADR 0034).
 *
 * Source: ADR 0034.
 */
export function differencesOf(tallies: readonly StatementTally[]): Differences {
  const tests = tallies.flatMap(({ statement, groups }) =>
    [...groups.keys()].flatMap((group) =>
      DIRECTIONS.map((direction) => ({
        name: nameOf(statement, group, direction),
        p: differs(groups, group, direction),
      })),
    ),
  )
  const corrected = correctedForMany(tests.map(({ p }) => p))
  const byName = new Map(tests.map(({ name }, at) => [name, corrected[at]!]))
  return (statement, group, direction) => byName.get(nameOf(statement, group, direction)) ?? 1
}

/** The exact test of one group against everybody else in a group. */
export function differs(groups: ReadonlyMap<GroupId, Tally>, group: GroupId, direction: Direction): number {
  const inside = groups.get(group)!
  const outside = othersThan(group, groups)
  return fisherExact([inside[direction], seen(inside)], [outside[direction], seen(outside)])
}

export const DIRECTIONS: readonly Direction[] = ['agree', 'disagree']

const nameOf = (...of: [StatementId, GroupId, Direction]): string => JSON.stringify(of)
