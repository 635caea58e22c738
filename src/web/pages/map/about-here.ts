import { seen } from '../../../kernel/index.ts'
import type { OpinionMap } from '../../../map/index.ts'
import { NINE_IN_TEN } from './ellipse.ts'
import { answeredStatements } from './findings.ts'

/** A ring on the map, in the map's own units. */
export interface Ring {
  readonly x: number
  readonly y: number
  readonly radii: readonly [number, number]
}

/**
 * How far from where somebody is drawn they could as well have been drawn, had chance shown them other statements.
 *
 * Of C statements a person answered n, which ones was chance. Over all choices of n the places where they would be
 * drawn have a middle; along an axis on which all answers of one person together move by √V, they spread around it with
 * variance (1 − n / C)·V: nothing is open where everything was answered. The ring holds that middle nine times in ten.
 *
 * Units:  those of the map's positions.
 * Source: this project, ADR 0041, with its measured coverage; sampling without replacement after Cochran 1977,
 *         Sampling Techniques, theorem 2.2.
 */
export function aboutHere(map: OpinionMap, you: { x: number; y: number; answers: number }): Ring {
  const answered = Math.min(1, you.answers / Math.max(1, answeredStatements(map)))
  const radius = (axis: 0 | 1) => NINE_IN_TEN * Math.sqrt((1 - answered) * answerVariance(map, axis))
  return { x: you.x, y: you.y, radii: [radius(0), radius(1)] }
}

/** How much all answers of a person together move along an axis: the sum of what each one does by itself. */
const answerVariance = ({ support, space }: OpinionMap, axis: 0 | 1): number =>
  support.reduce((sum, { statement, overall: { tally } }) => {
    const n = Math.max(1, seen(tally))
    const mean = (tally.agree - tally.disagree) / n
    const loading = space.axes[axis].get(statement) ?? 0
    return sum + loading ** 2 * ((tally.agree + tally.disagree) / n - mean ** 2)
  }, 0)
