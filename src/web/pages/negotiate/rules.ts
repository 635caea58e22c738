import type { Panel, Slate } from '../../../negotiate/index.ts'
import { CERTIFIERS, GUARANTEES, RULES, type RuleName } from '../../../negotiate/index.ts'

/** The rule of a slate as people read of it; a rule that is no longer known keeps its name. */
export function ruleOf({ rule }: Pick<Slate, 'rule'>): {
  readonly title: string
  readonly sentence: string
  readonly source: string
  readonly standing: 'declarable' | 'contrast'
} {
  return Object.hasOwn(RULES, rule)
    ? RULES[rule as RuleName]
    : { title: rule, sentence: 'This rule is not described here.', source: '', standing: 'declarable' }
}

/** The slates that decide, and those that stand beside them for information. */
export const partedSlates = ({ slates, declared }: Pick<Panel, 'slates' | 'declared'>) => ({
  deciding: slates.filter(({ rule }) => declared.includes(rule)),
  beside: slates.filter(({ rule }) => !declared.includes(rule)),
})

/** What a guarantee, or something that can be certified, is called. */
export const guaranteeTitle = (name: string): string =>
  Object.hasOwn(GUARANTEES, name)
    ? GUARANTEES[name as keyof typeof GUARANTEES].title
    : (CERTIFIERS.find((certifier) => certifier.name === name)?.title ?? name)
