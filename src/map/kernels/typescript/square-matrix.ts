import type { SquareMatrix } from '../kernels.ts'

export function squareMatrix(size: number, write: (cells: Float64Array) => void): SquareMatrix {
  const cells = new Float64Array(size * size)
  write(cells)
  return { times: (block) => matrixTimes(size, cells, block) }
}

function matrixTimes(size: number, cells: Float64Array, block: Float64Array): Float64Array {
  const into = new Float64Array(4 * size)
  for (let row = 0; row < size; row++) {
    let a = 0
    let b = 0
    let c = 0
    let d = 0
    for (let column = 0, at = row * size; column < size; column++, at++) {
      const cell = cells[at]!
      a += cell * block[4 * column]!
      b += cell * block[4 * column + 1]!
      c += cell * block[4 * column + 2]!
      d += cell * block[4 * column + 3]!
    }
    into.set([a, b, c, d], 4 * row)
  }
  return into
}
