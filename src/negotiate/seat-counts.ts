import { LARGEST, narrowed } from './narrowed.ts'
import type { Profile } from './profile.ts'

/** How many seated statements each person agrees with, kept as seats are filled and emptied. */
export interface SeatCounts {
  /** Gives the candidate a seat. */
  seat(candidate: number): void
  /** Takes the seat of a candidate who has one. */
  unseat(candidate: number): void
  /** How many of the candidate's supporters have 0, 1, 2, … seats. The next call overwrites it. */
  supportersWith(candidate: number): Float64Array
  /** For each row of people, how many seats it has. */
  readonly has: Uint16Array | Uint32Array
}

/**
 * Nobody has a seat yet, and at most so many will be filled at a time.
 *
 * Counts of whole people are exact and do not depend on the order of the rows, as sums of fractions would.
 */
export function seatCounts({ supporters, weights: wide }: Profile, seats: number): SeatCounts {
  const { offsets, people } = supporters
  const weights = narrowed(wide)
  const has = seats > LARGEST ? new Uint32Array(wide.length) : new Uint16Array(wide.length)
  const withExactly = new Float64Array(seats + 1)
  return {
    seat: (candidate) => {
      for (let at = offsets[candidate]!; at < offsets[candidate + 1]!; at++) has[people[at]!]!++
    },
    unseat: (candidate) => {
      for (let at = offsets[candidate]!; at < offsets[candidate + 1]!; at++) has[people[at]!]!--
    },
    supportersWith: (candidate) => {
      withExactly.fill(0)
      for (let at = offsets[candidate]!; at < offsets[candidate + 1]!; at++) {
        const person = people[at]!
        withExactly[has[person]!]! += weights[person]!
      }
      return withExactly
    },
    has,
  }
}
