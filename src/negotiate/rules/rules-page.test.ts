import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { GUARANTEES } from '../guarantees/index.ts'
import { FEWEST_VIEWERS } from '../profile.ts'
import { DECLARED_RULES } from '../rulings.ts'
import { RULES } from './index.ts'
import type { Rule } from './rule.ts'

/** docs/methods/rules.md says of each rule and guarantee exactly what the code says. */
const PAGE = 'docs/methods/rules.md'
const page = existsSync(PAGE) ? readFileSync(PAGE, 'utf8') : ''

const section = ({ name, title, sentence, source, standing, guarantees }: Rule): string =>
  [
    `### ${title} (\`${name}\`)`,
    '',
    sentence,
    '',
    ...(standing === 'contrast' ? ['Shown only to compare with; no assembly can declare it.', ''] : []),
    `Keeps: ${guarantees.map((guarantee) => GUARANTEES[guarantee].title).join(' · ')}`,
    '',
    `Source: ${source}`,
    '',
  ].join('\n')

const table = [
  '| Guarantee | What it promises | Source |',
  '|---|---|---|',
  ...Object.values(GUARANTEES).map(
    ({ name, title, sentence, source }) => `| ${title} \`${name}\` | ${sentence} | ${source} |`,
  ),
].join('\n')

describe(PAGE, () => {
  test.each(Object.values(RULES).map((rule) => [rule.name, rule] as const))('has %s as it is', (_, rule) => {
    expect(page).toContain(section(rule))
  })

  test('has the rules in order, and no other', () => {
    expect([...page.matchAll(/^### .*\(`(.+)`\)$/gm)].map(([, name]) => name)).toEqual(Object.keys(RULES))
  })

  test('has the guarantees as they are', () => expect(page).toContain(table))

  test('has what decides a ruling, and how many must have seen a statement', () => {
    for (const { rule } of DECLARED_RULES) expect(page).toContain(`*${rule}*`)
    expect(page).toContain(`at least ${FEWEST_VIEWERS} people`)
  })
})
