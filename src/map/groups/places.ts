/**
 * Where people stand: places, and how many people stand at each.
 *
 * In a small crowd everybody has a place of their own. In a large one, people who stand close together share one, so
 * that dividing a million costs what dividing a few thousand does (ADR 0003).
 *
 * Shapes: points are x and y in turn, two per place; one weight and one reach per place.
 */
export interface Places {
  readonly points: Float64Array
  /** How many people stand here. */
  readonly weight: Float64Array
  /** The root mean square distance of these people from the point, which is their middle. */
  readonly reach: Float64Array
}

/** Everybody at a place of their own. */
export function eachAlone(points: Float64Array): Places {
  const n = points.length / 2
  return { points, weight: new Float64Array(n).fill(1), reach: new Float64Array(n) }
}

/** The positions of some rows, x and y in turn; of all rows, the positions themselves. */
export function pointsOf(positions: Float64Array, rows: ArrayLike<number>): Float64Array {
  if (2 * rows.length === positions.length) return positions
  const points = new Float64Array(2 * rows.length)
  for (let at = 0; at < rows.length; at++) {
    points[2 * at] = positions[2 * rows[at]!]!
    points[2 * at + 1] = positions[2 * rows[at]! + 1]!
  }
  return points
}

/** People gathered into places, with the place of each. */
export interface Gathering {
  readonly places: Places
  /** For each person, the number of their place. */
  readonly placeOf: Uint32Array
}

/** Who can be gathered: places, or people one by one, of whom a million need no weights. */
interface Gatherable {
  readonly points: Float64Array
  readonly weight: Float64Array | 'one each'
}

/**
 * People gathered by the cells of a grid; a cell's place is the middle of those in it, so that no sum over people of
 * their coordinates changes.
 *
 * Each axis is cut evenly over four standard deviations to both sides of the mean; who stands further out shares the
 * outermost cells. A few far outliers would otherwise leave everybody else in a handful of cells.
 *
 * Shapes: points are x and y in turn; at most side² places, none of them empty, in order of their cells.
 * Source: this project, ADR 0003.
 *
 * @example
 * gathered(eachAlone(Float64Array.of(0, 0, 0, 0, 1, 1)), 2).places.weight // => Float64Array.of(2, 1)
 */
export function gathered({ points, weight }: Gatherable, side: number): Gathering {
  const n = points.length / 2
  const cellOf = cellsOf(points, side)
  const sums = new Float64Array(4 * side * side)
  for (let i = 0; i < n; i++) {
    const at = 4 * cellOf[i]!
    const x = points[2 * i]!
    const y = points[2 * i + 1]!
    const people = weight === 'one each' ? 1 : weight[i]!
    sums[at]! += people
    sums[at + 1]! += people * x
    sums[at + 2]! += people * y
    sums[at + 3]! += people * (x * x + y * y)
  }
  const numberOf = new Uint32Array(side * side)
  let count = 0
  for (let cell = 0; cell < numberOf.length; cell++) if (sums[4 * cell]! > 0) numberOf[cell] = count++
  for (let i = 0; i < n; i++) cellOf[i] = numberOf[cellOf[i]!]!
  return { places: placesFrom(sums, count), placeOf: cellOf }
}

/** The same places with other numbers of people; those left with nobody are dropped. */
export function reweighted(places: Places, weight: Float64Array): Places {
  let count = 0
  for (let place = 0; place < weight.length; place++) if (weight[place]! > 0) count++
  const kept = {
    points: new Float64Array(2 * count),
    weight: new Float64Array(count),
    reach: new Float64Array(count),
  }
  for (let place = 0, at = 0; place < weight.length; place++) {
    if (!(weight[place]! > 0)) continue
    kept.points[2 * at] = places.points[2 * place]!
    kept.points[2 * at + 1] = places.points[2 * place + 1]!
    kept.reach[at] = places.reach[place]!
    kept.weight[at++] = weight[place]!
  }
  return kept
}

/** How many people there are. */
export const peopleAt = ({ weight }: Pick<Places, 'weight'>): number => {
  let people = 0
  for (let place = 0; place < weight.length; place++) people += weight[place]!
  return people
}

function cellsOf(points: Float64Array, side: number): Uint32Array {
  const n = points.length / 2
  const [x, y] = [scaleOf(points, 0, side), scaleOf(points, 1, side)]
  const cellOf = new Uint32Array(n)
  for (let i = 0; i < n; i++) {
    const column = Math.floor((points[2 * i]! - x.from) * x.cells)
    const row = Math.floor((points[2 * i + 1]! - y.from) * y.cells)
    cellOf[i] = Math.max(0, Math.min(side - 1, row)) * side + Math.max(0, Math.min(side - 1, column))
  }
  return cellOf
}

/** Where one axis begins, and how many cells it has per unit of length. */
function scaleOf(points: Float64Array, axis: number, side: number) {
  const n = points.length / 2
  let sum = 0
  for (let at = axis; at < points.length; at += 2) sum += points[at]!
  const mean = sum / Math.max(1, n)
  let squares = 0
  for (let at = axis; at < points.length; at += 2) squares += (points[at]! - mean) ** 2
  const half = DEVIATIONS * Math.sqrt(squares / Math.max(1, n))
  return { from: mean - half, cells: half > 0 ? side / (2 * half) : 0 }
}

function placesFrom(sums: Float64Array, count: number): Places {
  const points = new Float64Array(2 * count)
  const weight = new Float64Array(count)
  const reach = new Float64Array(count)
  let place = 0
  for (let at = 0; at < sums.length; at += 4) {
    const people = sums[at]!
    if (people === 0) continue
    const x = sums[at + 1]! / people
    const y = sums[at + 2]! / people
    points[2 * place] = x
    points[2 * place + 1] = y
    weight[place] = people
    reach[place++] = people === 1 ? 0 : Math.sqrt(Math.max(0, sums[at + 3]! / people - x * x - y * y))
  }
  return { points, weight, reach }
}

const DEVIATIONS = 4
