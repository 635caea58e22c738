import type { GroupId, StatementId } from '../../kernel/index.ts'
import { type Counts, countsAmong, countsOf, shareOf } from '../counts.ts'
import type { Profile } from '../profile.ts'
import { type Fewest, fewestSuch, NEVER } from './fewest.ts'

/** People whose rates a rule multiplies: one group, or everybody. */
export interface Part extends Counts {
  readonly group: GroupId | null
}

/** What the rules that count rates count: everybody at once, or each group. */
export const everybodysPart = (profile: Profile): readonly Part[] => [{ group: null, ...countsOf(profile) }]

export const groupsParts = (profile: Profile): readonly Part[] =>
  profile.groups.length === 0
    ? everybodysPart(profile)
    : profile.groups.map(({ id, people }) => ({ group: id, ...countsAmong(profile, people) }))

/**
 * The fewest added ballots that take a seated statement's seat, or give an unseated one a seat, where seats go to the
 * highest products of rates.
 *
 * Answers to different statements do not hinder each other: the worst ballot disagrees with the statement and agrees
 * with all others, or the other way round, and every such ballot helps. Of one part the count is exact at once. Among
 * groups, each rival alone is overtaken soonest by giving each next ballot to the group where it gains most, because
 * the gain of a group falls with every ballot; so many rivals must be overtaken that the statement is out, and none
 * sooner than alone. From there every way to divide the ballots among the groups is tried, up to a limit of work.
 *
 * Source: this project, ADR 0058. Greedy for separable concave gains: Fox 1966, Manage. Sci. 13(3):210-216.
 */
export function fewestByRates(
  { candidates }: Pick<Profile, 'candidates'>,
  {
    parts,
    seats,
    statement,
  }: { readonly parts: readonly Part[]; readonly seats: number; readonly statement: StatementId },
): Fewest {
  const own = candidates.indexOf(statement)
  const rivals = [...candidates.keys()].filter((candidate) => candidate !== own)
  const contest = { parts, own, rivals, isSeated: false, seats }
  const none = parts.map(() => 0)
  return fewestIn({ ...contest, isSeated: aheadIn(contest, none) < seats })
}

interface Contest {
  readonly parts: readonly Part[]
  readonly own: number
  readonly rivals: readonly number[]
  /** Whether the statement has a seat now; then the added ballots are against it, else for it. */
  readonly isSeated: boolean
  readonly seats: number
}

function fewestIn(contest: Contest): Fewest {
  const { parts, rivals, seats, isSeated, own } = contest
  if (isSeated ? rivals.length < seats : seats === 0) return NEVER
  const flips = (added: readonly number[]) => aheadIn(contest, added) < seats !== isSeated
  const aim = (added: readonly number[]) =>
    parts.flatMap(({ group }, at) => (added[at]! > 0 && group !== null ? group : []))
  if (parts.length === 1) {
    const ballots = fewestSuch((count) => flips([count]))
    return { atLeast: ballots, atMost: ballots, aim: aim([ballots]) }
  }
  const none = parts.map(() => 0)
  const ahead = rivals.filter((rival) => isAhead(contest, rival, none))
  const [turning, needed] = isSeated
    ? [rivals.filter((rival) => !ahead.includes(rival)), seats - ahead.length]
    : [ahead, ahead.length - seats + 1]
  const most = Math.max(1, Math.floor(MOST_WORK / (turning.length * parts.length)))
  const alone = turning
    .map((rival) =>
      soonest(isSeated ? gains(parts, rival, own) : gains(parts, own, rival), { parts: parts.length, most }),
    )
    .sort((a, b) => a.ballots - b.ballots)
  const atLeast = alone[needed - 1]!.ballots
  const found = alone
    .slice(needed - 1, needed - 1 + TRIED)
    .map((one) => enough(one, flips))
    .reduce((best, one) => (sum(one) < sum(best) ? one : best))
  return searched({ atLeast, found, flips, aim, cost: rivals.length * parts.length })
}

/** How many rivals stand before the statement after so many added ballots in each part. */
const aheadIn = (contest: Contest, added: readonly number[]): number =>
  contest.rivals.reduce((count, rival) => count + Number(isAhead(contest, rival, added)), 0)

