/**
 * In how many ways up to so many ballots can be cast, of so many kinds.
 *
 * @example
 * waysUpTo(2, 2) // => 6
 */
export function waysUpTo(ballots: number, kinds: number): number {
  let ways = 1
  for (let ballot = 1; ballot <= ballots; ballot++) ways *= (kinds + ballot) / ballot
  return ways
}

/**
 * Every way to cast so many ballots: how many of each kind. What is handed out is overwritten by the next.
 *
 * @example
 * [...waysOf(2, 2)].length // => 3
 */
export function* waysOf(ballots: number, kinds: number): Generator<Float64Array> {
  const counts = new Float64Array(kinds)
  function* cast(left: number, from: number): Generator<Float64Array> {
    if (left === 0) return yield counts
    for (let kind = from; kind < kinds; kind++) {
      counts[kind]!++
      yield* cast(left - 1, kind)
      counts[kind]!--
    }
  }
  yield* cast(ballots, 0)
}
