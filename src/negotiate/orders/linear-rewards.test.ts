import { expect, test } from 'vitest'
import type { Pairwise } from '../pairwise.ts'
import { byKeys } from './by-keys.ts'
import { winStrengths } from './win-strengths.ts'

/**
 * Where one reward, linear in two features, is fitted to what ten people prefer of four things, it prefers the second
 * to the fourth, though nobody does. After Ge et al. 2024, Axioms for AI Alignment from Human Feedback, arXiv 2405.14758.
 */
const things = [
  [-2.18, 0.08],
  [-0.12, 0.75],
  [3.47, -2.43],
  [1.65, 2.13],
] as const
const people = [
  { count: 8, values: [-0.93, 1.47] },
  { count: 2, values: [0.17, -0.06] },
] as const

const worth = (values: readonly [number, number], thing: readonly [number, number]) =>
  values[0] * thing[0] + values[1] * thing[1]

test('a linear reward can rank below what everybody ranks above; one strength for each thing does not', () => {
  for (const { values } of people) expect(worth(values, things[3])).toBeGreaterThan(worth(values, things[1]))
  const reward = fitted()
  expect(worth(reward, things[3])).toBeCloseTo(0.1, 3)
  expect(worth(reward, things[1])).toBeCloseTo(0.186, 3)
  const order = byKeys(winStrengths(preferences()))
  expect(order.indexOf(3)).toBeLessThan(order.indexOf(1))
})

function preferences(): Pairwise {
  const wins = Float64Array.from({ length: 16 }, (_, cell) => {
    const [a, b] = [things[cell >> 2]!, things[cell & 3]!]
    return people.reduce(
      (sum, { count, values }) => sum + (worth(values, a) > worth(values, b) ? count : 0),
      0,
    )
  })
  return { count: 4, wins, met: wins.map((won, cell) => won + wins[(cell & 3) * 4 + (cell >> 2)]!) }
}

/** The likeliest linear reward, by Newton's method in two dimensions. */
function fitted(): [number, number] {
  const { wins } = preferences()
  let reward: [number, number] = [0, 0]
  for (let round = 0; round < 50; round++) {
    const slope = [0, 0]
    const bend = [0, 0, 0]
    for (const [cell, won] of wins.entries()) {
      const [a, b] = [things[cell >> 2]!, things[cell & 3]!]
      const [x, y] = [a[0] - b[0], a[1] - b[1]]
      const likely = 1 / (1 + Math.exp(-(reward[0] * x + reward[1] * y)))
      slope[0]! += won * (1 - likely) * x
      slope[1]! += won * (1 - likely) * y
      for (const [at, product] of [x * x, x * y, y * y].entries())
        bend[at]! += won * likely * (1 - likely) * product
    }
    const [xx, xy, yy] = bend as [number, number, number]
    const size = xx * yy - xy * xy
    reward = [
      reward[0] + (yy * slope[0]! - xy * slope[1]!) / size,
      reward[1] + (xx * slope[1]! - xy * slope[0]!) / size,
    ]
  }
  return reward
}
