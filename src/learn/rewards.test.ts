import { describe, expect, test } from 'vitest'
import { id } from '../kernel/index.ts'
import type { Comparison } from '../listen/index.ts'
import { preferenceOf } from '../negotiate/index.ts'
import { rewardsOf } from './rewards.ts'

const person = (name: string) => id<'participant'>(name)
const group = (name: string) => id<'group'>(name)
const over = (who: string, inCase: string, a: string, b: string): Comparison => ({
  participant: person(who),
  case: id<'case'>(inCase),
  a: id<'response'>(a),
  b: id<'response'>(b),
  prefers: 'a',
})
const openCase = (name: string) => ({
  id: id<'case'>(name),
  title: name,
  situation: '',
  opening: '',
  affected: [],
  reversible: true,
  responses: [],
})

describe('rewardsOf', () => {
  const groups = new Map([
    [person('ana'), group('A')],
    [person('bo'), group('A')],
    [person('cy'), group('B')],
  ])
  const rewards = rewardsOf(
    {
      cases: [openCase('c1'), openCase('c2')],
      comparisons: [
        over('ana', 'c1', 'help', 'hush'),
        over('bo', 'c1', 'help', 'hush'),
        over('cy', 'c1', 'hush', 'help'),
        over('dee', 'c1', 'help', 'hush'),
      ],
    },
    groups,
  )
  const [first, second] = rewards
  const help = (fits: Parameters<typeof preferenceOf>[0] | undefined) =>
    preferenceOf(fits ?? [], 'help', 'hush')?.estimate

  test('each group by itself, and all together with those in no group', () => {
    expect([...(first?.groups.keys() ?? [])]).toEqual(['A', 'B'])
    expect(help(first?.groups.get(group('A')))).toBeGreaterThan(0.5)
    expect(help(first?.groups.get(group('B')))).toBeLessThan(0.5)
    expect(help(first?.overall)).toBeGreaterThan(0.5)
    expect(first?.overall[0]?.duels).toBe(4)
    expect(first?.ungrouped).toBe(1)
  })

  test('a case that nobody compared in has no rewards, and no group', () => {
    expect(second).toEqual({ case: 'c2', overall: [], groups: new Map(), ungrouped: 0 })
  })
})
