import { chance } from '../../kernel/index.ts'
import type { Votes } from '../../map/index.ts'

/** What the baseline reached, and after how many passes over the votes. */
export interface Descended {
  readonly loss: number
  readonly passes: number
}

/**
 * The bridging objective as Community Notes minimises it: gradient descent on all parameters at once, by Adam with its
 * usual settings and a learning rate of 1, from small factors drawn by chance, until a pass gains less than 1e-7.
 *
 * Source: Kingma & Ba 2015, arXiv:1412.6980, algorithm 1; start after Glorot & Bengio 2010, eq. 16.
 */
export function descended(votes: Votes, seed: string): Descended {
  const { people, columns } = votes
  const random = chance(seed)
  const small = (count: number) =>
    Float64Array.from({ length: count }, () => (2 * random.uniform() - 1) * Math.sqrt(6 / (count + 1)))
  const parts = [
    { price: INTERCEPT_PRICE, values: new Float64Array(1) },
    { price: INTERCEPT_PRICE, values: new Float64Array(people) },
    { price: FACTOR_PRICE, values: small(people) },
    { price: INTERCEPT_PRICE, values: new Float64Array(columns) },
    { price: FACTOR_PRICE, values: small(columns) },
  ].map((part) => ({ ...part, adam: adam(part.values) }))
  let before = Number.POSITIVE_INFINITY
  for (let passes = 1; ; passes++) {
    const slopes = parts.map(({ values }) => new Float64Array(values.length))
    let loss = errorsOf(
      votes,
      parts.map(({ values }) => values),
      slopes,
    )
    parts.forEach(({ price, values }, at) => {
      const each = price / values.length
      values.forEach((value, i) => {
        loss += each * value * value
        slopes[at]![i]! += 2 * each * value
      })
    })
    if (Math.abs(before - loss) <= 1e-7 || (passes > 100 && loss > before)) return { loss, passes }
    before = loss
    parts.forEach((part, at) => {
      part.adam(slopes[at]!)
    })
  }
}

/** The mean squared error, and its slope along each parameter. */
function errorsOf(
  { people, rowStart, statement, vote }: Votes,
  [mean, i, f, j, g]: readonly Float64Array[],
  [slopeMean, slopeI, slopeF, slopeJ, slopeG]: readonly Float64Array[],
): number {
  const each = 1 / vote.length
  let loss = 0
  for (let row = 0; row < people; row++)
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
      const column = statement[at]!
      const error = (vote[at]! + 1) / 2 - mean![0]! - i![row]! - j![column]! - f![row]! * g![column]!
      const slope = -2 * each * error
      loss += each * error * error
      slopeMean![0]! += slope
      slopeI![row]! += slope
      slopeF![row]! += slope * g![column]!
      slopeJ![column]! += slope
      slopeG![column]! += slope * f![row]!
    }
  return loss
}

function adam(values: Float64Array): (slopes: Float64Array) => void {
  const first = new Float64Array(values.length)
  const second = new Float64Array(values.length)
  let step = 0
  return (slopes) => {
    step++
    const [a, b] = [1 - 0.9 ** step, 1 - 0.999 ** step]
    for (let at = 0; at < values.length; at++) {
      first[at] = 0.9 * first[at]! + 0.1 * slopes[at]!
      second[at] = 0.999 * second[at]! + 0.001 * slopes[at]! ** 2
      values[at]! -= first[at]! / a / (Math.sqrt(second[at]! / b) + 1e-8)
    }
  }
}

const INTERCEPT_PRICE = 0.15
const FACTOR_PRICE = 0.03
