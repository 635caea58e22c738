import { ENOUGH_ANSWERS } from '../space/space.ts'
import { answersOf, type Votes } from '../votes/matrix.ts'
import { ballotOf, neededEvidence } from './copies.ts'
import { type Mates, matesOf } from './min-hash.ts'
import { type CrowdShares, sharesOf } from './shares.ts'

/** People whose answers coincide far more than chance, given how people like them answer. */
export interface LookAlikeRows {
  readonly rows: readonly number[]
  /** How much their answers speak for copies of one ballot, and what that had to pass; in nats. */
  readonly evidence: number
  readonly needed: number
}

/**
 * The sets of look-alike voters. They are flagged, never removed: alike is not yet forged.
 *
 * Candidates meet by hashed answer patterns. Around a pair that is much alike, the nearest are added for as long as the
 * set stands out more: against the next nearest, who are left outside, and against their crowd without the set. A set
 * that is as well explained by a small group of its own is not flagged.
 *
 * Shapes: sets of rows without overlap, the strongest first; people with fewer than 7 answers are not compared.
 * Errors: none; at most one honest assembly in twenty has any set, if people answer on their own within a crowd.
 * Source: this project, ADR 0036.
 */
export function lookAlikesOf(votes: Votes): LookAlikeRows[] {
  const compared = Array.from({ length: votes.people }, (_, row) => row).filter(
    (row) => answersOf(votes, row) >= ENOUGH_ANSWERS,
  )
  const search: Search = {
    votes,
    shares: sharesOf(votes),
    mates: matesOf(votes, compared),
    people: compared.length,
    taken: new Set(),
  }
  const found: Candidate[] = []
  for (const pair of seedsOf(search, compared)) {
    if (pair.some((row) => search.taken.has(row))) continue
    const set = grown(search, pair)
    if (set === null || over(set) < 0 || set.overGroup < NOT_A_GROUP) continue
    for (const row of set.rows) search.taken.add(row)
    found.push(set)
  }
  return found
    .map(({ rows, evidence, needed }) => ({ rows: [...rows].sort((a, b) => a - b), evidence, needed }))
    .sort((a, b) => over(b) - over(a) || a.rows[0]! - b.rows[0]!)
}

interface Search {
  readonly votes: Votes
  readonly shares: CrowdShares
  readonly mates: Mates
  readonly people: number
  /** Who is in a set already. */
  readonly taken: Set<number>
}

interface Candidate extends LookAlikeRows {
  readonly overGroup: number
}

type Pair = readonly [number, number]

/**
 * Each person with the mate that meets them most often, where that speaks for copies at all. Those who meet most come
 * first, as copies do; of these, the most alike.
 */
function seedsOf({ votes, shares, mates }: Search, compared: readonly number[]): Pair[] {
  const meeting = compared
    .map((row) => ({ row, ...closest(mates.of(row)) }))
    .filter(({ meets }) => meets > 0)
    .sort((a, b) => b.meets - a.meets || a.row - b.row)
    .slice(0, MOST_MEETING)
  return meeting
    .map(({ row, mate, meets }) => {
      const pair: Pair = [row, mate]
      return { pair, meets, evidence: ballotOf(votes, shares.all, pair).overOthers }
    })
    .filter(({ evidence }) => evidence > 0)
    .sort((a, b) => b.meets - a.meets || b.evidence - a.evidence || a.pair[0] - b.pair[0])
    .slice(0, MOST_SEEDS)
    .map(({ pair }) => pair)
}

/** The mate that shares most buckets, and how many; of equals the first. */
function closest(mates: ReadonlyMap<number, number>): { readonly mate: number; readonly meets: number } {
  let best = { mate: 0, meets: 0 }
  for (const [mate, meets] of mates)
    if (meets > best.meets || (meets === best.meets && mate < best.mate)) best = { mate, meets }
  return best
}

/**
 * The set around a pair that stands out most; twice, as a fuller set tells better who belongs to it.
 *
 * How large it is, the crowd without it tells. The next nearest cannot: while copies are among them, they speak against
 * the copies inside. They are asked of a few sizes about that one.
 */
function grown(search: Search, pair: Pair): Candidate | null {
  let best: Candidate | null = null
  for (let round = 0; round < ROUNDS; round++) {
    const nearest = nearestTo(search, best?.rows ?? pair)
    const size = standsOutAt(search, nearest)
    for (let about = size - ABOUT; about <= size + ABOUT; about++) {
      if (about < pair.length || about > mostOf(search, nearest)) continue
      const set = tested(search, nearest, { size: about, neighbours: NEIGHBOURS })
      if (best === null || over(set) > over(best)) best = set
    }
  }
  return best
}

/** The size at which the nearest stand out most against their crowd without them. */
function standsOutAt(search: Search, nearest: readonly number[]): number {
  let best = { size: 2, over: Number.NEGATIVE_INFINITY }
  for (let size = 2; size <= mostOf(search, nearest); size = nextSize(size)) {
    const margin = over(tested(search, nearest, { size, neighbours: 0 }))
    if (margin > best.over) best = { size, over: margin }
    if (margin < best.over - HOPELESS) break
  }
  return best.size
}

const mostOf = ({ people }: Search, nearest: readonly number[]): number =>
  Math.min(nearest.length, mostTogether(people))

/** Those who meet anybody of these, and these: the most alike first. */
function nearestTo({ votes, shares, mates, taken, people }: Search, rows: readonly number[]): number[] {
  const ballot = ballotOf(votes, shares.all, rows)
  const pool = new Set(rows.flatMap((row) => [row, ...mates.of(row).keys()]))
  return [...pool]
    .filter((row) => !taken.has(row))
    .map((row) => ({ row, gain: ballot.gain(row) }))
    .sort((a, b) => b.gain - a.gain || a.row - b.row)
    .slice(0, mostTogether(people) + NEIGHBOURS)
    .map(({ row }) => row)
}

function tested(
  { votes, shares, people }: Search,
  nearest: readonly number[],
  { size, neighbours }: { readonly size: number; readonly neighbours: number },
): Candidate {
  const rows = nearest.slice(0, size)
  const share = shares.near(nearest.slice(size, size + neighbours), rows)
  const { overOthers, overGroup } = ballotOf(votes, share, rows)
  return { rows, evidence: overOthers, overGroup, needed: neededEvidence(size, people) }
}

const over = ({ evidence, needed }: LookAlikeRows): number => evidence - needed

/** A larger set is an opinion group: votes alone cannot tell a campaign from a minority (ADR 0036). */
const mostTogether = (people: number): number => Math.min(200, Math.floor(people / 8))

/** Copies must be twenty times as likely as a small group of its own: log 20 (ADR 0036). */
const NOT_A_GROUP = 3
/** So many of the next nearest stand for what honest people that near would say (ADR 0036). */
const NEIGHBOURS = 15
/** How often a set is grown, each time around the fuller one (ADR 0036). */
const ROUNDS = 2
/** Sizes asked of the next nearest: so many fewer and more (ADR 0036). */
const ABOUT = 3
/** A set that has fallen so far behind a smaller one, in nats, is not made good by more people (ADR 0036). */
const HOPELESS = 100
/** Every small size is tried, as one copy left outside weighs much; larger sizes grow by a tenth (ADR 0036). */
const nextSize = (size: number): number => Math.max(size + 1, Math.ceil(size * 1.1))
/** Pairs a set is looked for around, and the people they are picked from; where all are alike, there are many (ADR 0036). */
const MOST_SEEDS = 100
const MOST_MEETING = 3000
