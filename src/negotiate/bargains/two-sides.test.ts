import { describe, expect, test } from 'vitest'
import { type Camp, sidesTaken } from './two-sides.ts'

const camp = (share: number, people: number, without = 0): Camp => ({ share, people, without })

const favoured = (camps: readonly Camp[], first: number, other: number) =>
  sidesTaken({ camps, comparisons: { first, other } }).map(({ favours }) => favours)

describe('two sides', () => {
  test('each rule may take another: a large lukewarm group against a small firm one', () => {
    const camps = [camp(0.45, 200), camp(0.95, 20)]
    const [nash, smorodinsky, relative, lottery, training] = sidesTaken({
      camps,
      comparisons: { first: 400, other: 420 },
    })
    expect([nash, relative, lottery].map((taken) => taken!.favours)).toEqual([1, 1, -1])
    // The most that each could have is .55 and .95; both get the same part of it.
    expect((0.45 * smorodinsky!.first + 0.55 * smorodinsky!.other) / 0.55).toBeCloseTo(
      (0.95 * smorodinsky!.first + 0.05 * smorodinsky!.other) / 0.95,
    )
    expect(training).toMatchObject({ standing: 'contrast', favours: -1 })
  })

  test('plain training hears those most who compared most', () => {
    const camps = [camp(0.4, 50), camp(0.4, 50)]
    expect(favoured(camps, 300, 100)).toEqual([-1, -1, -1, -1, 1])
  })

  test('opposite camps of one size take turns', () => {
    expect(favoured([camp(0.8, 10), camp(0.2, 10)], 10, 10)).toEqual([0, 0, 0, 0, 0])
  })

  test('a side that would leave a group worse off than neither is bargained away, but not summed away', () => {
    const camps = [camp(0.9, 10, 0.2), camp(0.1, 10, 0.6)]
    const [nash, , relative] = sidesTaken({ camps, comparisons: { first: 10, other: 10 } })
    expect(
      0.1 * nash!.first + 0.9 * nash!.other + 0.6 * (1 - nash!.first - nash!.other),
    ).toBeGreaterThanOrEqual(0.6 - 1e-6)
    expect(relative!.first + relative!.other).toBe(1)
  })

  test('nobody bargains where there are no groups', () => {
    expect(favoured([], 0, 0)).toEqual([0, 0, 0, 0, 0])
  })
})
