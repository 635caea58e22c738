import { WIDTH } from './krylov.ts'

/** The vectors side by side, so that one look at a column finds all of them; missing ones are zeros. */
export function interleaved(block: readonly Float64Array[], size: number): Float64Array {
  const all = new Float64Array(WIDTH * size)
  block.forEach((vector, k) => {
    for (let column = 0; column < size; column++) all[WIDTH * column + k] = vector[column]!
  })
  return all
}

/** The first so many of the vectors that lie side by side. */
export const separated = (all: Float64Array, count: number): Float64Array[] =>
  Array.from({ length: count }, (_, k) =>
    new Float64Array(all.length / WIDTH).map((_, column) => all[WIDTH * column + k]!),
  )
