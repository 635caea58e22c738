import type { Tally } from '../strata.ts'

/** How many added ballots one of the rules that must name a ruling's winner takes to change its answer. */
export interface RuleBounds {
  /** The fewest against the side that leads, after which the rule no longer names it. */
  readonly against: Fewest
  /** The fewest for a side, after which the rule names it. */
  readonly toward: Fewest
}

type Fewest = (everybody: Tally, groups: readonly Tally[]) => number

/**
 * By the names under which rulings declare them; exact below `MOST_COUNTED`, however the ballots are divided among groups.
 *
 * A group of which nobody compared leans to neither side, and one ballot tips it. A group's share moves by less with
 * every further ballot, so where the mean of the groups counts, each next ballot goes where it moves most.
 *
 * Shapes: everybody who compared, those in no group among them; the groups, or everybody where there are none.
 * Source: this project, ADR 0058; greedy for separable concave gains: Fox 1966, Manage. Sci. 13(3):210-216.
 */
export const RULE_BOUNDS: Readonly<Record<string, RuleBounds>> = {
  'people count equally': {
    against: (everybody) => untilLevel(leadOf(everybody)),
    toward: (everybody) => untilAhead(-leadOf(everybody)),
  },
  'groups count equally': {
    against: (_, groups) => greedy(groups, 0),
    toward: (_, groups) => greedy(groups, 1),
  },
  'no group is overruled': {
    // One group is put on the other side, or no group is left on this one.
    against: (_, groups) =>
      Math.min(
        ...groups.map((group) => untilAhead(leadOf(group))),
        groups.reduce((sum, group) => sum + untilLevel(leadOf(group)), 0),
      ),
    toward: (_, groups) => {
      const level = groups.reduce((sum, group) => sum + untilLevel(-leadOf(group)), 0)
      const more = groups.map((group) => untilAhead(-leadOf(group)) - untilLevel(-leadOf(group)))
      return level + Math.min(...more)
    },
  },
}

/** By how many people a side leads; the mean of a person's comparisons is one voice, so thirds and halves occur. */
const leadOf = ({ wins, n }: Tally): number => 2 * wins - n

/** Ballots of the other side that make a lead a tie or less, and that put the other side ahead. */
export const untilLevel = (lead: number): number => Math.max(0, Math.ceil(lead - SLACK))
const untilAhead = (lead: number): number => Math.max(0, Math.floor(lead + SLACK) + 1)

/** Voices add up with errors far below this. */
const SLACK = 1e-6

/** The fewest ballots, all against (0) or all for the side (1), until the mean share of the groups has crossed one half. */
function greedy(groups: readonly Tally[], voice: 0 | 1): number {
  const tallies = groups.map(({ wins, n }) => ({ wins, n }))
  const isDone = () => {
    const lead = tallies.reduce((sum, tally) => sum + shareOf(tally) / tallies.length, 0) - 0.5
    return voice === 0 ? lead < TIE : lead >= TIE
  }
  const move = ({ wins, n }: Tally) =>
    Math.abs(shareOf({ wins: wins + voice, n: n + 1 }) - shareOf({ wins, n }))
  let ballots = 0
  for (; !isDone() && ballots < MOST_COUNTED; ballots++) {
    const best = tallies.reduce((first, tally) => (move(tally) > move(first) ? tally : first))
    best.wins += voice
    best.n++
  }
  return ballots
}

const shareOf = ({ wins, n }: Tally): number => (n === 0 ? 0.5 : wins / n)

/** A lead that the rules take for a tie. */
const TIE = 1e-9
/** Beyond so many, there are at least so many (ADR 0058). */
export const MOST_COUNTED = 100_000
