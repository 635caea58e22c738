import type { Votes } from '../../map/index.ts'

/**
 * The seconds of a map drawn as one would at first: a dense matrix with unseen answers as means, its covariance, power
 * iteration, k-means for two to five groups, and silhouettes over all pairs of people.
 */
export function naiveMap(votes: Votes): number {
  const start = performance.now()
  const rows = denseRows(votes)
  const covariance = covarianceOf(rows, votes.columns)
  const first = leading(covariance, [])
  const axes = [first, leading(covariance, [first])]
  const points = rows.map((row) => axes.map((axis) => dot(row, axis)))
  const fits = [2, 3, 4, 5].map((k) => silhouette(points, kMeans(points, k), k))
  if (fits.some(Number.isNaN)) throw new Error('the naive map failed')
  return (performance.now() - start) / 1000
}

function denseRows({ people, columns, rowStart, statement, vote }: Votes): Float64Array[] {
  const rows = Array.from({ length: people }, () => new Float64Array(columns).fill(Number.NaN))
  rows.forEach((row, i) => {
    for (let at = rowStart[i]!; at < rowStart[i + 1]!; at++) row[statement[at]!] = vote[at]!
  })
  for (let column = 0; column < columns; column++) {
    const answers = rows.map((row) => row[column]!).filter((answer) => !Number.isNaN(answer))
    const mean = answers.reduce((sum, answer) => sum + answer, 0) / Math.max(1, answers.length)
    for (const row of rows) row[column] = Number.isNaN(row[column]!) ? 0 : row[column]! - mean
  }
  return rows
}

function covarianceOf(rows: readonly Float64Array[], columns: number): Float64Array[] {
  const covariance = Array.from({ length: columns }, () => new Float64Array(columns))
  for (const row of rows)
    for (let i = 0; i < columns; i++) {
      const into = covariance[i]!
      for (let j = 0; j < columns; j++) into[j]! += row[i]! * row[j]!
    }
  return covariance
}

function leading(matrix: readonly Float64Array[], known: readonly Float64Array[]): Float64Array {
  let vector = new Float64Array(matrix.length).map((_, at) => Math.sin(at + 1))
  for (let pass = 0; pass < POWER_PASSES; pass++) {
    for (const other of known) {
      const along = dot(vector, other)
      vector = vector.map((x, at) => x - along * other[at]!)
    }
    const image = Float64Array.from(matrix, (row) => dot(row, vector))
    const length = Math.sqrt(dot(image, image))
    vector = image.map((x) => x / length)
  }
  return vector
}

function kMeans(points: readonly number[][], k: number): number[] {
  let centres = points.slice(0, k)
  let labels: number[] = []
  for (let pass = 0; pass < MEANS_PASSES; pass++) {
    labels = points.map((point) => {
      const away = centres.map((centre) => distance(point, centre))
      return away.indexOf(Math.min(...away))
    })
    centres = centres.map((centre, part) => {
      const own = points.filter((_, at) => labels[at] === part)
      return own.length === 0 ? centre : centre.map((_, axis) => meanOf(own.map((point) => point[axis]!)))
    })
  }
  return labels
}

function silhouette(points: readonly number[][], labels: readonly number[], k: number): number {
  const sizes = Array.from({ length: k }, (_, part) => labels.filter((label) => label === part).length)
  const own = points.map((point, i) => {
    const sums = new Float64Array(k)
    for (let j = 0; j < points.length; j++) sums[labels[j]!]! += distance(point, points[j]!)
    const a = sums[labels[i]!]! / Math.max(1, sizes[labels[i]!]! - 1)
    const others = sizes.flatMap((size, part) =>
      part === labels[i] || size === 0 ? [] : [sums[part]! / size],
    )
    const b = Math.min(...others)
    return others.length === 0 || Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b)
  })
  return meanOf(own)
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!)
const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** As many as Polis takes. */
const POWER_PASSES = 100
const MEANS_PASSES = 20
