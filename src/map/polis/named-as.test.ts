import { expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { namedAs } from './named-as.ts'

const groups = (...labels: readonly string[]) =>
  new Map(labels.map((label, at) => [id<'participant'>(`${at}`), id<'group'>(label)]))

test('the larger overlap has the name, and the rest take the first that is free', () => {
  const named = namedAs(groups('0', '0', '0', '1', '1', '2'), groups('1', '1', '0', '1', '1', '1'))
  expect([...named.values()]).toEqual(['1', '1', '1', '0', '0', '2'])
})

test('people in one of the two only are no overlap', () => {
  expect([...namedAs(groups('5', '5'), new Map()).values()]).toEqual(['0', '0'])
  expect(namedAs(new Map(), groups('0')).size).toBe(0)
})
