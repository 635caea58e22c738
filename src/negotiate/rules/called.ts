import { RULES, type RuleName } from './index.ts'

/**
 * A rule as it is called within a sentence; one that is no longer known keeps its name.
 *
 * @example
 * [called('phragmen'), called('forgotten')] // => ['shared costs (Phragmén)', 'forgotten']
 */
export function called(rule: string): string {
  if (!Object.hasOwn(RULES, rule)) return rule
  const { title } = RULES[rule as RuleName]
  return `${title.charAt(0).toLowerCase()}${title.slice(1)}`
}
