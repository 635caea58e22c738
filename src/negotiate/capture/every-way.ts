import type { Profile } from '../profile.ts'
import type { Rule } from '../rules/rule.ts'
import { withRows } from './added-rows.ts'
import type { Reach } from './reach.ts'
import { waysOf, waysUpTo } from './ways.ts'

interface Trying {
  readonly rule: Rule
  readonly seats: number
  /** Whether a ballot that agrees with so many of all candidates moves nothing under the rule. */
  readonly isIdle: (agrees: number, candidates: number) => boolean
}

/** What every way to add so many ballots does to the seats; null where there are more ways than are tried. */
type EveryWay = (ballots: number) => Reach | null

/**
 * Every way to add so many ballots, tried one by one, where a profile is small enough for that.
 *
 * A ballot is a set of candidates that it agrees with; a way is how often each is cast. Idle ballots are left out: so
 * many ballots with an idle one do what one fewer does. That two candidates are alike shortens nothing, as a tie between
 * them goes to the earlier.
 *
 * Source: this project, ADR 0058.
 */
export function everyWayOn(profile: Profile, { rule, seats, isIdle }: Trying): EveryWay {
  const count = profile.candidates.length
  const marks = profile.approvals.candidates.length + (2 ** count * count) / 2
  const rows = profile.people.length + 2 ** count
  const most = Math.min(MOST_WAYS, MOST_READ / (marks + rows))
  if (2 ** count > most) return () => null
  const sets = setsOf(count).filter((agrees) => !isIdle(agrees.length, count))
  const all = withRows(profile, sets)
  const known = new Map<number, Reach>()
  return (ballots) => {
    if (waysUpTo(ballots, sets.length) > most) return null
    const found = known.get(ballots) ?? seatedIn(slatesWith(all, { rule, seats, ballots, sets: sets.length }))
    known.set(ballots, found)
    return found
  }
}

/** All sets of so many candidates. */
const setsOf = (count: number): number[][] =>
  Array.from({ length: 2 ** count }, (_, set) =>
    [...new Array(count).keys()].filter((candidate) => (set >> candidate) % 2 === 1),
  )

interface Casting {
  readonly rule: Rule
  readonly seats: number
  readonly ballots: number
  /** So many of the last rows are ballots that can be cast. */
  readonly sets: number
}

/** The slate after each way to cast so many of the last rows. */
function* slatesWith(all: Profile, { rule, seats, ballots, sets }: Casting): Generator<readonly number[]> {
  const weights = all.weights.slice()
  const added: Profile = { ...all, weights, everybody: all.everybody + ballots }
  const numberOf = new Map(all.candidates.map((statement, number) => [statement, number]))
  for (const counts of waysOf(ballots, sets)) {
    weights.set(counts, weights.length - sets)
    yield rule.choose(added, seats).map((statement) => numberOf.get(statement)!)
  }
}

function seatedIn(slates: Iterable<readonly number[]>): Reach {
  const ever = new Set<number>()
  let always: readonly number[] | null = null
  for (const slate of slates) {
    for (const candidate of slate) ever.add(candidate)
    always = always === null ? slate : always.filter((candidate) => slate.includes(candidate))
  }
  return { always: new Set(always), ever }
}

/** So many ways are tried at most, and so many marks and rows read for all of them (ADR 0058). */
const MOST_WAYS = 4_000
const MOST_READ = 400_000
