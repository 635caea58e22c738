import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadsOf } from '../pairwise.ts'
import { toldRankings } from '../told-rankings.case.ts'
import { GOOD_ENOUGH, maximalLottery } from './maximal-lottery.ts'

/** Leads between -1 and 1, minus themselves when transposed. */
const games = (most: number) =>
  fc.integer({ min: 1, max: most }).chain((count) =>
    fc
      .array(fc.integer({ min: -5, max: 5 }), { minLength: count * count, maxLength: count * count })
      .map((cells) => ({
        count,
        leads: Float64Array.from(cells, (cell, at) => {
          const [row, column] = [Math.floor(at / count), at % count]
          return row === column ? 0 : row < column ? cell / 5 : -cells[column * count + row]! / 5
        }),
      })),
  )

const lotteryOf = (people: Readonly<Record<string, number>>) => {
  const pairwise = toldRankings(people)
  return maximalLottery(leadsOf(pairwise), pairwise.count)
}

describe('the maximal lottery', () => {
  test('shares a circle of 65, 75 and 60 of a hundred by the lead that each stays out of', () => {
    const { shares, exploitability } = lotteryOf({ abc: 40, bca: 35, cab: 25 })
    expect([...shares]).toEqual([0.5, 0.2, 0.3].map((share) => expect.closeTo(share, 10)))
    expect(exploitability).toBeLessThan(1e-12)
  })

  test.each([
    5, 20,
  ])('and is the same with %s clones of one of them, of which the best takes its chance', (clones) => {
    const cs = 'cdefghijklmnopqrstuvwxyz'.slice(0, clones)
    const { shares } = lotteryOf({ [`ab${cs}`]: 40, [`b${cs}a`]: 35, [`${cs}ab`]: 25 })
    expect([...shares.subarray(0, 3)]).toEqual([0.5, 0.2, 0.3].map((share) => expect.closeTo(share, 10)))
  })

  test('gives everything to who beats everybody', () => {
    expect([...lotteryOf({ abc: 5, bca: 4 }).shares]).toEqual([1, 0, 0])
  })

  test('is even where nobody leads, and empty without candidates', () => {
    expect([...maximalLottery(new Float64Array(4), 2).shares]).toEqual([0.5, 0.5])
    expect(maximalLottery(new Float64Array(0), 0)).toEqual({ shares: new Float64Array(0), exploitability: 0 })
  })

  test('nothing leads it by more than it says, nor by more than is good enough', () => {
    fc.assert(
      fc.property(games(7), ({ leads, count }) => {
        const { shares, exploitability } = maximalLottery(leads, count)
        const lead = (candidate: number) =>
          shares.reduce((sum, share, other) => sum + share * leads[candidate * count + other]!, 0)
        const most = Math.max(...[...shares.keys()].map(lead))
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
        expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
        expect(most).toBeLessThanOrEqual(exploitability + 1e-12)
        expect(exploitability).toBeLessThan(GOOD_ENOUGH)
      }),
    )
  })

  test('copies of a candidate share its chance, and nobody else notices', () => {
    fc.assert(
      fc.property(games(5), ({ leads, count }) => {
        const from = (at: number) => Math.min(at, count - 1)
        const more = Float64Array.from(
          { length: (count + 1) ** 2 },
          (_, cell) => leads[from(Math.floor(cell / (count + 1))) * count + from(cell % (count + 1))]!,
        )
        const [before, after] = [maximalLottery(leads, count), maximalLottery(more, count + 1)]
        for (let at = 0; at < count - 1; at++) {
          const copied = [...before.shares.keys()].some(
            (other) => other !== at && same(leads, count, at, other),
          )
          if (!copied) expect(after.shares[at]).toBeCloseTo(before.shares[at]!, 12)
        }
        expect(after.shares[count]).toBe(after.shares[count - 1])
      }),
    )
  })
})

const same = (leads: Float64Array, count: number, a: number, b: number) =>
  leads.subarray(a * count, a * count + count).join() === leads.subarray(b * count, b * count + count).join()
