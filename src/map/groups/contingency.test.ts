import { describe, expect, test } from 'vitest'
import { adjustedRandOf, contingencyOf, jaccardsOf } from './contingency.ts'

describe('two divisions side by side', () => {
  // Yeung & Ruzzo 2001, Bioinformatics 17(9), supplement.
  const table = contingencyOf(
    { k: 3, labels: Uint8Array.of(0, 0, 1, 1, 1, 1, 2, 2, 2, 2) },
    { k: 3, labels: Uint8Array.of(0, 1, 0, 1, 1, 2, 2, 2, 2, 2) },
    new Float64Array(10).fill(1),
  )

  test('count whom they share', () => {
    expect([...table.people]).toEqual([1, 1, 0, 1, 2, 1, 0, 0, 4])
  })

  test('adjusted Rand index of the worked example: 0.313', () => {
    expect(adjustedRandOf(table)).toBeCloseTo(0.313, 3)
  })

  test('Jaccard similarities', () => {
    expect(jaccardsOf(table)).toEqual([
      [1 / 3, 1 / 4, 0],
      [1 / 5, 2 / 5, 1 / 8],
      [0, 0, 4 / 5],
    ])
  })

  test('people who share a place count one by one', () => {
    const one = { k: 2, labels: Uint8Array.of(0, 1) }
    expect([...contingencyOf(one, one, Float64Array.of(5, 2)).people]).toEqual([5, 0, 0, 2])
  })
})
