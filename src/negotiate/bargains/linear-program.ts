/** Maximise `objective` · x where each row · x is at most its bound, and no x is negative. */
export interface LinearProgram {
  readonly objective: ArrayLike<number>
  readonly rows: readonly ArrayLike<number>[]
  readonly bounds: readonly number[]
}

export interface Optimum {
  readonly solution: Float64Array
  /** What one more unit of each bound would add: where it is not 0, every best solution exhausts the bound. */
  readonly prices: Float64Array
}

/** What doubles leave of nothing, in programs whose entries are near 1. */
const NOTHING = 1e-9

/**
 * A best solution of a small linear program, by the simplex method; null where nothing meets all bounds.
 *
 * Bland's choice of the first candidate that helps is slow but never goes round in a circle. Meant for a handful of
 * rows: groups, not people.
 *
 * Errors: throws RangeError where the objective has no largest value; a programmer's mistake.
 * Source: Dantzig 1951; Bland 1977, Math. Oper. Res. 2(2):103-107; the first phase with one artificial column, Chvátal
 * 1983, Linear Programming, ch. 3.
 *
 * @example
 * [...maximise({ objective: [3, 2], rows: [[1, 1], [1, 0]], bounds: [4, 2] }).solution] // => [2, 2]
 */
export function maximise(program: LinearProgram): Optimum | null {
  const table = tableOf(program)
  if (program.bounds.some((bound) => bound < 0) && !meetsBounds(table)) return null
  price(table, program.objective)
  climb(table)
  return optimumOf(table, program)
}

/** Rows of coefficients, bound last; columns are variables, then what each row leaves over, then the artificial one. */
interface Table {
  readonly rows: Float64Array[]
  /** What one more unit of each column would cost: negative where it helps. */
  readonly costs: Float64Array
  /** Which column each row gives the value of. */
  readonly basis: number[]
  /** The artificial column, which only the first phase may use. */
  readonly artificial: number
}

function tableOf({ objective, rows, bounds }: LinearProgram): Table {
  const artificial = objective.length + rows.length
  return {
    rows: rows.map((row, at) => {
      const full = new Float64Array(artificial + 2)
      full.set(row)
      full[objective.length + at] = 1
      full[artificial] = -1
      full[artificial + 1] = bounds[at]!
      return full
    }),
    costs: new Float64Array(artificial + 2),
    basis: rows.map((_, at) => objective.length + at),
    artificial,
  }
}

/** The first phase: as little of the artificial column as possible, which meets every bound when there is none. */
function meetsBounds(table: Table): boolean {
  const { rows, costs, basis, artificial } = table
  const bound = (row: number) => rows[row]![artificial + 1]!
  const tightest = rows.reduce((least, _, row) => (bound(row) < bound(least) ? row : least), 0)
  costs[artificial] = 1
  pivot(table, tightest, artificial)
  climb(table, artificial + 1)
  const left = basis.indexOf(artificial)
  if (left === -1) return true
  if (bound(left) > NOTHING) return false
  const other = rows[left]!.findIndex((value, column) => column < artificial && Math.abs(value) > NOTHING)
  pivot(table, left, other)
  return true
}

/** The costs of the objective, given what the rows already say. */
function price({ rows, costs, basis }: Table, objective: ArrayLike<number>): void {
  costs.fill(0)
  for (let column = 0; column < objective.length; column++) costs[column] = -objective[column]!
  for (const [at, row] of rows.entries()) {
    const factor = costs[basis[at]!]!
    if (factor !== 0)
      for (let column = 0; column < costs.length; column++) costs[column]! -= factor * row[column]!
  }
}

function climb(table: Table, columns = table.artificial): void {
  for (;;) {
    const enter = table.costs.subarray(0, columns).findIndex((cost) => cost < -NOTHING)
    if (enter === -1) return
    pivot(table, leaving(table, enter), enter)
  }
}

/** The row that is exhausted first when the column grows, ties to the first column. */
function leaving({ rows, basis, artificial }: Table, enter: number): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [at, row] of rows.entries()) {
    if (row[enter]! <= NOTHING) continue
    const ratio = row[artificial + 1]! / row[enter]!
    if (ratio > least || (ratio === least && basis[at]! > basis[best]!)) continue
    best = at
    least = ratio
  }
  if (best === -1) throw new RangeError('the objective has no largest value')
  return best
}

function pivot({ rows, costs, basis }: Table, leave: number, enter: number): void {
  const pivotRow = rows[leave]!
  const by = pivotRow[enter]!
  for (let column = 0; column < pivotRow.length; column++) pivotRow[column]! /= by
  for (const row of [...rows, costs]) {
    const factor = row[enter]!
    if (row === pivotRow || factor === 0) continue
    for (let column = 0; column < row.length; column++) row[column]! -= factor * pivotRow[column]!
  }
  basis[leave] = enter
}

function optimumOf({ rows, costs, basis, artificial }: Table, { objective }: LinearProgram): Optimum {
  const solution = new Float64Array(objective.length)
  for (const [at, column] of basis.entries())
    if (column < objective.length) solution[column] = Math.max(0, rows[at]![artificial + 1]!)
  return { solution, prices: costs.slice(objective.length, artificial) }
}
