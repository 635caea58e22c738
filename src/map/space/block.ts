/** Up to four vectors side by side, four numbers per column, so that one look at a column finds all of them; missing ones are zeros. */
export type Block = Float64Array

/** How many vectors lie side by side: wider needs fewer passes over the votes, and more work in each. */
export const WIDTH = 4

/** The vectors, up to four, side by side. */
export function blockOf(vectors: readonly Float64Array[], size: number): Block {
  const block = new Float64Array(WIDTH * size)
  vectors.forEach((vector, k) => {
    for (let column = 0; column < size; column++) block[WIDTH * column + k] = vector[column]!
  })
  return block
}

/** One of the vectors by itself. */
export function vectorOf(block: Block, k: number): Float64Array {
  const vector = new Float64Array(block.length / WIDTH)
  for (let column = 0; column < vector.length; column++) vector[column] = block[WIDTH * column + k]!
  return vector
}

/** The inner products of every vector of one block with every one of another: 16 numbers, row by row. */
export function products(left: Block, right: Block): Float64Array {
  const all = new Float64Array(WIDTH * WIDTH)
  for (let k = 0; k < WIDTH; k++) {
    let [a, b, c, d] = [0, 0, 0, 0]
    for (let at = 0; at < left.length; at += WIDTH) {
      const x = left[at + k]!
      a += x * right[at]!
      b += x * right[at + 1]!
      c += x * right[at + 2]!
      d += x * right[at + 3]!
    }
    all.set([a, b, c, d], WIDTH * k)
  }
  return all
}

/** Adds to each vector of a block a sum of the vectors of another, weighed as given: 16 weights, row by row. */
export function addWeighed(into: Block, from: Block, weights: ArrayLike<number>): void {
  for (let k = 0; k < WIDTH; k++) {
    const [a, b, c, d] = [weights[k]!, weights[4 + k]!, weights[8 + k]!, weights[12 + k]!]
    for (let at = 0; at < into.length; at += WIDTH)
      into[at + k]! += a * from[at]! + b * from[at + 1]! + c * from[at + 2]! + d * from[at + 3]!
  }
}

/** The vectors made orthogonal to those of other blocks and to each other, and of length 1; zeros where nothing is left. */
export function orthonormal(block: Block, to: readonly Block[], nothing: number): Block {
  const left = block.slice()
  // Twice is enough: the second pass removes what rounding left of the first (Parlett 1998, section 6.9).
  for (const least of [nothing, 0]) {
    for (const other of to)
      addWeighed(
        left,
        other,
        products(other, left).map((x) => -x),
      )
    for (let k = 0; k < WIDTH; k++) straighten(left, k, least)
  }
  return left
}

/** Makes one vector orthogonal to those before it in the block, and of length 1; zeros if it is no longer than `least`. */
function straighten(block: Block, k: number, least: number): void {
  for (let other = 0; other < k; other++) {
    const along = innerProduct(block, k, other)
    for (let at = 0; at < block.length; at += WIDTH) block[at + k]! -= along * block[at + other]!
  }
  const length = Math.sqrt(innerProduct(block, k, k))
  const scale = length > least ? 1 / length : 0
  for (let at = 0; at < block.length; at += WIDTH) block[at + k]! *= scale
}

function innerProduct(block: Block, k: number, other: number): number {
  let sum = 0
  for (let at = 0; at < block.length; at += WIDTH) sum += block[at + k]! * block[at + other]!
  return sum
}
