import { z } from 'zod'
import type { Solution } from '../../negotiate/index.ts'

/** Solves an integer program in the LP format, within so many seconds. */
export type Solver = (program: string, seconds: number) => Solution

/** The package and version that this was written for; it is installed only by those who want it (ADR 0052). */
export const HIGHS = { name: 'highs', version: '1.15.3' } as const

/**
 * The solver HiGHS; null where its package is not installed.
 *
 * Errors: throws what the package throws when it is there and cannot be loaded.
 */
export async function loadHighs(): Promise<Solver | null> {
  const loaded: unknown = await import(HIGHS.name).catch(nullWhereMissing)
  if (loaded === null) return null
  const highs = highsShape.parse(await loaderShape.parse(loaded).default())
  return (program, seconds) => {
    const { Status, ObjectiveValue, Columns } = solutionShape.parse(
      highs.solve(program, { time_limit: seconds, mip_rel_gap: 0, output_flag: false }),
    )
    return {
      kind: KINDS.get(Status) ?? 'failed',
      status: Status,
      objective: ObjectiveValue,
      columns: new Map(Object.entries(Columns).map(([column, { Primal }]) => [column, Primal ?? 0])),
    }
  }
}

const KINDS: ReadonlyMap<string, Solution['kind']> = new Map([
  ['Optimal', 'proved'],
  ['Time limit reached', 'stopped'],
])

const aFunction = z.custom<(...given: readonly unknown[]) => unknown>((value) => typeof value === 'function')
const loaderShape = z.object({ default: aFunction })
const highsShape = z.object({ solve: aFunction })
const solutionShape = z.object({
  Status: z.string(),
  ObjectiveValue: z.number(),
  Columns: z.record(z.string(), z.object({ Primal: z.number().optional() })),
})

function nullWhereMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ERR_MODULE_NOT_FOUND') return null
  throw error
}
