import { expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { readTargets } from './targets.ts'

const read = (name: string, text: string) => {
  const outcome = readTargets(name, new TextEncoder().encode(text))
  return outcome.kind === 'parsed' ? outcome.value : problemLine(outcome.problem)
}

const OLD = { attribute: 'age', value: 'over 70', share: 0.14, source: 't.csv' }

test('targets are read from CSV and JSON alike', () => {
  expect(read('t.csv', 'attribute,group,share\nage,over 70,0.14\n')).toEqual([OLD])
  expect(read('t.json', '[{"attribute":"age","group":"over 70","share":0.14,"source":"t.csv"}]')).toEqual([
    OLD,
  ])
})

test.each([
  [
    't.csv',
    'attribute,share\nage,1\n',
    /^t\.csv, row 1: .*expected a column "group"; needed are attribute, group, share$/,
  ],
  [
    't.csv',
    'attribute,group,share\nage,old,14 %\n',
    /^t\.csv, row 2, column "share": found "14 %", expected a share/,
  ],
  ['t.csv', 'attribute,group,share\nage,old,.1\nage,old,.2\n', /"age" "old" twice, expected each group once/],
  ['t.csv', 'attribute,group,share\nage,old,.7\nage,young,.6\n', /sum to 1\.3, expected at most 1/],
  ['t.csv', 'attribute,group,share\n', /no rows/],
  [
    't.json',
    '[{"attribute":"age","group":"old","share":2}]',
    /^t\.json, field "0\.share": found 2, expected a share of 0 to 1/,
  ],
  ['t.json', 'age', /expected one JSON value/],
])('%s with %j is refused in one line', (name, text, line) => {
  expect(read(name, text)).toMatch(line)
})
