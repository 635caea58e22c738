import { nearestCentres } from '../groups/k-means.ts'
import type { Membership } from '../groups/membership.ts'

/** How far labels follow where people stand. */
export interface Nearest {
  /** For each person the label whose centre is nearest. */
  readonly nearest: Uint8Array
  /** How many stand nearest to the centre of their own label. */
  readonly own: number
  /** The share that would, if as many labels of each kind were dealt out by chance and the centres stayed. */
  readonly byChance: number
}

/**
 * Compares each person's label with the nearest of the centres that the labels make.
 *
 * Shapes: points are x and y in turn, 2n numbers; n labels, each below k. Ties go to the lower label.
 * Units:  shares of 1.
 * Source: what is expected by chance, as in Cohen 1960, Educ. Psychol. Meas. 20(1):37-46.
 *
 * @example
 * nearestCentre(Float64Array.of(0, 0, 0, 1, 9, 9, 9, 8), Uint8Array.of(0, 0, 1, 1), 2) // => { nearest: Uint8Array.of(0, 0, 1, 1), own: 4, byChance: 0.5 }
 */
export function nearestCentre(points: Float64Array, labels: Membership['labels'], k: number): Nearest {
  const { centres, sizes } = centresOf(points, labels, k)
  const nearest = nearestCentres(points, centres)
  const near = new Uint32Array(k)
  let own = 0
  nearest.forEach((label, i) => {
    near[label]!++
    if (label === labels[i]) own++
  })
  const byChance = sizes.reduce((sum, size, c) => sum + size * near[c]!, 0) / Math.max(1, labels.length) ** 2
  return { nearest, own, byChance }
}

/** A label that nobody has stands nowhere: NaN is nearest to nobody. */
function centresOf(points: Float64Array, labels: Uint8Array, k: number) {
  const centres = new Float64Array(2 * k)
  const sizes = new Uint32Array(k)
  labels.forEach((label, i) => {
    centres[2 * label]! += points[2 * i]!
    centres[2 * label + 1]! += points[2 * i + 1]!
    sizes[label]!++
  })
  return { centres: centres.map((sum, at) => sum / sizes[at >> 1]!), sizes }
}
