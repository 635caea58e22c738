import { expect, test } from 'vitest'
import { id } from '../../../kernel/index.ts'
import { changeLines } from './map-changes.ts'

const [A, B, C] = [id<'group'>('A'), id<'group'>('B'), id<'group'>('C')]

test('what became of groups since an earlier map is told on a terminal', () => {
  expect(
    changeLines([
      { kind: 'kept', group: A, bySize: A, similarity: 0.6 },
      { kind: 'split-off', group: C, from: A, share: 0.9 },
      { kind: 'merged-into', group: B, into: A, share: 1 },
      { kind: 'born', group: C },
      { kind: 'gone', group: B },
    ]),
  ).toEqual([
    '',
    'since the earlier map, of the people in a group in both:',
    '  group A goes on: 60 % of those who were or are in it did not move',
    '  group C split off from A, where 90 % of its people were',
    '  group B went into A, with 100 % of its people',
    '  group C is new',
    '  group B is gone',
  ])
  expect(changeLines([])).toEqual(['', 'since the earlier map: no groups, then or now'])
})
