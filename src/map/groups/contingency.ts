/** How many people two divisions share: one row per part of the first, one column per part of the second. */
export interface Contingency {
  readonly rows: number
  readonly columns: number
  readonly people: Float64Array
}

/** The people that each pair of parts has in common. */
export function contingencyOf(a: Labels, b: Labels, weight: Float64Array): Contingency {
  const people = new Float64Array(a.k * b.k)
  for (let i = 0; i < weight.length; i++) people[a.labels[i]! * b.k + b.labels[i]!]! += weight[i]!
  return { rows: a.k, columns: b.k, people }
}

interface Labels {
  readonly k: number
  readonly labels: Uint8Array | Uint16Array
}

/**
 * How far two divisions agree: 1 is the same, 0 what chance would give.
 *
 * Errors: none; where neither divides anybody they agree, and it is 1.
 * Source: Hubert & Arabie 1985, J. Classif. 2:193-218, equation 5.
 *
 * @example
 * adjustedRandOf({ rows: 2, columns: 2, people: Float64Array.of(2, 0, 0, 2) }) // => 1
 * adjustedRandOf({ rows: 2, columns: 2, people: Float64Array.of(1, 1, 1, 1) }) // ~> -0.5000
 */
export function adjustedRandOf(table: Contingency): number {
  const both = pairsWithin(table.people)
  const inRows = pairsWithin(rowSums(table))
  const inColumns = pairsWithin(columnSums(table))
  const all = pairsWithin(Float64Array.of(table.people.reduce((sum, count) => sum + count, 0)))
  const expected = all === 0 ? 0 : (inRows * inColumns) / all
  const most = (inRows + inColumns) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

/**
 * The Jaccard similarity of each part of the first division to each of the second: shared people ÷ people in either.
 *
 * @example
 * jaccardsOf({ rows: 1, columns: 2, people: Float64Array.of(3, 1) }) // => [[0.75, 0.25]]
 */
export function jaccardsOf(table: Contingency): number[][] {
  const [own, others] = [rowSums(table), columnSums(table)]
  return Array.from(own, (size, row) =>
    Array.from(others, (other, column) => {
      const shared = table.people[row * table.columns + column]!
      return shared === 0 ? 0 : shared / (size + other - shared)
    }),
  )
}

const rowSums = ({ rows, columns, people }: Contingency): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) =>
    people.subarray(row * columns, (row + 1) * columns).reduce((sum, count) => sum + count, 0),
  )

const columnSums = ({ rows, columns, people }: Contingency): Float64Array =>
  Float64Array.from({ length: columns }, (_, column) => {
    let sum = 0
    for (let row = 0; row < rows; row++) sum += people[row * columns + column]!
    return sum
  })

const pairsWithin = (sizes: Float64Array): number =>
  sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
