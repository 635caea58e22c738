import type { StatementId } from '../../../kernel/index.ts'
import type { RulingOutcome } from '../../../negotiate/index.ts'
import { FEWEST_SHOWN, listed, percent } from '../../words.ts'

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
 * strengthSays({ theta: 1.0986, low: 0.6931, high: 1.6094, n: 200, level: 0.95 }) // => '3.0 to 1 (2.0 to 5.0), from 200 people who compared; 95 % interval'
 */
export function strengthSays({ theta, low, high, n }: RulingOutcome['strength']): string {
  if (n < FEWEST_SHOWN) return `Not shown: ${n} compared, we need ${FEWEST_SHOWN}.`
  const [at, least, most] = [theta, low, high].map((odds) => Math.exp(odds).toFixed(1))
  return `${at} to 1 (${least} to ${most}), from ${n} people who compared; 95 % interval`
}

/**
 * Which rules say the same, which say the opposite, and which name neither.
 *
 * @example
 * const rules = [{ rule: 'people', prefers: 'a' }, { rule: 'groups', prefers: 'a' }]
 * rulesSay(rules, 'a') // => 'All agree: people and groups.'
 * rulesSay([...rules, { rule: 'lottery', prefers: null }], 'a') // => 'Agree: people and groups. Names neither: lottery.'
 */
export function rulesSay(rules: RulingOutcome['byRule'], prefer: StatementId): string {
  const parts = [
    { one: 'Agrees', many: 'Agree', rules: rules.filter(({ prefers }) => prefers === prefer) },
    {
      one: 'Names the other',
      many: 'Name the other',
      rules: rules.filter(({ prefers }) => prefers !== prefer && prefers !== null),
    },
    { one: 'Names neither', many: 'Name neither', rules: rules.filter(({ prefers }) => prefers === null) },
  ]
  return parts
    .filter((part) => part.rules.length > 0)
    .map((part) => `${leadOf(part, rules.length)}: ${listed(part.rules.map(({ rule }) => rule))}.`)
    .join(' ')
}

interface Part {
  readonly one: string
  readonly many: string
  readonly rules: RulingOutcome['byRule']
}

const leadOf = ({ one, many, rules }: Part, all: number): string =>
  rules.length === 1 ? one : rules.length === all ? `All ${many.toLowerCase()}` : many