/** As the rules compute and compare it, to the last bit: products in the order of the groups, ties to the earlier. */
function isAhead({ parts, own, isSeated }: Contest, rival: number, added: readonly number[]): boolean {
  const score = (candidate: number, isLifted: boolean) =>
    parts.reduce(
      (product, { agree, saw }, at) =>
        product * shareOf(agree[candidate]! + (isLifted ? added[at]! : 0), saw[candidate]! + added[at]!),
      1,
    )
  const [its, theirs] = [score(own, !isSeated), score(rival, isSeated)]
  return theirs > its || (theirs === its && rival < own)
}

/** By how much so many ballots in a part lift one candidate over another: logarithms, so that parts add up. */
const gains =
  (parts: readonly Part[], lifted: number, lowered: number) =>
  (at: number, ballots: number): number => {
    const { agree, saw } = parts[at]!
    return (
      Math.log(agree[lifted]! + ballots + 1) -
      Math.log(saw[lifted]! + ballots + 2) -
      Math.log(agree[lowered]! + 1) +
      Math.log(saw[lowered]! + ballots + 2)
    )
  }

/** The fewest ballots that draw level, and how many of them in each part. */
interface Alone {
  readonly ballots: number
  readonly shares: readonly number[]
}

/** Each next ballot where it gains most; more than `most` are not counted. */
function soonest(
  gain: (at: number, ballots: number) => number,
  { parts, most }: { readonly parts: number; readonly most: number },
): Alone {
  const shares = new Array<number>(parts).fill(0)
  let level = shares.reduce((all, _, at) => all + gain(at, 0), 0)
  let ballots = 0
  while (level < -LEVEL && ballots < most) {
    let best = { at: 0, more: Number.NEGATIVE_INFINITY }
    for (let at = 0; at < parts; at++) {
      const more = gain(at, shares[at]! + 1) - gain(at, shares[at]!)
      if (more > best.more) best = { at, more }
    }
    shares[best.at]!++
    level += best.more
    ballots++
  }
  return { ballots, shares }
}

type Flips = (added: readonly number[]) => boolean

/** Ways to divide ballots, scaled up until they flip the outcome: that may take more than drawing level did. */
function enough({ shares, ballots }: Alone, flips: Flips): readonly number[] {
  const scaled = (total: number) => {
    const down = shares.map((share) => Math.floor((share * total) / Math.max(1, ballots)))
    const rest = total - sum(down)
    const largest = shares.indexOf(Math.max(...shares))
    return down.map((share, at) => (at === largest ? share + rest : share))
  }
  const total = fewestSuch((count) => flips(scaled(count)), ballots)
  return total === Number.POSITIVE_INFINITY ? shares.map(() => total) : scaled(total)
}

interface Searching {
  readonly atLeast: number
  readonly found: readonly number[]
  readonly flips: Flips
  readonly aim: (added: readonly number[]) => readonly GroupId[]
  /** How much work it is to ask once. */
  readonly cost: number
}

/** Every way to divide the ballots, from the lower bound on, until one flips the outcome or too many were tried. */
function searched({ atLeast, found, flips, aim, cost }: Searching): Fewest {
  let left = MOST_WORK / cost
  for (let ballots = atLeast; ballots < sum(found); ballots++) {
    left -= ways(ballots, found.length)
    if (left < 0) return { atLeast: ballots, atMost: sum(found), aim: aim(found) }
    const added = firstOf(divisions(ballots, found.length), flips)
    if (added !== null) return { atLeast: ballots, atMost: ballots, aim: aim(added) }
  }
  return { atLeast: sum(found), atMost: sum(found), aim: aim(found) }
}

/** In how many ways so many ballots can be divided. */
function ways(ballots: number, parts: number): number {
  let count = 1
  for (let part = 1; part < parts; part++) count = (count * (ballots + part)) / part
  return count
}

function* divisions(ballots: number, parts: number): Generator<readonly number[]> {
  if (parts === 1) return yield [ballots]
  for (let first = 0; first <= ballots; first++)
    for (const rest of divisions(ballots - first, parts - 1)) yield [first, ...rest]
}

function firstOf<T>(all: Iterable<T>, holds: (one: T) => boolean): T | null {
  for (const one of all) if (holds(one)) return one
  return null
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

/** Logarithms are summed with errors far below this; drawing level too early only lowers the bound. */
const LEVEL = 1e-9
/** Rates compared for one statement: some milliseconds (ADR 0058). */
const MOST_WORK = 400_000
/** So many rivals' ways to be overtaken are tried for all (ADR 0058). */
const TRIED = 4
