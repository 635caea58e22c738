import type { Votes } from '../votes/matrix.ts'
import { type Crowds, foreseeing } from './crowds.ts'

/** How likely the person of a row is to answer a statement so. */
export type Share = (row: number, column: number, vote: number) => number

export interface CrowdShares {
  /** Going by everybody in the person's crowd. */
  readonly all: Share
  /** Going by those near, and by the crowd without the people of `left`. */
  near(near: readonly number[], left: readonly number[]): Share
}

/**
 * The shares of agree, pass and disagree in each crowd, drawn towards those of everybody where a crowd says little.
 *
 * Units:  shares of 1, never 0: an answer that nobody else gave is rare, not impossible.
 * Source: this project, ADR 0036.
 */
export function sharesOf(votes: Votes, crowds: Crowds = foreseeing(votes)): CrowdShares {
  const everybody = crowds.count * votes.columns * ANSWERS
  const counts = new Uint32Array(everybody + votes.columns * ANSWERS)
  for (let row = 0; row < votes.people; row++) eachCell(votes, crowds, row, (cell) => counts[cell]!++)
  const shareBy = (count: (cell: number) => number): Share => {
    const drawn = (cell: number, vote: number, towards: number) =>
      (count(cell + vote + 1) + DRAWN * towards) / (count(cell) + count(cell + 1) + count(cell + 2) + DRAWN)
    return (row, column, vote) => {
      const overall = drawn(everybody + column * ANSWERS, vote, 1 / ANSWERS)
      return drawn((crowds.of(row, column) * votes.columns + column) * ANSWERS, vote, overall)
    }
  }
  return {
    all: shareBy((cell) => counts[cell]!),
    near(near, left) {
      const [beside, less] = [new Map<number, number>(), new Map<number, number>()]
      for (const row of left)
        eachCell(votes, crowds, row, (cell) => less.set(cell, (less.get(cell) ?? 0) + 1))
      for (const row of near)
        eachCell(votes, crowds, row, (cell) => beside.set(cell, (beside.get(cell) ?? 0) + 1))
      const inCrowd = shareBy((cell) => counts[cell]! - (less.get(cell) ?? 0))
      return (row, column, vote) => {
        const cell = everybody + column * ANSWERS
        const [a, b, c] = [beside.get(cell) ?? 0, beside.get(cell + 1) ?? 0, beside.get(cell + 2) ?? 0]
        const own = [a, b, c][vote + 1]!
        return (own + DRAWN * inCrowd(row, column, vote)) / (a + b + c + DRAWN)
      }
    },
  }
}

/** Where the answers of a person are counted: in their crowd, and among everybody. */
function eachCell(votes: Votes, crowds: Crowds, row: number, visit: (cell: number) => void): void {
  for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) {
    const inCrowd = votes.statement[at]! * ANSWERS + votes.vote[at]! + 1
    visit(crowds.of(row, votes.statement[at]!) * votes.columns * ANSWERS + inCrowd)
    visit(crowds.count * votes.columns * ANSWERS + inCrowd)
  }
}

const ANSWERS = 3
/** So many imagined answers, given as the wider circle gave theirs (ADR 0036). */
const DRAWN = 4
