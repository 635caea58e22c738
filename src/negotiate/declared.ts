import { RULES, type RuleName } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'

/** The rules that must agree before a seat is safe from the choice of rule, unless an assembly declares others (ADR 0031). */
export const USUALLY_DECLARED: readonly RuleName[] = [
  'equal-shares',
  'phragmen',
  'group-informed-consensus',
  'agree-rate',
]

/** The rules that an assembly may declare. */
export const DECLARABLE: readonly RuleName[] = namesOf(Object.values<Rule>(RULES).filter(isDeclarable))

/**
 * The rules that must agree: those declared and, always among them, the one in force; in the order of all rules.
 *
 * Errors: throws RangeError for a rule that does not exist, or that is shown only to compare with.
 * Source: ADR 0031.
 *
 * @example
 * declaredRules('phragmen', ['agree-rate']).map(({ name }) => name) // => ['phragmen', 'agree-rate']
 */
export function declaredRules(inForce: string, declared: readonly string[]): readonly Rule[] {
  const wanted = new Set([inForce, ...declared])
  for (const name of wanted) requireDeclarable(name)
  return Object.values<Rule>(RULES).filter(({ name }) => wanted.has(name))
}

function requireDeclarable(name: string): void {
  if (!Object.hasOwn(RULES, name))
    throw new RangeError(`no rule "${name}"; there are ${Object.keys(RULES).join(', ')}`)
  if (!isDeclarable(RULES[name as RuleName]))
    throw new RangeError(`"${name}" is shown only to compare with; declare some of ${DECLARABLE.join(', ')}`)
}

function isDeclarable({ standing }: Rule): boolean {
  return standing === 'declarable'
}

function namesOf(rules: readonly Rule[]): readonly RuleName[] {
  return rules.map(({ name }) => name as RuleName)
}
