import type { Register } from '../../classify/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import { candidacyOf, FEWEST_VIEWERS, type Profile, profileOf } from '../profile.ts'
import { PROFILES, type ProfileName, type Reading, readingOf, type ToRead } from './reading.ts'
import { type PooledShares, pooledShares } from './shares.ts'
import { shownIn } from './shown.ts'

export interface ReadingsRequest {
  readonly listening: Listening
  readonly map: OpinionMap
  readonly register: Register
  /** The one that was declared. */
  readonly profile: ProfileName
  readonly seed: string
}

/** The votes as they are, and what rules read of them: as declared, and otherwise. */
export interface Readings {
  readonly votes: Profile
  readonly shares: readonly PooledShares[]
  readonly declared: Reading
  readonly other: Reading
  /** What is read as declared when candidates need at least so many viewers. */
  readonly readWith: (fewestViewers: number) => Profile
}

/**
 * The votes under both profiles, and under other bars for candidates.
 *
 * Source: ADR 0046.
 */
export function readingsOf({ listening, map, register, profile: name, seed }: ReadingsRequest): Readings {
  const votesWith = (fewestViewers: number) =>
    profileOf(listening, map, candidacyOf(listening, register, fewestViewers))
  const sharesOf = (profile: Profile) => pooledShares(profile, shownIn(listening, profile))
  const votes = votesWith(FEWEST_VIEWERS)
  const shares = sharesOf(votes)
  const read: ToRead = { profile: votes, shares: () => shares, seed }
  const declared = readingOf(name, read)
  return {
    votes,
    shares,
    declared,
    other: readingOf(PROFILES.find((other) => other !== name)!, read),
    readWith: (fewest) => {
      if (fewest === FEWEST_VIEWERS) return declared.profile
      const profile = votesWith(fewest)
      return readingOf(name, { profile, shares: () => sharesOf(profile), seed }).profile
    },
  }
}
