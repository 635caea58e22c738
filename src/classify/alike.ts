import type { Ratings } from './ratings.ts'

/** Items that got the same answers from the same raters are one kind: whatever is said of one holds of all. */
export interface Alike {
  /** One item of each kind, in place of all. */
  readonly kinds: Ratings
  /** How many items each kind stands for. */
  readonly copies: Float64Array
  /** The kind of each item. */
  readonly kindOf: Uint32Array
}

/** Three raters and three answers leave at most 27 kinds among those whom all rated, however many items there are. */
export function alike(ratings: Ratings): Alike {
  const answers = new Array<string>(ratings.items).fill('')
  for (let at = 0; at < ratings.item.length; at++)
    answers[ratings.item[at]!] += `${ratings.rater[at]} ${ratings.said[at]} ${ratings.weight[at]};`
  const numbers = new Map<string, number>()
  const firsts: number[] = []
  const kindOf = Uint32Array.from(answers, (given, item) => {
    const known = numbers.get(given)
    if (known !== undefined) return known
    numbers.set(given, firsts.length)
    return firsts.push(item) - 1
  })
  const copies = new Float64Array(firsts.length)
  for (const kind of kindOf) copies[kind]! += 1
  return { kinds: only(ratings, firsts, kindOf), copies, kindOf }
}

/** The answers on one item of each kind. */
function only(ratings: Ratings, firsts: readonly number[], kindOf: Uint32Array): Ratings {
  const { item, rater, said, weight } = ratings
  const kept = Array.from(item.keys()).filter((at) => firsts[kindOf[item[at]!]!] === item[at])
  return {
    ...ratings,
    items: firsts.length,
    item: Uint32Array.from(kept, (at) => kindOf[item[at]!]!),
    rater: Uint32Array.from(kept, (at) => rater[at]!),
    said: Uint8Array.from(kept, (at) => said[at]!),
    weight: Float64Array.from(kept, (at) => weight[at]!),
  }
}
