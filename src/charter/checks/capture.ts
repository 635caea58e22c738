import type { Answers } from '../../classify/index.ts'
import { fewestAgainst } from '../../negotiate/index.ts'
import type { Capture, Charter, Floor, Origins, Support } from '../schema.ts'
import {
  allRulingsOf,
  contestedPrinciplesOf,
  contestedRulingsOf,
  floorsOf,
  type Placed,
  rulingsOf,
} from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/** What it costs to overturn a clause is possible, fits the clause, and promises no more than its answers bear out. */
export function captures(charter: Charter): readonly CharterProblem[] {
  const floors = floorsOf(charter)
  const contested = contestedPrinciplesOf(charter)
  return [
    ...floors.flatMap((one) => fits(one, FLOORS[one.it.basis.kind])),
    ...contested.flatMap((one) => fits(one, ['seat-lost', 'seat-won'])),
    ...rulingsOf(charter).flatMap((one) => fits(one, ['ruling-undone'])),
    ...contestedRulingsOf(charter).flatMap((one) => fits(one, ['ruling-made'])),
    ...floors.flatMap((one) => overstated(charter, one)),
    ...[...floors, ...contested, ...allRulingsOf(charter)].flatMap((one) => groups(charter, one)),
  ]
}

interface Priced {
  readonly capture: Capture
  readonly origins: Origins
}

/** What ballots can do to a floor, by what it rests on; law does not fall by them. */
const FLOORS: Readonly<Record<Floor['basis']['kind'], readonly string[]>> = {
  supermajority: ['floor-falls'],
  entrenched: ['not-by-votes'],
  negotiated: ['seat-lost'],
}

const fits = ({ path, it: { capture } }: Placed<Priced>, flips: readonly string[]): CharterProblem[] => [
  ...unless(
    capture.kind === 'unknown' || flips.includes('flips' in capture ? capture.flips : capture.kind),
    'capture-misplaced',
    `${path}.capture`,
    `say what ballots would do here: ${flips.join(' or ')}`,
  ),
  ...unless(
    capture.kind !== 'between' || capture.atMost === null || capture.atLeast < capture.atMost,
    'capture-impossible',
    `${path}.capture`,
    'give more ballots that are enough than are proven to be too few, or say that it is exact',
  ),
]

/** Counted again from the answers that a floor prints: a larger number would promise a safety that is not there. */
function overstated(charter: Charter, { path, it: { basis, capture } }: Placed<Floor>): CharterProblem[] {
  if (basis.kind !== 'supermajority' || !('flips' in capture)) return []
  const { atMost: fewest } = fewestAgainst(answersOf(charter, basis.shares))
  // A floor that its answers do not carry has no price: that is a problem of its own.
  return unless(
    fewest === 0 || promisedBy(capture) <= fewest || basis.shares.overall.n > MOST_RECOUNTED,
    'capture-overstated',
    `${path}.capture`,
    `promise no more than ${fewest} ballots: so many who say no are enough`,
  )
}

function promisedBy(capture: Extract<Capture, { flips: unknown }>): number {
  if (capture.kind === 'never') return Number.POSITIVE_INFINITY
  return capture.kind === 'exact' ? capture.ballots : capture.atLeast
}

/** Shares are printed to four digits, which tell the count of this many answers for sure. */
const MOST_RECOUNTED = 5_000

function answersOf(charter: Charter, { overall, groups }: Support): Answers {
  const share = ({ estimate, n }: Support['overall']) => ({
    yes: n === 0 ? 0 : Math.round(estimate * n),
    asked: n,
  })
  return {
    overall: share(overall),
    groups: new Map(charter.groups.flatMap(({ id }) => (groups[id] ? [[id, share(groups[id])]] : []))),
  }
}

function groups(charter: Charter, { path, it: { capture, origins } }: Placed<Priced>): CharterProblem[] {
  const named = [
    ...('aim' in capture ? capture.aim : []),
    ...(origins.kind === 'checked' ? origins.rests.map(({ group }) => group) : []),
  ]
  return named
    .filter((group) => !charter.groups.some(({ id }) => id === group))
    .map((group) => problem('group-unknown', path, `name a group of this charter; it has no "${group}"`))
}
