import { alike } from './alike.ts'
import type { Ratings } from './ratings.ts'

/** What is believed of a rater before any answer is seen, and how far any one answer can be trusted. */
export interface RaterModel {
  /** Imagined answers per true class: right ones, and wrong ones for each other class. */
  readonly imagined: { readonly right: number; readonly wrong: number }
  /** The chance that an answer is a slip, and then says any class. It caps what one answer can prove. */
  readonly slip: number
}

export interface RaterFit {
  /** items × classes: the probability of each class, given how common the classes are. */
  readonly posterior: Float64Array
  readonly prevalence: Float64Array
  /** raters × true class × said class, slips included; rows sum to 1. */
  readonly confusion: Float64Array
  /** The penalised log-likelihood after each pass; it never falls. */
  readonly climb: readonly number[]
}

/**
 * What raters who err in their own ways say together of each item, and how each of them errs.
 *
 * Shapes: answers -> items × classes, raters × classes × classes.
 * Units:  probabilities.
 * Errors: none; an item without answers keeps the prevalence.
 * Source: Dawid & Skene 1979, Appl. Statist. 28(1):20-28, equations 2.3-2.5 and 2.7, started from equation 3.1;
 *         imagined answers and slips are ours, ADR 0005.
 */
export function dawidSkene(given: Ratings, model: RaterModel): RaterFit {
  // Items that were answered alike are counted and not repeated, which changes no result.
  const { kinds: ratings, copies, kindOf } = alike(given)
  const posterior = shareOfAnswers(ratings)
  const shape = ratings.classes * ratings.classes
  const confusion = new Float64Array(ratings.raters * shape)
  const prevalence = new Float64Array(ratings.classes).fill(1 / ratings.classes)
  for (let at = 0; at < confusion.length; at++) confusion[at] = 1 / ratings.classes
  const climb: number[] = []
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    learnRaters({ ratings, copies, model, posterior, confusion })
    learnPrevalence(ratings, copies, { posterior, prevalence })
    const height =
      readItems({ ratings, copies, prevalence, confusion, posterior }) +
      imaginedHeight(ratings, model, confusion)
    const before = climb.at(-1)
    climb.push(height)
    if (before !== undefined && height - before < ENOUGH * Math.max(1, Math.abs(height))) break
  }
  return { posterior: forEach(kindOf, posterior, ratings.classes), prevalence, confusion, climb }
}

/**
 * What the answers alone say of each item, as if every class were equally common.
 *
 * Whoever writes the items decides how common a class is among them; that must not decide what an item is.
 *
 * Shapes: answers, raters × classes × classes -> items × classes.
 * Source: ADR 0005.
 */
export function evidence(given: Ratings, confusion: Float64Array): Float64Array {
  const { kinds: ratings, copies, kindOf } = alike(given)
  const { items, classes } = ratings
  const posterior = new Float64Array(items * classes)
  const prevalence = new Float64Array(classes).fill(1 / classes)
  readItems({ ratings, copies, prevalence, confusion, posterior })
  return forEach(kindOf, posterior, classes)
}

/** What is known of each kind, for each item of it. */
function forEach(kindOf: Uint32Array, ofKinds: Float64Array, classes: number): Float64Array {
  const ofItems = new Float64Array(kindOf.length * classes)
  for (const [item, kind] of kindOf.entries())
    ofItems.set(ofKinds.subarray(kind * classes, (kind + 1) * classes), item * classes)
  return ofItems
}

// The climb is slow only where the answers do not tell the classes apart; there, more passes tell nothing more.
const MOST_PASSES = 1000
const ENOUGH = 1e-12

/** Equation 3.1: each item starts from the share of answers it got. */
function shareOfAnswers({ items, classes, item, said, weight }: Ratings): Float64Array {
  const share = new Float64Array(items * classes)
  for (let at = 0; at < item.length; at++) share[item[at]! * classes + said[at]!]! += weight[at]!
  for (let i = 0; i < items; i++) normalise(share, i * classes, classes)
  return share
}

