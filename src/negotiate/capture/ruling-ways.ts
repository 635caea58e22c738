import type { Stratum } from '../strata.ts'
import { waysOf, waysUpTo } from './ways.ts'

/**
 * Whether some way to add so many ballots flips a ruling: each for or against, in any group or in none, all tried one by
 * one; null where there are more ways, or more people, than are tried.
 *
 * Source: this project, ADR 0058.
 */
export function someWayOn(
  { strata, unplaced }: { readonly strata: readonly Stratum[]; readonly unplaced: number },
  isFlipped: (strata: readonly Stratum[]) => boolean,
): (ballots: number) => boolean | null {
  const inNone = { group: null, people: unplaced, wins: 0, n: 0 }
  const places = strata.some(({ group }) => group === null) ? strata : [...strata, inNone]
  const isTooMany = places.reduce((sum, { people }) => sum + people, 0) > MOST_PEOPLE
  return (ballots) => {
    if (isTooMany || waysUpTo(ballots, 2 * places.length) > MOST_WAYS) return null
    for (const counts of waysOf(ballots, 2 * places.length))
      if (isFlipped(withVoices(places, counts))) return true
    return false
  }
}

/** So many more in each place, for and against in turn. Those in none weigh once one of them compared. */
const withVoices = (places: readonly Stratum[], counts: Float64Array): Stratum[] =>
  places
    .map(({ group, people, wins, n }, at) => {
      const [yes, no] = [counts[2 * at]!, counts[2 * at + 1]!]
      return { group, people: people + yes + no, wins: wins + yes, n: n + yes + no }
    })
    .filter(({ group, n }) => group !== null || n > 0)

/** So many ways are tried at most, as each draws the probability anew; in assemblies of so many people (ADR 0058). */
const MOST_WAYS = 60
const MOST_PEOPLE = 40
