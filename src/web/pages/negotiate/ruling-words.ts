import type { RulingOutcome } from '../../../negotiate/index.ts'
import { FEWEST_SHOWN, percent } from '../../words.ts'

/**
 * A probability that is never said to be certain: it was drawn by chance.
 *
 * @example
 * [winText(1), winText(0.98225)] // => ['over 99 in 100', '98 in 100']
 */
export const winText = (probability: number): string =>
  probability > 0.99 ? 'over 99 in 100' : `${percent(probability)} in 100`

/**
 * How strongly one side is preferred, as odds with their bounds; of too few people nothing but that.
 *
 * @example
 * strengthSays({ theta: 1.0986, low: 0.6931, high: 1.6094, n: 200, level: 0.95 }) // => '3.0 to 1 (2.0 to 5.0), log-odds 1.10, from 200 people who compared; 95 % interval'
 */
export function strengthSays({ theta, low, high, n }: RulingOutcome['strength']): string {
  if (n < FEWEST_SHOWN) return `Not shown: ${n} compared, we need ${FEWEST_SHOWN}.`
  const [at, least, most] = [theta, low, high].map((odds) => Math.exp(odds).toFixed(1))
  return `${at} to 1 (${least} to ${most}), log-odds ${theta.toFixed(2)}, from ${n} people who compared; 95 % interval`
}
