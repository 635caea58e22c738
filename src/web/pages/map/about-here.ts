import { seen } from '../../../kernel/index.ts'
import type { OpinionMap } from '../../../map/index.ts'

/** A ring on the map, in the map's own units. */
export interface Ring {
  readonly x: number
  readonly y: number
  readonly radii: readonly [number, number]
}

/** How often the ring should hold the place where a person would stand, had they answered everything (ADR 0041). */
export const INSIDE = 0.9

/**
 * How far from where somebody is drawn they might stand, had they answered every statement.
 *
 * Of C statements a person answered n, which ones was chance. Along an axis on which people spread with variance T, and
 * on which one answer moves a person by √(V / C) on average, what is left open has variance T·(1 − b)·V / (b·T +
 * (1 − b)·V), with b = n / C: all of T where nothing was answered, nothing where everything was.
 *
 * Units:  those of the map's positions.
 * Source: this project, ADR 0041: a normal prior with sampling without replacement; its coverage is tested.
 */
export function aboutHere(map: OpinionMap, you: { x: number; y: number; answers: number }): Ring {
  const spread = [variance(map.people.map(({ x }) => x)), variance(map.people.map(({ y }) => y))] as const
  const answered = Math.min(1, you.answers / Math.max(1, map.support.length))
  const radius = (axis: 0 | 1) => {
    const ofAnswers = answerVariance(map, axis)
    const open = (1 - answered) * ofAnswers
    const left = (spread[axis] * open) / (answered * spread[axis] + open || 1)
    return NINE_IN_TEN * Math.sqrt(left)
  }
  return { x: you.x, y: you.y, radii: [radius(0), radius(1)] }
}

/** The distance, in standard deviations, within which nine in ten of a round normal crowd stand: √(−2 ln .1). */
const NINE_IN_TEN = Math.sqrt(-2 * Math.log(1 - INSIDE))

/** How much all answers together move people along an axis, if each were given by itself. */
const answerVariance = ({ support, space }: OpinionMap, axis: 0 | 1): number =>
  support.reduce((sum, { statement, overall: { tally } }) => {
    const n = Math.max(1, seen(tally))
    const mean = (tally.agree - tally.disagree) / n
    const loading = space.axes[axis].get(statement) ?? 0
    return sum + loading ** 2 * ((tally.agree + tally.disagree) / n - mean ** 2)
  }, 0)

function variance(values: readonly number[]): number {
  const n = Math.max(1, values.length)
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n
}
