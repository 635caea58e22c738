import { leastMembers } from '../groups/fitted.ts'
import type { OpinionMap } from '../opinion-map.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { rowsOf } from '../votes/picked.ts'
import type { LookAlikeRows } from './look-alikes.ts'
import { heldUp } from './removals.ts'

/** What the map of the others is, had some people not answered. */
export interface Without {
  /** How many people are left out. */
  readonly people: number
  /** How many groups the map shows with them and without; null: no stable groups. */
  readonly groups: { readonly with: number | null; readonly without: number | null }
  /** Statements agreed across groups only with them, and only without. */
  readonly ended: number
  readonly begun: number
}

/** Draws a map of the people of a matrix by the rule and seed of the map that is asked about. */
export type Redraw = (matrix: VoteMatrix) => OpinionMap

/**
 * The map without each of the strongest sets of look-alikes, drawn anew: also the division itself may rest on them.
 *
 * Shapes: one for each of the first sets; a map without any of them would tell no more than the largest change does.
 * Source: this project, ADR 0051.
 */
export function withoutEach(
  { matrix, map, redraw }: { readonly matrix: VoteMatrix; readonly map: OpinionMap; readonly redraw: Redraw },
  sets: readonly LookAlikeRows[],
): Without[] {
  const before = agreedOn(map)
  return sets.slice(0, REDRAWN).map(({ rows }) => {
    const out = new Set(rows)
    const others = redraw(
      rowsOf(
        matrix,
        matrix.participants.flatMap((_, row) => (out.has(row) ? [] : [row])),
      ),
    )
    const after = agreedOn(others)
    return {
      people: rows.length,
      groups: { with: groupsIn(map), without: groupsIn(others) },
      ended: lacking(before, after),
      begun: lacking(after, before),
    }
  })
}

/**
 * How few people a number of groups rests on: so many of the smallest group, and it is too small to count as one.
 *
 * An upper bound: fewer who stand where the groups meet may be enough.
 *
 * Errors: none; null where there are no groups.
 * Source: the smallest group that counts: ADR 0014.
 *
 * @example
 * fewestThatEndAGroup([40, 5]) // => 3
 */
export function fewestThatEndAGroup(members: readonly number[]): number | null {
  if (members.length === 0) return null
  const placed = members.reduce((sum, size) => sum + size, 0)
  const smallest = Math.min(...members)
  let fewest = 1
  while (smallest - fewest >= leastMembers(placed - fewest)) fewest++
  return fewest
}

/** Maps drawn anew take as long as the map: the strongest sets only (ADR 0051). */
const REDRAWN = 3

const groupsIn = ({ grouping }: Pick<OpinionMap, 'grouping'>): number | null =>
  grouping.kind === 'groups' ? grouping.groups.length : null

/** The statements that more than half of every group agree, or disagree, with. */
const agreedOn = (map: OpinionMap): ReadonlySet<string> =>
  new Set(
    heldUp(map).flatMap(({ result, direction, statement }) =>
      result.kind === 'consensus' ? [`${direction} ${statement}`] : [],
    ),
  )

const lacking = (from: ReadonlySet<string>, other: ReadonlySet<string>): number =>
  [...from].filter((name) => !other.has(name)).length
