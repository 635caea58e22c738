import { describe, expect, test } from 'vitest'
import { FEWEST_SHOWN } from '../kernel/index.ts'
import { FEWEST_SHOWN as ON_PAGES } from '../web/words.ts'
import { hiddenParts } from './hidden-parts.ts'

/** Every way to divide a number of people into parts. */
function* divisions(people: number, parts: number): Generator<number[]> {
  if (parts === 1) return yield [people]
  for (let first = 0; first <= people; first++)
    for (const rest of divisions(people - first, parts - 1)) yield [first, ...rest]
}

const publish = (counts: readonly number[]): readonly (number | string)[] => {
  const hidden = hiddenParts(counts.map((count, key) => ({ key, count })))
  return counts.map((count, key) => hidden.get(key) ?? count)
}

/**
 * The strongest reader there is: knows the total and this very rule, tries every division, and keeps those that would
 * have been published alike.
 */
function leastOpen(people: number, parts: number): number {
  const alike = new Map<string, number[][]>()
  for (const counts of divisions(people, parts)) {
    const key = JSON.stringify(publish(counts))
    alike.set(key, [...(alike.get(key) ?? []), counts])
  }
  let least = Number.POSITIVE_INFINITY
  for (const [key, tables] of alike)
    for (const [part, said] of (JSON.parse(key) as (number | string)[]).entries())
      if (typeof said === 'string')
        least = Math.min(least, new Set(tables.map((counts) => counts[part])).size)
  return least
}

describe('a reader who knows the total and the rule', () => {
  test.each([
    [20, 2],
    [39, 2],
    [40, 2],
    [41, 2],
    [120, 2],
    [25, 3],
    [39, 3],
    [40, 3],
    [59, 3],
    [60, 3],
    [75, 3],
    [45, 4],
    [62, 4],
  ])('of %i people in %i parts finds at least 20 counts for each that is hidden', (people, parts) => {
    expect(leastOpen(people, parts)).toBeGreaterThanOrEqual(FEWEST_SHOWN)
  })
})

describe('what is hidden', () => {
  test('every part with fewer than 20 people, and no other while none is small', () => {
    expect(publish([20, 33, 400])).toEqual([20, 33, 400])
    expect(publish([33, 400, 19])).toEqual(['gives-away', 400, 'too-few'])
    expect(publish([400, 33, 0])).toEqual(['gives-away', 33, 'too-few'])
  })

  test('parts are hidden beside it in the order given, whatever their counts', () => {
    expect(publish([3, 500, 20, 21])).toEqual(['too-few', 'gives-away', 20, 21])
    expect(publish([3, 20, 500, 21])).toEqual(['too-few', 'gives-away', 'gives-away', 21])
  })

  test('small parts alone are not enough: together they would say much of each', () => {
    expect(publish([19, 19, 50])).toEqual(['too-few', 'too-few', 'gives-away'])
  })

  test('where nothing is left to hide, not even which parts are small is said', () => {
    expect(publish([19, 19])).toEqual(['gives-away', 'gives-away'])
    expect(publish([])).toEqual([])
  })
})

test('pages hide what reports hide', () => expect(ON_PAGES).toBe(FEWEST_SHOWN))