interface Learning {
  readonly ratings: Ratings
  readonly copies: Float64Array
  readonly model: RaterModel
  readonly posterior: Float64Array
  readonly confusion: Float64Array
}

/** Equation 2.3, with imagined answers added and the expected slips taken out; writes `confusion`. */
function learnRaters({ ratings, copies, model, posterior, confusion }: Learning): void {
  const { classes, raters, item, rater, said, weight } = ratings
  const { imagined, slip } = model
  const counts = new Float64Array(confusion.length)
  const wild = slip / classes
  for (let at = 0; at < item.length; at++) {
    for (let truth = 0; truth < classes; truth++) {
      const cell = (rater[at]! * classes + truth) * classes + said[at]!
      const meant = slip === 0 ? 1 : 1 - wild / confusion[cell]!
      counts[cell]! += posterior[item[at]! * classes + truth]! * copies[item[at]!]! * weight[at]! * meant
    }
  }
  for (let row = 0; row < raters * classes; row++) {
    const truth = row % classes
    for (let answer = 0; answer < classes; answer++)
      counts[row * classes + answer]! += answer === truth ? imagined.right : imagined.wrong
    normalise(counts, row * classes, classes)
    for (let answer = 0; answer < classes; answer++)
      confusion[row * classes + answer] = (1 - slip) * counts[row * classes + answer]! + wild
  }
}

/** Equation 2.4. */
function learnPrevalence(
  { items, classes }: Ratings,
  copies: Float64Array,
  { posterior, prevalence }: Pick<Reading, 'posterior' | 'prevalence'>,
): void {
  const everything = copies.reduce((sum, count) => sum + count, 0)
  prevalence.fill(0)
  for (let kind = 0; kind < items; kind++)
    for (let truth = 0; truth < classes; truth++)
      prevalence[truth]! += (posterior[kind * classes + truth]! * copies[kind]!) / everything
}

interface Reading {
  readonly ratings: Ratings
  readonly copies: Float64Array
  readonly prevalence: Float64Array
  readonly confusion: Float64Array
  readonly posterior: Float64Array
}

/** Equation 2.5, in logarithms; writes `posterior` and returns the log-likelihood, equation 2.7. */
function readItems({ ratings, copies, prevalence, confusion, posterior }: Reading): number {
  const { items, classes, item, rater, said, weight } = ratings
  for (let at = 0; at < posterior.length; at++) posterior[at] = Math.log(prevalence[at % classes]!)
  for (let at = 0; at < item.length; at++)
    for (let truth = 0; truth < classes; truth++)
      posterior[item[at]! * classes + truth]! +=
        weight[at]! * Math.log(confusion[(rater[at]! * classes + truth) * classes + said[at]!]!)
  let height = 0
  for (let i = 0; i < items; i++) {
    const own = posterior.subarray(i * classes, (i + 1) * classes)
    const peak = own.reduce((a, b) => Math.max(a, b))
    for (let truth = 0; truth < classes; truth++) own[truth] = Math.exp(own[truth]! - peak)
    height += copies[i]! * (peak + Math.log(normalise(posterior, i * classes, classes)))
  }
  return height
}

/** The log-density of the imagined answers: what keeps few judges modest. */
function imaginedHeight(
  { classes }: Ratings,
  { imagined, slip }: RaterModel,
  confusion: Float64Array,
): number {
  if (imagined.right === 0 && imagined.wrong === 0) return 0
  let height = 0
  for (let cell = 0; cell < confusion.length; cell++) {
    const truth = Math.floor(cell / classes) % classes
    const meant = (confusion[cell]! - slip / classes) / (1 - slip)
    height += (cell % classes === truth ? imagined.right : imagined.wrong) * Math.log(meant)
  }
  return height
}

/** Makes a run of numbers sum to 1 (equal shares when all are 0) and returns what they summed to. */
function normalise(values: Float64Array, from: number, length: number): number {
  let sum = 0
  for (let at = from; at < from + length; at++) sum += values[at]!
  for (let at = from; at < from + length; at++) values[at] = sum > 0 ? values[at]! / sum : 1 / length
  return sum
}
