import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOn, type Bargain, type Solve } from './bargain.ts'
import { egalitarian } from './egalitarian.ts'
import { kalaiSmorodinsky } from './kalai-smorodinsky.ts'
import { maximise } from './linear-program.ts'
import { nash } from './nash.ts'
import { relativeUtilitarian, utilitarian } from './utilitarian.ts'

/** Options (10, 0), (0, 4) and (6, 3); nothing without an agreement. */
const three: Bargain = {
  utilities: [
    [10, 0, 6],
    [0, 4, 3],
  ],
  disagreement: [0, 0],
}

const bargains = (least: number): fc.Arbitrary<Bargain> =>
  fc
    .record({ groups: fc.integer({ min: 1, max: 4 }), options: fc.integer({ min: 1, max: 5 }) })
    .chain(({ groups, options }) =>
      fc.record({
        utilities: fc.array(
          fc.array(fc.integer({ min: least, max: 9 }), { minLength: options, maxLength: options }),
          { minLength: groups, maxLength: groups },
        ),
        disagreement: fc.constant(new Array<number>(groups).fill(0)),
      }),
    )

const close = (values: readonly number[], digits = 6) => values.map((value) => expect.closeTo(value, digits))

describe('one bargain, five ways to agree', () => {
  test.each<[string, Solve, readonly number[]]>([
    ['utilitarian', utilitarian, [10, 0]],
    ['relative utilitarian', relativeUtilitarian, [6, 3]],
    ['Nash', nash, [6, 3]],
    ['Kalai-Smorodinsky', kalaiSmorodinsky, [150 / 23, 60 / 23]],
    ['egalitarian', egalitarian, [24 / 7, 24 / 7]],
  ])('%s', (_, solve, utilities) => {
    expect([...solve(three).utilities]).toEqual(close(utilities))
  })

  test('what they have without an agreement decides a lot', () => {
    const second: Bargain = { ...three, disagreement: [0, 3] }
    expect([...nash(second).utilities]).toEqual(close([3, 3.5]))
    expect([...kalaiSmorodinsky(second).utilities][1]).toBeGreaterThan(3)
  })
})

describe('on any bargain', () => {
  test('those that bargain leave nobody worse off', () => {
    fc.assert(
      fc.property(bargains(-5), (bargain) => {
        for (const solve of [egalitarian, kalaiSmorodinsky, nash])
          for (const utility of solve(bargain).utilities) expect(utility).toBeGreaterThanOrEqual(-1e-7)
      }),
      { numRuns: 40 },
    )
  })

  test('nobody could have more unless another had less', () => {
    fc.assert(
      fc.property(bargains(-5), (bargain) => {
        for (const solve of [egalitarian, kalaiSmorodinsky, nash])
          expect(roomLeft(bargain, solve(bargain).utilities)).toBeLessThan(1e-3)
      }),
      { numRuns: 40 },
    )
  })

  test('Nash and Kalai-Smorodinsky do not depend on scales', () => {
    fc.assert(
      fc.property(bargains(0), (bargain) => {
        const [first, ...others] = bargain.utilities
        const doubled = {
          ...bargain,
          utilities: [[...Array.from(first!)].map((each) => 2 * each), ...others],
        }
        for (const solve of [nash, kalaiSmorodinsky]) {
          const [once, twice] = [solve(bargain).utilities, solve(doubled).utilities]
          expect([...twice]).toEqual(close([2 * once[0]!, ...once.subarray(1)], 3))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('Nash’s gap is true: no lottery has a larger product', () => {
    fc.assert(
      fc.property(bargains(0), fc.infiniteStream(fc.nat({ max: 9 })), (bargain, stream) => {
        const { utilities, gap } = nash(bargain)
        expect(gap).toBeLessThan(1e-6)
        const able = [...utilities.keys()].filter((group) => utilities[group]! > 1e-6)
        const product = (values: Float64Array) => able.reduce((value, group) => value * values[group]!, 1)
        const weights = Float64Array.from(bargain.utilities[0]!, () => stream.next().value + 0.001)
        const sum = weights.reduce((total, each) => total + each, 0)
        const other = agreementOn(
          bargain,
          weights.map((each) => each / sum),
        ).utilities
        expect(product(other)).toBeLessThanOrEqual(product(utilities) * (1 + 1e-4))
      }),
      { numRuns: 40 },
    )
  })

  test('the lowest gain is at least what any one option gives to everybody', () => {
    fc.assert(
      fc.property(bargains(0), (bargain) => {
        const lowest = Math.min(...egalitarian(bargain).utilities)
        for (const option of Array.from(bargain.utilities[0]!).keys())
          expect(lowest).toBeGreaterThanOrEqual(
            Math.min(...bargain.utilities.map((row) => row[option]!)) - 1e-9,
          )
      }),
      { numRuns: 40 },
    )
  })
})

describe('a linear program', () => {
  test('is solved where nothing at all is not allowed', () => {
    const optimum = maximise({
      objective: [-1, -2],
      rows: [
        [-1, -1],
        [1, 0],
      ],
      bounds: [-3, 2],
    })
    expect([...optimum!.solution]).toEqual(close([2, 1]))
    expect([...optimum!.prices]).toEqual(close([2, 1]))
  })

  test('has no solution where its bounds contradict one another', () => {
    expect(maximise({ objective: [1], rows: [[1], [-1]], bounds: [1, -2] })).toBeNull()
  })

  test('has none that is best where nothing bounds it', () => {
    expect(() => maximise({ objective: [1], rows: [[-1]], bounds: [1] })).toThrow(RangeError)
  })
})

/** How much all could gain together while nobody loses. */
function roomLeft({ utilities, disagreement }: Bargain, has: Float64Array): number {
  const gains = utilities.map((row, group) => Array.from(row, (utility) => utility - disagreement[group]!))
  const optimum = maximise({
    objective: gains[0]!.map((_, option) => gains.reduce((sum, row) => sum + row[option]!, 0)),
    rows: [gains[0]!.map(() => 1), ...gains.map((row) => row.map((gain) => -gain))],
    bounds: [1, ...gains.map((_, group) => 1e-7 - Math.max(0, has[group]! - disagreement[group]!))],
  })
  const most = optimum!.solution.reduce(
    (sum, share, at) => sum + share * gains.reduce((all, row) => all + row[at]!, 0),
    0,
  )
  return most - has.reduce((sum, utility, group) => sum + utility - disagreement[group]!, 0)
}
