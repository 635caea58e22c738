import { byId, type Direction, type GroupId, type StatementId, seen, type Tally } from '../../kernel/index.ts'
import { differenceZ, ownZ, TEN_PERCENT } from '../findings/representative.ts'
import { othersThan, type StatementTally } from '../findings/support.ts'
import type { Consensus, OpinionMap, Representative } from '../opinion-map.ts'

/** A listed result, and the fewest people without whom it would not be listed. */
export interface Removal {
  readonly statement: StatementId
  readonly direction: Direction
  /** `consensus`: more than half of every group say so. `representative`: what speaks for one group. */
  readonly result:
    | { readonly kind: 'consensus' }
    | { readonly kind: 'representative'; readonly group: GroupId }
  /** The fewest people. Any that answered so will do: results count answers, not names. */
  readonly fewest: number
  /** Who they are, by what they answered. */
  readonly among: readonly LikePeople[]
}

/** People who are alike for one result: those of a group, or of no group, who gave one of these answers. */
export interface LikePeople {
  readonly from: GroupId | 'other groups' | 'everybody'
  readonly answer: 'those who say so' | 'those who do not'
  /** How many there are, and how many of them would have to be missing. */
  readonly people: number
  readonly leave: number
}

/**
 * What a few people hold up: for each result of the map, the fewest whose removal takes it off its list.
 *
 * Groups stay as they are. A consensus that is none, as not more than half of every group say so, is left out. For
 * consensus the count is exact by formula: of a group with A of S, any 2A − S who say so. For what speaks for a group it
 * is exact over all removals of members who say so and of others who do not; no other removal weakens it. Whether
 * another statement then takes the place is not looked at.
 *
 * `findings/flips.ts` asks something else: how many *votes*, changed or added, would make a majority doubtful (its 95 %
 * interval reaches one half). Here *people* leave, and a majority falls when it is none any more.
 *
 * Shapes: results in need of the fewest first, ties by statement.
 * Source: this project, ADR 0036.
 */
export function removalsOf(tallies: readonly StatementTally[], listed: ListedResults): Removal[] {
  const byStatement = new Map(tallies.map((tally) => [tally.statement, tally]))
  const consensus = listed.consensus.flatMap(({ statement, direction }) =>
    consensusWithout(byStatement.get(statement)!, direction),
  )
  const speaking = listed.representative.flatMap(({ statement, group, direction }) =>
    representativeWithout(byStatement.get(statement)!, group, direction),
  )
  return [...consensus, ...speaking].sort((a, b) => a.fewest - b.fewest || byId(a.statement, b.statement))
}

/** Which of a map's results rest on few people. */
export const heldUp = ({ support, consensus, representative }: Results): Removal[] =>
  removalsOf(
    support.map(({ statement, overall, groups }) => ({
      statement,
      overall: overall.tally,
      groups: new Map([...groups].map(([group, { tally }]) => [group, tally])),
    })),
    {
      consensus: (['agree', 'disagree'] as const).flatMap((side) =>
        consensus.filter(({ direction }) => direction === side).slice(0, LISTED),
      ),
      representative,
    },
  )

type Results = Pick<OpinionMap, 'support' | 'consensus' | 'representative'>

/** So many statements each way are looked at as agreed across groups (ADR 0036). */
const LISTED = 10

/** The results that a map shows. */
interface ListedResults {
  readonly consensus: readonly Pick<Consensus, 'statement' | 'direction'>[]
  readonly representative: readonly Pick<Representative, 'statement' | 'group' | 'direction'>[]
}

function consensusWithout(tally: StatementTally, direction: Direction): Removal[] {
  const parts: readonly (readonly [GroupId | 'everybody', Tally])[] =
    tally.groups.size === 0 ? [['everybody', tally.overall]] : [...tally.groups]
  const margins = parts.map(([from, part]) => ({
    from,
    people: part[direction],
    leave: 2 * part[direction] - seen(part),
  }))
  if (margins.some(({ leave }) => leave <= 0)) return []
  const weakest = margins.reduce((least, one) => (one.leave < least.leave ? one : least))
  const among: LikePeople = { ...weakest, answer: 'those who say so' }
  return [
    {
      statement: tally.statement,
      direction,
      result: { kind: 'consensus' },
      fewest: weakest.leave,
      among: [among],
    },
  ]
}

function representativeWithout(
  { statement, groups }: StatementTally,
  group: GroupId,
  direction: Direction,
): Removal[] {
  const inside = groups.get(group)!
  const outside = othersThan(group, groups)
  const [say, not] = [inside[direction], seen(outside) - outside[direction]]
  const speaks = (insiders: number, outsiders: number) =>
    ownZ(say - insiders, seen(inside) - insiders) > TEN_PERCENT &&
    differenceZ([say - insiders, seen(inside) - insiders], [outside[direction], seen(outside) - outsiders]) >
      TEN_PERCENT
  if (!speaks(0, 0)) return []
  const [insiders, outsiders] = fewestOf(say, not, speaks)
  const classes: LikePeople[] = [
    { from: group, answer: 'those who say so', people: say, leave: insiders },
    { from: 'other groups', answer: 'those who do not', people: not, leave: outsiders },
  ]
  const among = classes.filter(({ leave }) => leave > 0)
  return [
    { statement, direction, result: { kind: 'representative', group }, fewest: insiders + outsiders, among },
  ]
}

/** The smallest sum of two counts that ends it: the more of the one, the fewer of the other are needed. */
function fewestOf(
  mostFirst: number,
  mostSecond: number,
  holds: (first: number, second: number) => boolean,
): readonly [number, number] {
  let best: readonly [number, number] = [mostFirst, mostSecond]
  let second = 0
  while (second < mostSecond && holds(0, second)) second++
  for (let first = 0; first <= mostFirst && first < best[0] + best[1]; first++) {
    while (second > 0 && !holds(first, second - 1)) second--
    if (!holds(first, second) && first + second < best[0] + best[1]) best = [first, second]
  }
  return best
}
