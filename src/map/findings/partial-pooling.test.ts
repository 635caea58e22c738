import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { betaWith, chance, wilson } from '../../kernel/index.ts'
import { type Moments, pooled } from './partial-pooling.ts'

const counts = (groups: number, ...cells: readonly (readonly [yes: number, n: number])[]) => ({
  groups,
  yes: Uint32Array.from(cells, ([yes]) => yes),
  n: Uint32Array.from(cells, ([, n]) => n),
})
const at = ({ mean, variance }: Moments, cell: number) => ({ mean: mean[cell]!, variance: variance[cell]! })

/** Tumours in 71 groups of rats: Tarone 1982, as in Gelman et al. 2013, table 5.1. */
const RATS =
  `0/20 0/20 0/20 0/20 0/20 0/20 0/20 0/19 0/19 0/19 0/19 0/18 0/18 0/17 1/20 1/20 1/20 1/20 1/19 1/19 1/18
  1/18 2/25 2/24 2/23 2/20 2/20 2/20 2/20 2/20 2/20 1/10 5/49 2/19 5/46 3/27 2/17 7/49 7/47 3/20 3/20 2/13 9/48 10/50
  4/20 4/20 4/20 4/20 4/20 4/20 4/20 10/48 4/19 4/19 4/19 5/22 11/46 12/49 5/20 5/20 6/23 5/19 6/22 6/20 6/20 6/20
  16/52 15/47 15/46 9/24 4/14`
    .split(/\s+/)
    .map((cell) => cell.split('/').map(Number) as [number, number])

const anyCounts = fc.array(
  fc.nat(40).chain((n) => fc.tuple(fc.nat(n), fc.constant(n))),
  { minLength: 4, maxLength: 24 },
)

describe('partial pooling', () => {
  test('the 71st experiment of the textbook: 4 of 14 rats, drawn to about .22 with a deviation of about .08', () => {
    const { mean, variance } = at(pooled(counts(1, ...RATS)).shares, 70)
    // The textbook's own estimate is .223; ours starts looser, and is drawn a little less.
    expect(Math.abs(mean - 0.223)).toBeLessThan(0.02)
    expect(Math.sqrt(variance)).toBeCloseTo(0.083, 1)
  })

  test('few votes are drawn to the other groups, many are not', () => {
    const alike = Array.from({ length: 40 }, (_, s) => [s * 10, 400] as const)
    const { shares } = pooled(
      counts(2, ...alike.flatMap((cell) => [cell, cell] as const), [320, 400], [2, 5]),
    )
    expect(shares.mean[80]).toBeCloseTo(0.8, 1)
    expect(shares.mean[81]).toBeGreaterThan(0.55)
  })

  test('a small group that always answers the other way is believed', () => {
    const opposed = Array.from({ length: 40 }, (_, s) => [5 * s, 200] as const)
    const cells = opposed.flatMap(
      ([yes, n]) =>
        [
          [yes, n],
          [yes, n],
          [Math.round((200 - yes) / 10), 20],
        ] as const,
    )
    const { shares } = pooled(counts(3, ...cells))
    expect(shares.mean[2]).toBeGreaterThan(0.9)
    expect(shares.mean[0]).toBeLessThan(0.05)
  })

  test('is a share with some doubt, whatever the counts', () => {
    fc.assert(
      fc.property(anyCounts, (cells) => {
        const { shares, products } = pooled(counts(1, ...cells))
        for (const moments of [shares, products])
          for (let cell = 0; cell < cells.length; cell++) {
            const { low, estimate, high } = betaWith(at(moments, cell), 1)
            expect(low).toBeLessThan(estimate)
            expect(estimate).toBeLessThan(high)
          }
      }),
      { numRuns: 40 },
    )
  })

  test('the share of those who did not is what is left, and the order of groups does not count', () => {
    fc.assert(
      fc.property(anyCounts, (all) => {
        const cells = all.slice(0, all.length - (all.length % 2))
        const direct = pooled(counts(2, ...cells)).shares
        const turned = cells.map((_, cell) => cells[cell ^ 1]!)
        const mirrored = cells.map(([yes, n]) => [n - yes, n] as const)
        cells.forEach((_, cell) => {
          expect(pooled(counts(2, ...turned)).shares.mean[cell ^ 1]).toBeCloseTo(direct.mean[cell]!, 9)
          expect(1 - pooled(counts(2, ...mirrored)).shares.mean[cell]!).toBeCloseTo(direct.mean[cell]!, 9)
        })
      }),
      { numRuns: 5 },
    )
  })

  test('of 95 % intervals from 20 votes, at least 93 % hold the truth; naive ones are no narrower', () => {
    const random = chance('coverage of pooled shares')
    const covered = { share: 0, product: 0, width: 0, naive: 0 }
    const [repeats, statements, groups, votes] = [15, 60, 3, 20]
    for (let repeat = 0; repeat < repeats; repeat++) {
      const truth = Array.from({ length: statements }, () => {
        const middle = random.beta(2, 2)
        return Array.from({ length: groups }, () => random.beta(10 * middle, 10 * (1 - middle)))
      })
      const yes = truth
        .flat()
        .map((share) => Array.from({ length: votes }).filter(() => random.uniform() < share).length)
      const { shares, products } = pooled(counts(groups, ...yes.map((own) => [own, votes] as const)))
      truth.flat().forEach((share, cell) => {
        const { low, high } = betaWith(at(shares, cell), votes)
        const naive = wilson(yes[cell]!, votes)
        covered.share += Number(low <= share && share <= high)
        covered.width += high - low
        covered.naive += naive.high - naive.low
      })
      truth.forEach((own, statement) => {
        const product = own.reduce((all, share) => all * share, 1)
        const { low, high } = betaWith(at(products, statement), votes)
        covered.product += Number(low <= product && product <= high)
      })
    }
    expect(covered.share / (repeats * statements * groups)).toBeGreaterThanOrEqual(0.93)
    expect(covered.product / (repeats * statements)).toBeGreaterThanOrEqual(0.93)
    expect(covered.width).toBeLessThan(0.95 * covered.naive)
  })
})
