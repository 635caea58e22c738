import { quickChance } from '../../../kernel/index.ts'
import type { Votes } from '../../votes/matrix.ts'
import { pickedRows } from '../../votes/picked.ts'
import { adjustedRandOf, contingencyOf, jaccardsOf } from '../contingency.ts'
import { answerShares, type Classes } from './classes.ts'
import { followed, likeliest } from './fit.ts'

/** What became of classes when people were drawn again: how far all agree, and how much of each came back. */
export interface Came {
  readonly agreement: number
  readonly jaccards: readonly number[]
}

/** Classes fitted again to as many people, drawn from these with replacement, compared over all of these. */
export function cameBack(
  votes: Votes,
  {
    first,
    classes,
  }: { readonly first: { readonly k: number; readonly labels: Uint8Array }; readonly classes: Classes },
  seed: string,
): Came {
  const random = quickChance(seed)
  const drawn = Array.from({ length: votes.people }, () => Math.floor(random.uniform() * votes.people))
  const again = pickedRows(votes, drawn)
  const { labels } = likeliest(votes, followed(again, classes, answerShares(again), RERUN_STEPS).classes)
  const weight = new Float64Array(votes.people).fill(1)
  const table = contingencyOf(first, { k: classes.k, labels }, weight)
  return { agreement: adjustedRandOf(table), jaccards: jaccardsOf(table).map((row) => Math.max(...row)) }
}

/** Steps from classes that fit already (ADR 0004). */
const RERUN_STEPS = 20
