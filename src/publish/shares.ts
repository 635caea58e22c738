import type { Support } from '../charter/index.ts'
import { FEWEST_SHOWN, type GroupId, type Interval, wilson } from '../kernel/index.ts'
import { type Counts, howMany, openCounts } from './open-counts.ts'
import type { PublishedShare, PublishedSupport } from './schema/parts.ts'

/** Fewest people on either side of a share that is published; with fewer, only a bound is. Source: ADR 0042. */
export const FEWEST_ON_A_SIDE = 10

/** Numbers of people are published to the nearest ten. Source: ADR 0042. */
export const ROUNDED_TO = 10

/** What is published besides, and so known to whoever subtracts. */
export interface Known {
  /** Most people who may be in no group. */
  readonly outside: number
  /** `exact`: the whole is published as counts. */
  readonly overall: 'rounded' | 'exact'
}

/**
 * A share of all and of each group as it is published: whole per cents, people to the nearest ten, a bound where fewer
 * than 10 people stand on one side, nothing where fewer than 20 were asked.
 *
 * Before groups are shown beside the whole, what a reader could compute is computed: if subtracting leaves fewer than
 * 20 counts open for a number of people that is not shown, or fewer than 10 for a side that is not, no group is shown,
 * and it is not said which of them are small.
 *
 * Source: this project, ADR 0042.
 */
export function publishedSupport({ overall, groups }: Support, known: Known): PublishedSupport {
  const entries = Object.entries(groups) as [GroupId, Interval][]
  const intervals = entries.map(([, interval]) => interval)
  const shown = safe(overall, intervals, known)
  const inGroups = entries.map(([group, interval]) => [group, shown ? publishedShare(interval) : GIVES_AWAY])
  return { overall: publishedShare(overall), groups: Object.fromEntries(inGroups) }
}

/**
 * One share, looked at alone.
 *
 * @example
 * publishedShare(wilson(66, 161)) // => { kind: 'shown', percent: 41, low: 34, high: 49, people: 160, method: 'wilson' }
 * publishedShare(wilson(7, 161)) // => { kind: 'at-most', percent: 6, low: 0, high: 11, people: 160, method: 'wilson' }
 * publishedShare(wilson(3, 9)) // => { kind: 'not-shown', because: 'too-few' }
 */
export function publishedShare(interval: Interval): PublishedShare {
  const { estimate, low, high, n, method } = interval
  if (n < FEWEST_SHOWN) return { kind: 'not-shown', because: 'too-few' }
  const people = rounded(n)
  const least = Math.max(FEWEST_SHOWN, people - ROUNDED_TO / 2)
  const most = FEWEST_ON_A_SIDE - 1
  if (yesIn(interval) < FEWEST_ON_A_SIDE) {
    const [percent, high] = [up(most / least), up(wilson(most, least).high)]
    return { kind: 'at-most', percent, low: 0, high, people, method: 'wilson' }
  }
  if (n - yesIn(interval) < FEWEST_ON_A_SIDE) {
    const [percent, low] = [100 - up(most / least), 100 - up(wilson(most, least).high)]
    return { kind: 'at-least', percent, low, high: 100, people, method: 'wilson' }
  }
  return { kind: 'shown', percent: whole(estimate), low: whole(low), high: whole(high), people, method }
}

/**
 * A number of people as it is published.
 *
 * @example
 * [rounded(61), rounded(65)] // => [60, 70]
 */
export const rounded = (people: number): number =>
  Math.floor((people + ROUNDED_TO / 2) / ROUNDED_TO) * ROUNDED_TO

const GIVES_AWAY: PublishedShare = { kind: 'not-shown', because: 'gives-away' }

const yesIn = ({ estimate, n }: Interval): number => Math.round(estimate * n)

const whole = (share: number): number => Math.round(100 * share)
const up = (share: number): number => Math.ceil(100 * share)

/** Whether nothing that is hidden can be had by subtraction. */
function safe(overall: Interval, groups: readonly Interval[], { outside, overall: how }: Known): boolean {
  const none: Counts = { low: 0, high: outside }
  const exactly = (count: number): Counts => ({ low: count, high: count })
  const yes = yesIn(overall)
  const totals =
    how === 'exact'
      ? { people: exactly(overall.n), yes: exactly(yes), no: exactly(overall.n - yes) }
      : readOff(overall)
  const parts = groups.map(readOff)
  const open = (of: 'people' | 'yes' | 'no') =>
    openCounts(totals[of], [...parts.map((part) => part[of]), none])
  const [people, agreeing, others] = [open('people'), open('yes'), open('no')] as const
  return groups.every((group, at) => {
    const enough = (counts: readonly Counts[], least: number) => howMany(counts[at] as Counts) >= least
    const { kind } = publishedShare(group)
    // Whoever knows how many were asked knows one side by the other, so both must stay open.
    const sides = enough(agreeing, FEWEST_ON_A_SIDE) && enough(others, FEWEST_ON_A_SIDE)
    return kind === 'shown' || (sides && (kind !== 'not-shown' || enough(people, FEWEST_SHOWN)))
  })
}

/** The counts a reader could think possible from one published share, if they even knew how many were asked. */
function readOff(interval: Interval): Record<'people' | 'yes' | 'no', Counts> {
  const { n } = interval
  const share = publishedShare(interval)
  if (share.kind === 'not-shown') {
    const any = { low: 0, high: FEWEST_SHOWN - 1 }
    return { people: any, yes: any, no: any }
  }
  const people = {
    low: Math.max(FEWEST_SHOWN, share.people - ROUNDED_TO / 2),
    high: share.people + ROUNDED_TO / 2 - 1,
  }
  const few = { low: 0, high: FEWEST_ON_A_SIDE - 1 }
  const yes =
    share.kind === 'at-most' ? few : share.kind === 'at-least' ? turned(few, n) : yesAlike(interval, share)
  return { people, yes, no: turned(yes, n) }
}

const turned = ({ low, high }: Counts, n: number): Counts => ({ low: n - high, high: n - low })

/** The numbers of yes that would have been published alike: by the per cent, and by the bounds where they follow. */
function yesAlike({ n, method }: Interval, share: Exclude<PublishedShare, { kind: 'not-shown' }>): Counts {
  const low = Math.max(FEWEST_ON_A_SIDE, Math.ceil(((share.percent - 0.5) / 100) * n))
  const high = Math.min(n - FEWEST_ON_A_SIDE, Math.floor(((share.percent + 0.5) / 100) * n))
  if (method !== 'wilson') return { low, high }
  const alike = Array.from({ length: high - low + 1 }, (_, at) => low + at).filter((yes) => {
    const other = publishedShare(wilson(yes, n))
    return (
      other.kind === 'shown' &&
      other.percent === share.percent &&
      other.low === share.low &&
      other.high === share.high
    )
  })
  return { low: alike[0] ?? low, high: alike.at(-1) ?? high }
}
