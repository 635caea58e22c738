import type { StatementId } from '../kernel/index.ts'
import { FEWEST_VIEWERS, type Profile } from './profile.ts'
import type { ProfileName } from './profiles/reading.ts'
import type { Rule } from './rules/rule.ts'
import type { Footing, Tried } from './slate.ts'

export interface FootingsRequest {
  readonly inForce: Rule
  readonly seats: number
  /** What each rule seats. */
  readonly slates: ReadonlyMap<string, readonly StatementId[]>
  /** What the rule in force seats, by what it reads. */
  readonly byProfile: ReadonlyMap<ProfileName, readonly StatementId[]>
  /** What the rule in force reads when candidates need at least so many viewers. */
  readonly readWith: (fewestViewers: number) => Profile
}

/** Fewest viewers of a candidate that are tried: half of what is asked, that, and twice (ADR 0009). */
const VIEWERS = [FEWEST_VIEWERS / 2, FEWEST_VIEWERS, 2 * FEWEST_VIEWERS]
/** Numbers of places that are tried, from the number that is asked. */
const PLACES = [-2, -1, 0, 1, 2]

/**
 * What the place of each statement hangs on: the rule, the number of places, the fewest viewers, the profile. Each is
 * varied by itself, with the rest as declared.
 *
 * Shapes: the statements that the rule in force seats in any of these ways, first those it does as declared.
 * Source: one at a time; ADR 0046.
 */
export function footingsOf({ inForce, seats, slates, byProfile, readWith }: FootingsRequest): {
  readonly footings: readonly Footing[]
  readonly tried: Tried
} {
  const declared = readWith(FEWEST_VIEWERS)
  const places = new Map(
    PLACES.map((more) => seats + more)
      .filter((count) => count > 0)
      .map((count) => [count, inForce.choose(declared, count)] as const),
  )
  const viewers = new Map(VIEWERS.map((fewest) => [fewest, inForce.choose(readWith(fewest), seats)] as const))
  const ways = [
    slates.get(inForce.name) ?? [],
    ...places.values(),
    ...viewers.values(),
    ...byProfile.values(),
  ]
  const footings = [...new Set(ways.flat())].map((statement): Footing => {
    const where = <Key>(by: ReadonlyMap<Key, readonly StatementId[]>): Key[] =>
      [...by].flatMap(([key, slate]) => (slate.includes(statement) ? [key] : []))
    return {
      statement,
      rules: where(slates),
      places: where(places),
      viewers: where(viewers),
      profiles: where(byProfile),
    }
  })
  return { footings, tried: { places: [...places.keys()], viewers: VIEWERS } }
}
