import { expect, test } from 'vitest'
import { id } from '../kernel/index.ts'
import { circleWith } from './precedence.ts'

const over = (prefer: string, loser: string, cases: readonly string[] = ['c']) => ({
  prefer: { statement: id<'statement'>(prefer) },
  over: { statement: id<'statement'>(loser) },
  when: cases.map((one) => ({ id: id<'case'>(one) })),
})
const length = (...[added, ...others]: ReturnType<typeof over>[]) =>
  circleWith(added!, others)?.way.length ?? null

test.each([
  ['alone', [over('a', 'b')], null],
  ['over itself', [over('a', 'a')], 0],
  ['the same again', [over('a', 'b'), over('a', 'b')], null],
  ['the opposite', [over('a', 'b'), over('b', 'a')], 1],
  ['the opposite elsewhere', [over('a', 'b'), over('b', 'a', ['d'])], null],
  ['the opposite in one of its cases', [over('a', 'b', ['c', 'd']), over('b', 'a', ['d', 'e'])], 1],
  ['a chain', [over('c', 'd'), over('a', 'b'), over('b', 'c')], null],
  ['a circle of three', [over('c', 'a'), over('a', 'b'), over('b', 'c')], 2],
  [
    'a circle cut between cases',
    [over('c', 'a', ['c', 'd']), over('a', 'b', ['c']), over('b', 'c', ['d'])],
    null,
  ],
  ['the shortest of two', [over('c', 'a'), over('a', 'b'), over('b', 'c'), over('a', 'c')], 1],
  ['a circle elsewhere is not one here', [over('x', 'y'), over('y', 'z'), over('z', 'y')], null],
])('%s', (_, rulings, expected) => {
  expect(length(...rulings)).toBe(expected)
})

test('names the case in which the circle closes', () => {
  expect(circleWith(over('a', 'b', ['c', 'd']), [over('b', 'a', ['d'])])).toMatchObject({ case: 'd' })
})
