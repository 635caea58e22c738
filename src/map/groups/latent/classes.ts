import type { QuickChance } from '../../../kernel/index.ts'
import type { Votes } from '../../votes/matrix.ts'

/**
 * People as a mixture of classes, each with its own chance of every answer to every statement.
 *
 * Shapes: `logChance[(column · 3 + vote + 1) · k + class]`; one share of people per class.
 */
export interface Classes {
  readonly k: number
  readonly shares: Float64Array
  readonly logChance: Float64Array
}

/**
 * One step of expectation maximisation: who belongs where by these classes, and the classes by who belongs where.
 *
 * Only answers given count; an unseen statement says nothing. Each class's chances are drawn towards those of all
 * people by as much as two votes would (a Dirichlet prior), so that a statement few of a class saw stays open.
 *
 * Shapes: -> the better classes, and the log likelihood of the votes under the given ones.
 * Source: Goodman 1974, Biometrika 61(2):215-231; Dempster, Laird & Rubin 1977, J. R. Stat. Soc. B 39:1-38.
 */
export function emStep(votes: Votes, { k, shares, logChance }: Classes, prior: Float64Array) {
  const counts = new Float64Array(logChance.length)
  const people = new Float64Array(k)
  const belongs = new Float64Array(k)
  const logShare = shares.map((share) => Math.log(Math.max(share, Number.MIN_VALUE)))
  let likelihood = 0
  for (let row = 0; row < votes.people; row++) {
    likelihood += posterior(votes, row, { logShare, logChance, belongs })
    const to = votes.rowStart[row + 1]!
    for (let at = votes.rowStart[row]!; at < to; at++) {
      const cell = (votes.statement[at]! * ANSWERS + votes.vote[at]! + 1) * k
      for (let c = 0; c < k; c++) counts[cell + c]! += belongs[c]!
    }
    for (let c = 0; c < k; c++) people[c]! += belongs[c]!
  }
  const total = votes.people + k
  return {
    classes: { k, shares: people.map((own) => (own + 1) / total), logChance: chancesOf(counts, k, prior) },
    likelihood,
  }
}

/** How one row belongs to the classes, into `belongs`; returns the log likelihood of the row's votes. */
export function posterior(votes: Votes, row: number, { logShare, logChance, belongs }: Belonging): number {
  const k = logShare.length
  belongs.set(logShare)
  addLogChances(votes, row, { k, logChance }, belongs)
  let most = Number.NEGATIVE_INFINITY
  for (let c = 0; c < k; c++) if (belongs[c]! > most) most = belongs[c]!
  let sum = 0
  for (let c = 0; c < k; c++) sum += belongs[c] = Math.exp(belongs[c]! - most)
  for (let c = 0; c < k; c++) belongs[c]! /= sum
  return most + Math.log(sum)
}

/** Adds to each class's number how likely it makes the votes of a row, as a logarithm. */
export function addLogChances(
  { rowStart, statement, vote }: Votes,
  row: number,
  { k, logChance }: Pick<Classes, 'k' | 'logChance'>,
  to: Float64Array,
): void {
  const end = rowStart[row + 1]!
  for (let at = rowStart[row]!; at < end; at++) {
    const cell = (statement[at]! * ANSWERS + vote[at]! + 1) * k
    for (let c = 0; c < k; c++) to[c]! += logChance[cell + c]!
  }
}

export interface Belonging {
  readonly logShare: Float64Array
  readonly logChance: Float64Array
  /** Filled with the row's share in each class. */
  readonly belongs: Float64Array
}

/** The chance of every answer to every statement, over all people; an answer nobody gave keeps a little of it. */
export function answerShares({ columns, statement, vote }: Votes): Float64Array {
  const counts = new Float64Array(columns * ANSWERS)
  for (let at = 0; at < vote.length; at++) counts[statement[at]! * ANSWERS + vote[at]! + 1]!++
  const seen = new Float64Array(columns)
  for (let at = 0; at < counts.length; at++) seen[Math.floor(at / ANSWERS)]! += counts[at]!
  return counts.map((count, at) => (count + 1) / (seen[Math.floor(at / ANSWERS)]! + ANSWERS))
}

/** Classes that differ from all people at random: a start. */
export function startingClasses(k: number, prior: Float64Array, random: QuickChance): Classes {
  const counts = new Float64Array(prior.length * k)
  for (let at = 0; at < counts.length; at++)
    counts[at] = STARTING_VOTES * prior[Math.floor(at / k)]! * Math.exp(random.normal())
  return { k, shares: new Float64Array(k).fill(1 / k), logChance: chancesOf(counts, k, prior) }
}

/** One more class: one of them split in two that differ from it at random. */
export function split({ k, shares, logChance }: Classes, which: number, random: QuickChance): Classes {
  const split = new Float64Array((logChance.length / k) * (k + 1))
  for (let cell = 0; cell * k < logChance.length; cell++) {
    for (let c = 0; c < k; c++) split[cell * (k + 1) + c] = logChance[cell * k + c]!
    const apart = SPLIT_BY * random.normal()
    split[cell * (k + 1) + k] = logChance[cell * k + which]! - apart
    split[cell * (k + 1) + which]! += apart
  }
  const own = shares[which]! / 2
  const halved = Float64Array.from([...shares, own])
  halved[which] = own
  return { k: k + 1, shares: halved, logChance: split }
}

/** Classes of people who are already parted: label c of a row puts it in class c. */
export function classesOf(votes: Votes, k: number, labels: Uint8Array, prior: Float64Array): Classes {
  const counts = new Float64Array(prior.length * k)
  const people = new Float64Array(k)
  for (let row = 0; row < votes.people; row++) {
    const label = labels[row]!
    if (label >= k) continue
    people[label]!++
    for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++)
      counts[(votes.statement[at]! * ANSWERS + votes.vote[at]! + 1) * k + label]!++
  }
  const total = people.reduce((sum, own) => sum + own, 0) + k
  return { k, shares: people.map((own) => (own + 1) / total), logChance: chancesOf(counts, k, prior) }
}

/** Log chances from weighted counts, drawn towards those of all people. */
function chancesOf(counts: Float64Array, k: number, prior: Float64Array): Float64Array {
  const logChance = new Float64Array(counts.length)
  for (let column = 0; column * ANSWERS < prior.length; column++)
    for (let c = 0; c < k; c++) {
      const from = column * ANSWERS
      let seen = PRIOR_VOTES
      for (let answer = from; answer < from + ANSWERS; answer++) seen += counts[answer * k + c]!
      for (let answer = from; answer < from + ANSWERS; answer++)
        logChance[answer * k + c] = Math.log((counts[answer * k + c]! + PRIOR_VOTES * prior[answer]!) / seen)
    }
  return logChance
}

export const ANSWERS = 3
/** Votes of all people by which a class's chances are drawn towards theirs (ADR 0004). */
const PRIOR_VOTES = 2
/** How far a start is from all people: as many votes of chance, and by how much a split class differs (ADR 0004). */
const STARTING_VOTES = 4
const SPLIT_BY = 1
