import { chance } from '../../kernel/index.ts'
import { resample } from '../draw.ts'
import type { Profile } from '../profile.ts'
import { completed } from './completed.ts'
import type { PooledShares } from './shares.ts'

/** What a rule reads: the votes that were seen, or a model of what everybody would have said. */
export type ProfileName = 'seen' | 'pooled'

export const PROFILES: readonly ProfileName[] = ['seen', 'pooled']

/** A profile as a rule reads it, and as it might have been. */
export interface Reading {
  readonly name: ProfileName
  readonly profile: Profile
  /** The people drawn anew; of a modelled profile, also another guess at what they would have said. */
  drawn(draw: number): Profile
}

export interface ToRead {
  readonly profile: Profile
  /** Worked out only where they are read. */
  readonly shares: () => readonly PooledShares[]
  readonly seed: string
}

/**
 * The reading of a profile by name. All readings draw the same people.
 *
 * Source: ADR 0046.
 */
export function readingOf(name: ProfileName, { profile, shares, seed }: ToRead): Reading {
  const people = (draw: number) => chance(`${seed}/panel/${draw}`)
  if (name === 'seen') return { name, profile, drawn: (draw) => resample(profile, people(draw)) }
  const guesses: Profile[] = []
  const guess = (at: number): Profile => {
    guesses[at] ??= completed(profile, shares(), chance(`${seed}/completed/${at}`))
    return guesses[at]
  }
  return { name, profile: guess(0), drawn: (draw) => resample(guess(draw % COMPLETIONS), people(draw)) }
}

/** Guesses at what was not seen, which take turns in the draws (ADR 0046). */
export const COMPLETIONS = 10
