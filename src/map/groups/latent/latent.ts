import { retold } from '../../../kernel/index.ts'
import type { Votes } from '../../votes/matrix.ts'
import { pickedRows } from '../../votes/picked.ts'
import { leastMembers } from '../fitted.ts'
import { sizesOf } from '../silhouette.ts'
import { AGREES, heldOver } from '../stability.ts'
import { type Came, cameBack } from './came-back.ts'
import { type Choice, type Choosing, choiceSteps, MOST_CLASSES } from './choice.ts'
import { answerShares, type Classes } from './classes.ts'
import { followed, likeliest } from './fit.ts'
import { someOf } from './some-of.ts'

/** People grouped by how they vote, wherever that puts them on the map. */
export interface LatentGroups {
  readonly choice: Choice
  readonly k: number
  /** For each of the rows, its likeliest class, numbered by size, the largest first; and how likely it is. */
  readonly labels: Uint8Array
  readonly sure: Float64Array
  readonly sizes: readonly number[]
  readonly agreement: ReturnType<typeof heldOver>
  readonly holds: readonly ReturnType<typeof heldOver>[]
  /** The first reason not to call the classes groups; null if there is none. */
  readonly doubt: string | null
}

/** How far the work is: classes tried, then re-runs. */
export interface LatentProgress {
  readonly done: number
  readonly of: number
}

/**
 * Latent classes of these rows: their number chosen on at most 20,000 people or asked for, fitted to all, drawn again.
 *
 * Source: this project, ADR 0004.
 */
export function* latentSteps(
  votes: Votes,
  rows: Uint32Array,
  { seed, reruns, asked }: Choosing & { readonly reruns: number },
): Generator<LatentProgress, LatentGroups> {
  const again = Math.min(reruns, MOST_RERUNS)
  const of = MOST_CLASSES + again
  const choosing = choiceSteps(votes, someOf(rows, CHOSEN_ON, `${seed}/chosen-on`), {
    seed: `${seed}/choice`,
    asked,
  })
  const choice = yield* retold(choosing, (done) => ({ done, of }))
  const all = pickedRows(votes, rows)
  const { classes } = followed(all, choice.classes, answerShares(all), FITTED_STEPS)
  const { labels, sure, order } = bySize(all, classes)
  const few = pickedRows(votes, someOf(rows, DRAWN_ON, `${seed}/drawn-on`))
  const first = { k: classes.k, labels: renumbered(likeliest(few, classes).labels, order) }
  const came: Came[] = []
  while (classes.k > 1 && came.length < again) {
    came.push(cameBack(few, { first, classes }, `${seed}/re-run/${came.length}`))
    yield { done: MOST_CLASSES + came.length, of }
  }
  const sizes = [...sizesOf({ k: classes.k, labels }, 'one each')]
  const agreement = heldOver(came.map((one) => one.agreement))
  const holds = sizes.map((_, part) => heldOver(came.map(({ jaccards }) => jaccards[part]!)))
  const rest = { choice, k: classes.k, labels, sure, sizes, agreement, holds }
  return { ...rest, doubt: doubtOf(rest) }
}

function doubtOf({ choice, k, sizes, agreement, holds }: Omit<LatentGroups, 'doubt'>): string | null {
  if (sizes.includes(0)) return `only ${sizes.indexOf(0)} of ${k} groups hold anybody`
  if (k > choice.own)
    return `votes held back are foretold as well by ${choice.own === 1 ? 'everybody together' : `${choice.own} groups`}`
  if (k < choice.own) return `votes held back are foretold better by ${choice.own} groups`
  if (k === 1) return 'votes held back are foretold no better by groups than by everybody together'
  if (k === MOST_CLASSES)
    return `votes held back are foretold the better the more groups there are, up to the ${MOST_CLASSES} that are tried: people differ by degrees`
  const { mean, error } = choice.overPlace
  if (!(mean > BEYOND * error))
    return `${k} groups foretell votes held back no better than people’s places along two lines do`
  const people = sizes.reduce((sum, size) => sum + size, 0)
  if (Math.min(...sizes) < leastMembers(people))
    return `divided in ${k}, fewer than ${leastMembers(people)} people are set apart`
  if (agreement.n === 0) return 'the groups were not drawn again from people picked by chance'
  if (agreement.estimate < AGREES)
    return `drawn again from people picked by chance, ${k} groups agree with these only to ${agreement.estimate.toFixed(2)}, where 1 is the same and 0 is chance`
  const loose = holds.find(({ estimate }) => estimate < LATENT_HOLDS)
  return loose === undefined
    ? null
    : `drawn again from people picked by chance, one group comes back only ${Math.round(100 * loose.estimate)} % the same`
}

function bySize(votes: Votes, classes: Classes) {
  const { labels, sure } = likeliest(votes, classes)
  const sizes = sizesOf({ k: classes.k, labels }, 'one each')
  const order = [...sizes.keys()].sort(
    (a, b) => sizes[b]! - sizes[a]! || labels.indexOf(a) - labels.indexOf(b),
  )
  return { labels: renumbered(labels, order), sure, order }
}

const renumbered = (labels: Uint8Array, order: readonly number[]): Uint8Array =>
  labels.map((label) => order.indexOf(label))

/** Standard errors by which classes must foretell better than places (ADR 0004). */
const BEYOND = 2
/** Mean best Jaccard similarity that every class must keep (ADR 0004). */
const LATENT_HOLDS = 0.6
/** On how many people the number is chosen, and how many are drawn again, how often (ADR 0004). */
const CHOSEN_ON = 20_000
const DRAWN_ON = 10_000
const MOST_RERUNS = 10
/** Steps to all people, from classes that fit already (ADR 0004). */
const FITTED_STEPS = 40
