import { maximise } from './linear-program.ts'

/**
 * The most each group could gain while no group is worse off than without an agreement.
 *
 * Units: those of the gains.
 */
export const idealsOf = (gains: readonly Float64Array[]): number[] =>
  gains.map((objective) => {
    const optimum = maximise({
      objective,
      rows: [new Float64Array(objective.length).fill(1), ...gains.map((row) => row.map((gain) => -gain))],
      bounds: [1, ...gains.map(() => 0)],
    })
    return optimum?.solution.reduce((sum, share, option) => sum + share * objective[option]!, 0) ?? 0
  })
