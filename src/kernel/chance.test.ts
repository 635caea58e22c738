import { describe, expect, test } from 'vitest'
import { chance } from './chance.ts'

const draws = (seed: string, n = 20_000) => {
  const stream = chance(seed)
  return Array.from({ length: n }, () => stream.beta(2, 5))
}

describe('chance', () => {
  test('the same seed gives the same draws, another seed others', () => {
    expect(draws('a', 50)).toEqual(draws('a', 50))
    expect(draws('a', 50)).not.toEqual(draws('b', 50))
  })

  test('these draws never change, so that what was published can be recomputed', () => {
    const stream = chance('parley')
    expect([stream.below(1000), stream.below(1000), stream.below(1000)]).toMatchInlineSnapshot(`
      [
        231,
        712,
        436,
      ]
    `)
    expect(chance('parley').shuffled(['a', 'b', 'c', 'd', 'e']).join('')).toMatchInlineSnapshot(`"ecdab"`)
  })

  test('a beta draw has the mean and spread of its law', () => {
    const all = draws('beta')
    const mean = all.reduce((sum, x) => sum + x, 0) / all.length
    const variance = all.reduce((sum, x) => sum + (x - mean) ** 2, 0) / all.length
    expect(mean).toBeCloseTo(2 / 7, 2)
    expect(variance).toBeCloseTo((2 * 5) / (7 * 7 * 8), 3)
  })

  test('a shuffle keeps every item', () => {
    expect(chance('s').shuffled([3, 1, 2]).sort()).toEqual([1, 2, 3])
  })
})
