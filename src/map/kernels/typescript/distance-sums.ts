import type { PlacesInSets } from '../kernels.ts'

export function distanceSums(places: PlacesInSets): Float64Array {
  const { starts, x } = places
  const sets = starts.length - 1
  const sums = new Float64Array(x.length * sets)
  const across = new Float64Array(x.length)
  for (let set = 0; set < sets; set++) {
    across.fill(0)
    for (let i = starts[set]!; i < starts[set + 1]!; i++)
      for (let other = set, from = i + 1; other < sets; from = starts[++other]!)
        sums[i * sets + other]! += stretchSum(places, { i, from, to: starts[other + 1]! }, across)
    for (let j = starts[set]!; j < x.length; j++) sums[j * sets + set]! += across[j]!
  }
  return sums
}

/** The distances of one place to some neighbouring others, added up two by two, as WebAssembly does. */
function stretchSum(
  { x, y, weight, blur }: PlacesInSets,
  { i, from, to }: { readonly i: number; readonly from: number; readonly to: number },
  across: Float64Array,
): number {
  const [ownX, ownY, people, own] = [x[i]!, y[i]!, weight[i]!, blur[i]!]
  const awayFrom = (j: number): number => {
    const [dx, dy] = [x[j]! - ownX, y[j]! - ownY]
    const away = Math.sqrt(dx * dx + dy * dy + own + blur[j]!)
    across[j]! += people * away
    return weight[j]! * away
  }
  let [even, odd] = [0, 0]
  let j = from
  for (; j + 1 < to; j += 2) {
    even += awayFrom(j)
    odd += awayFrom(j + 1)
  }
  return even + odd + (j < to ? awayFrom(j) : 0)
}
