/** What a person answered. Unseen is the absence of a vote, never a fourth answer. */
export type Vote = 'agree' | 'pass' | 'disagree'

/** A vote as a number, wherever numbers are needed: agree is +1 everywhere. */
export type Sign = 1 | 0 | -1

/**
 * @example
 * [signOf('agree'), signOf('pass'), signOf('disagree')] // => [1, 0, -1]
 */
export const signOf = (vote: Vote): Sign => SIGNS[vote]

/**
 * @example
 * voteOf(-1) // => 'disagree'
 */
export const voteOf = (sign: Sign): Vote => (sign === 1 ? 'agree' : sign === 0 ? 'pass' : 'disagree')

const SIGNS: Readonly<Record<Vote, Sign>> = { agree: 1, pass: 0, disagree: -1 }

/** How often each answer was given. `seen` is their sum: how many people answered. */
export interface Tally {
  readonly agree: number
  readonly pass: number
  readonly disagree: number
}

/**
 * How many people saw and answered.
 *
 * @example
 * seen({ agree: 3, pass: 1, disagree: 2 }) // => 6
 */
export const seen = (tally: Tally): number => tally.agree + tally.pass + tally.disagree

/** The two sides of a statement: a pass takes neither. */
export type Direction = 'agree' | 'disagree'
