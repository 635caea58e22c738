import { byId, type Direction, type GroupId, type StatementId, seen } from '../../kernel/index.ts'
import type { Representative } from '../opinion-map.ts'
import type { Differences } from './differences.ts'
import { othersThan, type StatementTally } from './support.ts'

/** A choice by the gates alone. */
export type Chosen = Omit<Representative, 'adjusted'>

/** Most statements that speak for one group; as in Polis. */
export const MOST_PER_GROUP = 5

/** The z that a standard normal exceeds one time in ten: Polis' gate. */
export const TEN_PERCENT = 1.2816

/**
 * What each group says that the others do not: up to five statements a group, agreements first.
 *
 * A statement speaks for a group if its members answer so by a clear majority of their own (`ownZ`) and clearly more
 * often than everybody else in a group (`differenceZ`). The one they agree with most tellingly comes first, passed or
 * not. If none qualifies, the single most telling one is named.
 *
 * Shapes: one tally per statement -> the groups in order, each with its statements.
 * Source: Polis' representativeness: Small et al. 2021, RECERCA 26(2).
 */
export function representativeOf(tallies: readonly StatementTally[]): Chosen[] {
  const groups = [...(tallies[0]?.groups.keys() ?? [])].sort(byId)
  return groups.flatMap((group) => chosen(tallies.map((tally) => candidate(tally, group))))
}

/** What was chosen, with how surprising each difference is among all that were looked at. */
export const withDifferences = (chosen: readonly Chosen[], differences: Differences): Representative[] =>
  chosen.map((one) => ({ ...one, adjusted: differences(one.statement, one.group, one.direction) }))

/** One direction of one statement, as Polis weighs it. */
interface Weighed extends Chosen {
  /** (A + 1) / (S + 2): the group's own share, shrunk towards one half. */
  readonly own: number
}

/** One statement for one group, both ways. */
interface Candidate {
  readonly statement: StatementId
  readonly agree: Weighed
  readonly disagree: Weighed
  /** Whether anybody in the group agreed or disagreed at all. */
  readonly answered: boolean
}

export function candidate({ statement, groups }: StatementTally, group: GroupId): Candidate {
  const inside = groups.get(group)!
  const outside = othersThan(group, groups)
  const weighed = (direction: Direction): Weighed => {
    const [successes, trials] = [inside[direction], seen(inside)]
    const [othersSuccesses, othersTrials] = [outside[direction], seen(outside)]
    const own = (successes + 1) / (trials + 2)
    return {
      group,
      statement,
      direction,
      own,
      ratio: own / ((othersSuccesses + 1) / (othersTrials + 2)),
      ownZ: ownZ(successes, trials),
      differenceZ: differenceZ([successes, trials], [othersSuccesses, othersTrials]),
    }
  }
  return {
    statement,
    agree: weighed('agree'),
    disagree: weighed('disagree'),
    answered: inside.agree + inside.disagree > 0,
  }
}

/** z of the group's share against one half, with one agreement added. */
export const ownZ = (successes: number, trials: number): number =>
  2 * Math.sqrt(trials + 1) * ((successes + 1) / (trials + 1) - 0.5)

/** z of two pooled shares, with one added to all four counts; 0 where everybody is on one side. */
export function differenceZ(inside: readonly [number, number], outside: readonly [number, number]): number {
  const [a, n, b, m] = [inside[0] + 1, inside[1] + 1, outside[0] + 1, outside[1] + 1]
  const pooled = (a + b) / (n + m)
  if (pooled >= 1) return 0
  return (a / n - b / m) / Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / m))
}

function chosen(candidates: readonly Candidate[]): Chosen[] {
  const bestAgree = candidates.reduce<Weighed | null>(betterAgree, null)
  const qualified = candidates.filter(({ agree, disagree }) => passes(agree) || passes(disagree)).map(side)
  const first = bestAgree ?? (qualified.length === 0 ? mostTelling(candidates) : null)
  const rest = qualified
    .filter(({ statement }) => statement !== first?.statement)
    .sort((a, b) => weight(b) - weight(a) || byId(a.statement, b.statement))
  const listed = [...(first === null ? [] : [first]), ...rest].slice(0, MOST_PER_GROUP)
  const inDirection = (direction: Direction) => listed.filter((one) => one.direction === direction)
  return [...inDirection('agree'), ...inDirection('disagree')].map(plain)
}

/** The direction in which the group differs more from the others. */
const side = ({ agree, disagree }: Candidate): Weighed =>
  agree.differenceZ > disagree.differenceZ ? agree : disagree

const passes = ({ ownZ, differenceZ }: Weighed): boolean => ownZ > TEN_PERCENT && differenceZ > TEN_PERCENT

const weight = ({ ratio, differenceZ, own, ownZ }: Weighed): number => ratio * differenceZ * own * ownZ

/** Keeps the agreement that tells most; at first any that is clear, or likelier here than elsewhere. */
function betterAgree(best: Weighed | null, { agree, answered }: Candidate): Weighed | null {
  if (!answered) return best
  if (best === null) return agree.ownZ > TEN_PERCENT || (agree.ratio > 1 && agree.own > 0.5) ? agree : null
  const isBetter =
    best.ratio > 1 ? weight(agree) > weight(best) : agree.own * agree.ownZ > best.own * best.ownZ
  return isBetter ? agree : best
}

function mostTelling(candidates: readonly Candidate[]): Weighed | null {
  const sides = candidates.map(side)
  return sides.reduce<Weighed | null>(
    (best, one) => (best === null || one.differenceZ > best.differenceZ ? one : best),
    null,
  )
}

const plain = ({ group, statement, direction, ratio, ownZ, differenceZ }: Weighed): Chosen => ({
  group,
  statement,
  direction,
  ratio,
  ownZ,
  differenceZ,
})
