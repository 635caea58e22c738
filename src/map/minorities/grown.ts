import { ANSWERS, answerShares, type Classes, classesOf } from '../groups/latent/classes.ts'
import { followed, likeliest } from '../groups/latent/fit.ts'
import type { Votes } from '../votes/matrix.ts'

/**
 * Classes grown one at a time, each from the people whose answers those before explain worst.
 *
 * A search that begins from chance finds the large classes first and cuts them up before it sees a small one. Few who
 * vote unlike everybody else are badly explained by any class of others, and stand out at once.
 *
 * Source: this project, ADR 0047; classes: ADR 0004.
 */
export function grownClasses(votes: Votes): Classes {
  const prior = answerShares(votes)
  let classes = classesOf(votes, 1, new Uint8Array(votes.people), prior)
  while (classes.k < MOST_CLASSES)
    classes = followed(votes, withUnexplained(votes, classes, prior), prior, STEPS).classes
  return classes
}

/** One class more: of the people whose answers are the most surprising in their own. */
function withUnexplained(votes: Votes, classes: Classes, prior: Float64Array): Classes {
  const { labels } = likeliest(votes, classes)
  const fit = fitOf(votes, classes, labels)
  const worst = Float64Array.from(fit).sort()[Math.ceil(SEED_SHARE * votes.people)] ?? 0
  const parted = labels.map((label, row) => (fit[row]! < worst ? classes.k : label))
  return classesOf(votes, classes.k + 1, parted, prior)
}

/** For each row, how likely its answers are in its class, in standard deviations from what that class leads to expect. */
function fitOf(votes: Votes, { k, logChance }: Classes, labels: Uint8Array): Float64Array {
  const { mean, variance } = expectedIn(logChance, k)
  return Float64Array.from(labels, (own, row) => {
    let [more, spread] = [0, 0]
    for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) {
      const column = votes.statement[at]!
      more += logChance[(ANSWERS * column + votes.vote[at]! + 1) * k + own]! - mean[column * k + own]!
      spread += variance[column * k + own]!
    }
    return spread > 0 ? more / Math.sqrt(spread) : 0
  })
}

/** For each statement and class, mean and variance of the log chance of an answer drawn from that class. */
function expectedIn(logChance: Float64Array, k: number) {
  const mean = new Float64Array(logChance.length / ANSWERS)
  const variance = new Float64Array(mean.length)
  for (let at = 0; at < mean.length; at++) {
    const cell = Math.floor(at / k) * ANSWERS * k + (at % k)
    let squares = 0
    for (let answer = 0; answer < ANSWERS; answer++) {
      const log = logChance[cell + answer * k]!
      mean[at]! += Math.exp(log) * log
      squares += Math.exp(log) * log * log
    }
    variance[at] = squares - mean[at]! ** 2
  }
  return { mean, variance }
}

/** Classes that are grown, the steps each is followed for, and the share of people one begins from (ADR 0047). */
const MOST_CLASSES = 6
const STEPS = 10
const SEED_SHARE = 0.03
