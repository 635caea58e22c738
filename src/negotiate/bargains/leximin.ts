import { maximise } from './linear-program.ts'

/** Gains of each group from each option, and what one unit of it is worth to the group. */
export interface Scaled {
  readonly gains: readonly Float64Array[]
  /** Above 0. */
  readonly units: readonly number[]
}

/** A price below this is one that rounding made. */
const NOTHING = 1e-9

/**
 * The lottery over options that raises the lowest gain as far as it goes, then the next lowest, and so on; gains
 * counted in each group's own units, nobody below 0.
 *
 * One linear program for each level. A group whose bound has a price cannot be raised without lowering another that
 * is as low, so it stays where it is.
 *
 * Shapes: one row of gains and one unit per group -> a share per option, summing to 1 at most.
 * Source: Imai 1983, Econometrica 51(2):389-401; Ogryczak, Pióro & Tomaszewski 2005, J. Telecomm. Inf. Tech. 3 (the
 * programs); ADR 0055.
 */
export function leximin({ gains, units }: Scaled): Float64Array {
  const options = gains[0]?.length ?? 0
  const levels = new Map<number, number>()
  let shares = new Float64Array(options)
  while (levels.size < gains.length) {
    const optimum = maximise({
      objective: [...new Float64Array(options), 1],
      rows: [
        [...new Float64Array(options).fill(1), 0],
        ...gains.map((row, group) => [...row.map((gain) => -gain), levels.has(group) ? 0 : units[group]!]),
      ],
      bounds: [1, ...gains.map((_, group) => -(levels.get(group) ?? 0) * units[group]!)],
    })
    if (optimum === null) break
    shares = optimum.solution.slice(0, options)
    for (const group of gains.keys())
      if (!levels.has(group) && optimum.prices[group + 1]! > NOTHING)
        levels.set(group, optimum.solution[options]!)
  }
  return shares
}
