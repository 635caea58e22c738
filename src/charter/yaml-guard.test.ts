import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { yamlObstacle } from './yaml-guard.ts'

describe('what stands in the way of plain YAML', () => {
  test.each([
    ['a: &x 1\nb: 2', 1, 'anchor'],
    ['a: 1\nb: *x', 2, 'alias'],
    ['a: 1\n\nb: !!binary aGk=', 3, 'tag'],
    ['# hello\n%YAML 1.1\n---\na: yes', 2, 'directive'],
    ['a: 1\n---\nb: 2', 2, 'second document'],
    ['? a\n: 1', 1, 'explicit key'],
    ['[{[{[{[{[{[{[{[{[{', 1, 'deeply'],
    ['- '.repeat(5_000), 1, 'deeply'],
    [`--- ${'- '.repeat(5_000)}`, 1, 'deeply'],
    ['a: '.repeat(5_000), 1, 'deeply'],
    [`a: { b: 1, ${'c: '.repeat(5_000)}`, 1, 'deeply'],
    [`a: { b: 1, ${'c:\n'.repeat(5_000)}`, 65, 'deeply'],
    ['{'.repeat(100_000), 1, 'deeply'],
    [`a:\n${' '.repeat(70)}b: 1`, 2, 'deeply'],
    ['x'.repeat(4_000_001), 1, '4000001 characters'],
  ])('%.40j', (text, line, found) => {
    expect(yamlObstacle(text)).toMatchObject({ line, found: expect.stringContaining(found) })
  })

  test.each([
    ['one document may be announced', '# a comment\n---\na: 1'],
    [
      'text may look like anything',
      'a: "&x"\nb: x & y *z !w\nc: |\n  &x\n  *y\n  ---\n  {{{{{{{{{{{{{{{{{{{\n',
    ],
    ['brackets close again', 'a: [[1], [2]]\n'.repeat(50)],
    [
      'all of it on one line, as JSON is',
      `{${Array.from({ length: 500 }, (_, at) => `"k${at}": [1]`).join(', ')}}`,
    ],
    ['dashes on many lines are not deep', '- a\n'.repeat(500)],
  ])('%s', (_, text) => {
    expect(yamlObstacle(text)).toBeNull()
  })

  test('what a YAML writer makes of plain data is never in the way', () => {
    const data = fc.jsonValue({ maxDepth: 4, stringUnit: 'binary' })
    fc.assert(
      fc.property(data, (value) => yamlObstacle(stringify(value, { aliasDuplicateObjects: false })) === null),
    )
  })
})
