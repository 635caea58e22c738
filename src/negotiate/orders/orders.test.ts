import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadsOf, type Pairwise } from '../pairwise.ts'
import { toldRankings } from '../told-rankings.case.ts'
import { bordaScores } from './borda.ts'
import { byKeys } from './by-keys.ts'
import { kemeny } from './kemeny.case.ts'
import { schulzeOrder } from './schulze.ts'
import { winStrengths } from './win-strengths.ts'

const letters = (order: readonly number[], names = 'ABCDE') => order.map((at) => names[at]).join('')

const schulze = (pairwise: Pairwise) => schulzeOrder(leadsOf(pairwise), [...new Array(pairwise.count).keys()])

/** People who rank all of five candidates. */
const crowds = fc
  .array(fc.tuple(fc.shuffledSubarray([...'ABCDE'], { minLength: 5 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((votes) => toldRankings(Object.fromEntries(votes.map(([order, people]) => [order.join(''), people]))))

describe('Schulze', () => {
  test('the 45 voters of his example 1: E > A > C > B > D', () => {
    const pairwise = toldRankings({
      ACBED: 5,
      ADECB: 5,
      BEDAC: 8,
      CABED: 3,
      CAEBD: 7,
      CBADE: 2,
      DCEBA: 7,
      EBADC: 8,
    })
    expect(letters(schulze(pairwise))).toBe('EACBD')
  })

  test('ties go by the order given', () => {
    expect(schulzeOrder(new Float64Array(9), [2, 0, 1])).toEqual([2, 0, 1])
  })

  test('where nothing goes round in a circle, it is the order of majorities, and Kemeny’s', () => {
    fc.assert(
      fc.property(crowds, (pairwise) => {
        const order = schulze(pairwise)
        const leads = leadsOf(pairwise)
        const isMajority = order.every((better, at) =>
          order.slice(at + 1).every((worse) => leads[better * pairwise.count + worse]! > 0),
        )
        if (isMajority) expect(kemeny(pairwise).order).toEqual(order)
        else expect(leads.some((lead, cell) => cell % 6 !== 0 && lead === 0) || hasCircle(leads)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })
})

test('Kemeny: Tennessee’s capital is Nashville, then Chattanooga, Knoxville, Memphis, with 393 of 600 agreements', () => {
  const { order, score } = kemeny(toldRankings({ MNCK: 42, NCKM: 26, CKNM: 15, KCNM: 17 }))
  expect(letters(order, 'CKMN')).toBe('NCKM')
  expect(score).toBe(393)
})

describe('one number for each candidate', () => {
  test('five a > b > c and four b > c > a: a beats both others, and plain training picks b', () => {
    const pairwise = toldRankings({ abc: 5, bca: 4 })
    expect(letters(schulze(pairwise), 'abc')).toBe('abc')
    expect(letters(byKeys(winStrengths(pairwise)), 'abc')).toBe('bac')
    expect(letters(byKeys(bordaScores(pairwise)), 'abc')).toBe('bac')
  })

  test.each([
    [1, 0.55],
    [5, 0.68],
    [20, 0.73],
  ])('with %s clones of what b beats, points for b are %s', (clones, points) => {
    const cs = 'cdefghijklmnopqrstuvwxyz'.slice(0, clones)
    const scores = bordaScores(toldRankings({ [`ab${cs}`]: 40, [`b${cs}a`]: 35, [`${cs}ab`]: 25 }))
    expect(scores[1]).toBeCloseTo(points, 2)
  })

  // choix, documentation, notebook "intro-pairwise".
  test('six comparisons of the choix tutorial', () => {
    const over = [
      [1, 0],
      [0, 4],
      [3, 1],
      [0, 2],
      [2, 4],
      [4, 3],
    ] as const
    const pairwise = toldRankings(Object.fromEntries(over.map((pair) => [letters([...pair]), 1])))
    const strengths = winStrengths(pairwise, 1e-6)
    const mean = strengths.reduce((sum, each) => sum + each, 0) / strengths.length
    const centred = [...strengths].map((each) => each - mean).sort((a, b) => b - a)
    expect(centred).toEqual([0.583, 0.194, 0, -0.194, -0.583].map((each) => expect.closeTo(each, 3)))
  })

  // Siththaranjan, Laidlaw & Hadfield-Menell 2024, section 3: half of the people gain twice x above .8, half nothing.
  test('what is hidden from a single number makes it prefer .797 to 1, though everybody together prefers 1', () => {
    const items = Array.from({ length: 70 }, (_, at) => at / 69)
    const utility = (x: number, lucky: number) => (x < 0.8 ? x : 2 * x * lucky)
    const wins = Float64Array.from({ length: 70 * 70 }, (_, cell) => {
      const [a, b] = [items[Math.floor(cell / 70)]!, items[cell % 70]!]
      return [0, 1].reduce((sum, z) => sum + (1 + Math.sign(utility(a, z) - utility(b, z))) / 4, 0)
    })
    for (let at = 0; at < 70; at++) wins[at * 71] = 0
    const pairwise = { count: 70, wins, met: new Float64Array(4900).fill(1) }
    const strengths = winStrengths(pairwise, 1e-6)
    const order = byKeys(strengths)
    expect(order).toEqual(byKeys(bordaScores(pairwise)))
    expect(items[order[0]!]).toBeCloseTo(0.797, 3)
    const like = [...items.keys()].filter((at) => items[at]! < 0.8 && strengths[at]! < strengths[68]!)
    expect(items[like.at(-1)!]).toBeCloseTo(0.43, 1)
  })

  // Distortion, after Gölz, Haghtalab & Yang 2025, arXiv 2505.23749.
  test.each([
    [5, 2.53],
    [10, 5],
    [20, 10],
    [40, 20],
  ])('at a sharpness of %s, an even vote can hide %s times as much good', (sharpness, distortion) => {
    const few = 1e-6
    const prefers = (difference: number) => 1 / (1 + Math.exp(-sharpness * difference))
    // So many gain 1 from a, and the others ever so little from b, that as many prefer one as the other.
    const share = (0.5 - prefers(-few)) / (prefers(1) - prefers(-few))
    const wins = Float64Array.of(0, share * prefers(1) + (1 - share) * prefers(-few), 0.5, 0)
    const strengths = winStrengths({ count: 2, wins, met: Float64Array.of(0, 1, 1, 0) })
    expect(strengths[0]).toBeCloseTo(strengths[1]!, 9)
    expect(share / ((1 - share) * few)).toBeCloseTo(distortion, 2)
  })
})

/** Whether majorities go round: no candidate is left that nobody leads, at some point. */
function hasCircle(leads: Float64Array): boolean {
  const count = Math.sqrt(leads.length)
  let left = [...new Array(count).keys()]
  for (;;) {
    const free = left.filter((one) => left.every((other) => leads[other * count + one]! <= 0))
    if (free.length === 0) return left.length > 0
    left = left.filter((one) => !free.includes(one))
  }
}
