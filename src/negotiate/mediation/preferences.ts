import type { StatementId } from '../../kernel/index.ts'
import { schulzeOrder } from '../orders/schulze.ts'
import { leadsOf, type Pairwise } from '../pairwise.ts'

/** The best first, equals together; what is left out is not ranked. */
export type Order = readonly (readonly StatementId[])[]

/** One voice in a ranking. Where it gave several orders, a pair counts where all of them say the same. */
export interface Voice {
  readonly orders: readonly Order[]
  readonly weight: number
}

/** Candidates as the voices rank them, or why they do not. */
export type Ranked =
  | {
      readonly kind: 'ranked'
      /** Best first; what the voices leave open goes by id. */
      readonly order: readonly StatementId[]
      /** How many voices ranked anything. */
      readonly voices: number
    }
  | { readonly kind: 'unknown'; readonly because: string }

/**
 * Candidates by Schulze's method on who ranks what before what.
 *
 * Shapes: `candidates` sorted by id.
 * Source: Schulze 2011, Soc. Choice Welf. 36(2):267-303; as in Tessler et al. 2024, Science 386, eadq2852.
 *
 * @example
 * rankedBy(['a', 'b'], [{ orders: [[['b'], ['a']]], weight: 1 }]).order // => ['b', 'a']
 */
export function rankedBy(candidates: readonly StatementId[], voices: readonly Voice[]): Ranked {
  const { wins, met, count } = pairwiseOfVoices(candidates, voices)
  const heard = voices.filter((voice) =>
    candidates.some((one) => placesIn(voice).every((place) => place.has(one))),
  )
  if (met.every((people) => people === 0)) return { kind: 'unknown', because: 'nobody ranked two of them' }
  const order = schulzeOrder(leadsOf({ wins, met, count }), [...candidates.keys()])
  return { kind: 'ranked', order: order.map((at) => candidates[at]!), voices: heard.length }
}

/** How much weight prefers each candidate to each other one, of the weight that can tell. */
export function pairwiseOfVoices(candidates: readonly StatementId[], voices: readonly Voice[]): Pairwise {
  const count = candidates.length
  const wins = new Float64Array(count * count)
  const met = new Float64Array(count * count)
  for (const voice of voices) {
    const places = placesIn(voice)
    for (let a = 0; a < count; a++)
      for (let b = 0; b < count; b++) {
        if (a === b || !places.every((place) => place.has(candidates[a]!) && place.has(candidates[b]!)))
          continue
        met[a * count + b]! += voice.weight
        if (places.every((place) => place.get(candidates[a]!)! < place.get(candidates[b]!)!))
          wins[a * count + b]! += voice.weight
      }
  }
  return { count, wins, met }
}

const placesIn = ({ orders }: Voice): readonly ReadonlyMap<StatementId, number>[] =>
  orders.map((order) => new Map(order.flatMap((tier, place) => tier.map((one) => [one, place] as const))))
