/** A repeatable measurement: of speed, memory, or of how often a method is right. */
export interface Bench {
  readonly name: string
  /** What it measures, in one sentence. */
  readonly measures: string
  /** Runs it and tells what it saw, row by row; `say` hears how far it is. */
  run(request: BenchRequest, say: (doing: string) => void): Promise<readonly BenchRow[]>
}

export interface BenchRequest {
  /** Names the chance that everything generated draws from. */
  readonly seed: string
  /** Also the sizes that take minutes and gigabytes. */
  readonly full: boolean
}

/** One figure, with what it was measured on and what it should be. */
export interface BenchRow {
  /** What was measured, on what size: `map 10000 × 1000`. */
  readonly what: string
  readonly figure: number
  readonly unit: 's' | 'ms' | 'MiB' | 'per second' | 'ratio' | 'share' | 'count' | 'ns' | 'none'
  /** The stages or parts that the figure is made of, by name. */
  readonly parts?: Readonly<Record<string, number>>
  /** What it should be at most, or at least. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number }
}

/** Whether a figure is where it should be; null where no target is stated. */
export function isMet({ figure, target }: BenchRow): boolean | null {
  if (target === undefined) return null
  return 'atMost' in target ? figure <= target.atMost : figure >= target.atLeast
}

/**
 * How time grows from a hundred thousand people to a million: 1 where ten times as many take ten times as long.
 *
 * @example
 * slopeOf([0.2, 2]) // ~> 1
 */
export const slopeOf = ([small, large]: readonly [number, number]): number => Math.log10(large / small)

/**
 * The middle of some measurements; of an even number, the mean of the two in the middle.
 *
 * Errors: NaN where there are none.
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
