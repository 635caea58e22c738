/**
 * Prices closer than this are a tie, relative to the larger of 1 and the price. Sums of doubles in the order of the
 * ballots differ from exact fractions by far less; prices that truly differ do so by far more.
 */
export const TIE = 1e-12

export const isTie = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TIE * Math.max(1, Math.abs(a), Math.abs(b))

/** Candidates whose prices only ever rise: the cheapest is found without pricing all of them again. */
export interface RisingPrices {
  /** Takes out the cheapest candidate, ties to the earliest; null when nobody can be had any more. */
  take(): { readonly candidate: number; readonly price: number } | null
}

/**
 * A queue of candidates by what each costs at least: at first its bound, then the last price it was seen at.
 *
 * Only candidates whose old price still beats the best new one are priced again. `priceOf` gets the old price. Infinity
 * stands for a candidate that can never be had again.
 *
 * Shapes: one bound per candidate; on profiles of a million people, some 300 prices in place of 300,000.
 * Source: lazy evaluation after Minoux 1978, Optimization Techniques, LNCIS 7:234-243.
 */
export function risingPrices(
  bounds: Float64Array,
  priceOf: (candidate: number, atLeast: number) => number,
): RisingPrices {
  const heap: Entry[] = []
  let round = 0
  for (const [candidate, price] of bounds.entries())
    if (price < Number.POSITIVE_INFINITY) push(heap, { candidate, price, round: BEFORE })
  return {
    take: () => {
      const priced: Entry[] = []
      let best = Number.POSITIVE_INFINITY
      for (let top = heap[0]; top !== undefined; top = heap[0]) {
        if (top.price > best && !isTie(top.price, best)) break
        pop(heap)
        const price = top.round === round ? top.price : priceOf(top.candidate, top.price)
        if (price === Number.POSITIVE_INFINITY) continue
        priced.push({ candidate: top.candidate, price, round })
        best = Math.min(best, price)
      }
      const taken = priced
        .filter(({ price }) => isTie(price, best))
        .reduce<Entry | null>(
          (first, entry) => (first && first.candidate < entry.candidate ? first : entry),
          null,
        )
      for (const entry of priced) if (entry !== taken) push(heap, entry)
      round++
      return taken
    },
  }
}

interface Entry {
  readonly candidate: number
  readonly price: number
  /** When it was priced; nothing is bought within a round, so its prices hold for all of it. */
  readonly round: number
}

/** The round of a bound. */
const BEFORE = -1

/** A binary heap: the cheapest first, ties to the earliest. */
function push(heap: Entry[], entry: Entry): void {
  let at = heap.push(entry) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (!isBefore(entry, heap[parent]!)) break
    heap[at] = heap[parent]!
    at = parent
  }
  heap[at] = entry
}

function pop(heap: Entry[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  let at = 0
  for (;;) {
    let child = 2 * at + 1
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child++
    if (child >= heap.length || !isBefore(heap[child]!, last)) break
    heap[at] = heap[child]!
    at = child
  }
  heap[at] = last
}

const isBefore = (a: Entry, b: Entry): boolean =>
  a.price < b.price || (a.price === b.price && a.candidate < b.candidate)
