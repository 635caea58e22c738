import { quickChance } from '../quick-chance.ts'
import type { PopulationPlan } from './plan.ts'

/** Log odds that someone of average ability agrees, by group and statement. */
export function oddsOf({ opinions, statements, popularity }: PopulationPlan, seed: string): Float64Array {
  const random = quickChance(`${seed}/opinions`)
  const ease = Float64Array.from({ length: statements }, () => popularity * random.normal())
  switch (opinions.kind) {
    case 'groups':
      return filled(
        opinions.shares.length,
        statements,
        (_, column) => ease[column]! + opinions.spread * random.normal(),
      )
    case 'continuum': {
      const cut = ease.map(() => 2 * random.uniform() - 1)
      const side = ease.map(() => (random.uniform() < 0.5 ? -opinions.steep : opinions.steep))
      const place = (step: number) => (2 * step + 1) / STEPS - 1
      return filled(
        STEPS,
        statements,
        (step, column) => ease[column]! + side[column]! * (place(step) - cut[column]!),
      )
    }
    case 'random':
      return ease
  }
}

function filled(rows: number, columns: number, value: (row: number, column: number) => number): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, at) =>
    value(Math.floor(at / columns), at % columns),
  )
}

/** The odds as shares of agreement among all answers, averaged over the abilities of people. */
export function supportOf(odds: Float64Array, { ability, passes }: PopulationPlan): Float64Array {
  const grid = Array.from({ length: 41 }, (_, at) => (at - 20) / 4)
  const weights = grid.map((z) => Math.exp((-z * z) / 2))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return odds.map((x) => {
    const mean = grid.reduce((sum, z, at) => sum + weights[at]! * logistic(x + ability * z), 0)
    return ((1 - passes) * mean) / total
  })
}

/** The share of agreement that log odds stand for. */
export const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** A continuum in steps so small that nobody can tell. */
const STEPS = 64
