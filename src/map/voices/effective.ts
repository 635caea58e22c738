import { answersOf, type Votes } from '../votes/matrix.ts'
import type { LookAlikeRows } from './look-alikes.ts'

/** How many voices there are, counted three ways. */
export interface EffectiveVoices {
  /** Everybody who answered anything. */
  readonly people: number
  /** So many people who all answered equally much would weigh like these: few who answer much make it small. */
  readonly byAnswers: number
  /** So many are left when look-alikes count only by what they do not share: a hundred copies count as about one. */
  readonly distinct: number
}

/**
 * The effective number of voices.
 *
 * `byAnswers` is (Σ w)² / Σ w², w the answers of a person. `distinct` is Σ 1 / Σ Z: for each person, one over the sum
 * of their similarity to everybody. Similarity is the share of like answers to what both answered within a flagged set,
 * and 0 otherwise: to think alike is no reason to count less.
 *
 * Units:  people; at most as many as there are.
 * Source: Kish 1965, Survey Sampling, section 11.7 (byAnswers; Hill's number of order 2); Leinster & Cobbold 2012,
 *         Ecology 93(3):477-489, equation 1 with order 0 and equal weights (distinct).
 */
export function effectiveVoices(votes: Votes, sets: readonly LookAlikeRows[]): EffectiveVoices {
  const answers = Float64Array.from({ length: votes.people }, (_, row) => answersOf(votes, row))
  const squares = answers.reduce((sum, count) => sum + count * count, 0)
  const copied = sets.reduce((sum, { rows }) => sum + rows.length, 0)
  return {
    people: votes.people,
    byAnswers: squares === 0 ? 0 : votes.vote.length ** 2 / squares,
    distinct: votes.people - copied + sets.reduce((sum, { rows }) => sum + distinctAmong(votes, rows), 0),
  }
}

const distinctAmong = (votes: Votes, rows: readonly number[]): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      1 / rows.reduce((total, other) => total + (row === other ? 1 : likeAnswers(votes, row, other)), 0),
    0,
  )

/** The share of like answers to what both answered; 0 where they answered nothing in common. */
export function likeAnswers({ rowStart, statement, vote }: Votes, a: number, b: number): number {
  let [both, like] = [0, 0]
  for (let i = rowStart[a]!, j = rowStart[b]!; i < rowStart[a + 1]! && j < rowStart[b + 1]!; ) {
    const [left, right] = [statement[i]!, statement[j]!]
    if (left === right) {
      both++
      if (vote[i] === vote[j]) like++
    }
    if (left <= right) i++
    if (right <= left) j++
  }
  return both === 0 ? 0 : like / both
}
