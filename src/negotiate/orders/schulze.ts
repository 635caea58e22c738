/**
 * Candidates, best first, by Schulze's method: one stands before another when the strongest chain of leads from it to
 * the other is stronger than the strongest chain back. A chain is as strong as its weakest lead.
 *
 * What that leaves open goes by `ties`: the first of them that nobody who is left stands before comes next.
 *
 * Shapes: leads count × count, minus themselves when transposed; `ties` has each candidate once. Cubic in the candidates.
 * Source: Schulze 2011, Soc. Choice Welf. 36(2):267-303, section 2.3.
 *
 * @example
 * schulzeOrder(Float64Array.of(0, -0.1, 0.1, 0), [0, 1]) // => [1, 0]
 */
export function schulzeOrder(leads: Float64Array, ties: readonly number[]): number[] {
  const count = ties.length
  const paths = strongestPaths(leads, count)
  const isBefore = (a: number, b: number) => paths[a * count + b]! > paths[b * count + a]!
  const before = Uint32Array.from({ length: count }, (_, b) => ties.filter((a) => isBefore(a, b)).length)
  const order: number[] = []
  const left = [...ties]
  while (left.length > 0) {
    const [next] = left.splice(
      left.findIndex((candidate) => before[candidate] === 0),
      1,
    )
    order.push(next!)
    for (const candidate of left) if (isBefore(next!, candidate)) before[candidate]!--
  }
  return order
}

/** The strength of the strongest chain of leads from each candidate to each other; 0 where there is none. */
function strongestPaths(leads: Float64Array, count: number): Float64Array {
  const paths = leads.map((lead) => Math.max(0, lead))
  for (let through = 0; through < count; through++) {
    const onward = paths.subarray(through * count, through * count + count)
    for (let from = 0; from < count; from++) {
      const first = paths[from * count + through]!
      if (first === 0 || from === through) continue
      const there = paths.subarray(from * count, from * count + count)
      for (let to = 0; to < count; to++) {
        const last = onward[to]!
        const chain = first < last ? first : last
        if (chain > there[to]!) there[to] = chain
      }
    }
  }
  for (let candidate = 0; candidate < count; candidate++) paths[candidate * count + candidate] = 0
  return paths
}
