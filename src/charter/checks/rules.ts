import { matches, quoted } from '../../kernel/index.ts'
import type { Charter } from '../schema.ts'
import { floorsOf, type Placed, rulingsOf } from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/** What is checked by pattern or by tool can be checked. */
export function rules(charter: Charter): readonly CharterProblem[] {
  const { reversible, irreversible } = charter.tools
  return [
    ...patternsOf(charter).flatMap(({ path, it }) =>
      unless(
        matches(it, []) !== null,
        'pattern-refused',
        path,
        `write a pattern the linear-time engine accepts (no look-around, no back-reference), not ${quoted(it)}`,
      ),
    ),
    ...vacuous(charter),
    ...reversible
      .filter((tool) => irreversible.includes(tool))
      .map((tool) =>
        problem('tool-both-ways', 'tools', `say whether ${quoted(tool)} can be undone or cannot`),
      ),
  ]
}

/** A pattern that matches the empty text matches everything: it forbids all, or asks for nothing. */
function vacuous(charter: Charter): CharterProblem[] {
  return floorsOf(charter).flatMap(({ path, it }) =>
    it.rules.flatMap((rule, at) =>
      'pattern' in rule
        ? unless(
            matches(rule.pattern, ['']) !== true,
            'pattern-vacuous',
            `${path}.rules[${at}].pattern`,
            `write a pattern that some text does not match; ${quoted(rule.pattern)} matches all`,
          )
        : [],
    ),
  )
}

function patternsOf(charter: Charter): Placed<string>[] {
  return [
    ...floorsOf(charter).flatMap(({ path, it }) =>
      it.rules.flatMap((rule, at) => [
        ...('pattern' in rule ? [{ path: `${path}.rules[${at}].pattern`, it: rule.pattern }] : []),
        ...(rule.when.kind === 'always'
          ? []
          : [{ path: `${path}.rules[${at}].when.pattern`, it: rule.when.pattern }]),
      ]),
    ),
    ...signsOf(charter).flatMap(({ path, it }) => (it.kind === 'says' ? [{ path, it: it.pattern }] : [])),
  ]
}

/** Every sign by which a response to a case is recognised. */
export const signsOf = (charter: Charter) =>
  rulingsOf(charter).flatMap(({ path, it }) =>
    (['inScope', 'outOfScope'] as const).flatMap((part) =>
      it[part].flatMap(({ honours }, at) =>
        honours.flatMap(({ signs }, response) =>
          signs.map((sign, one) => ({
            path: `${path}.${part}[${at}].honours[${response}].signs[${one}]`,
            it: sign,
          })),
        ),
      ),
    ),
  )
