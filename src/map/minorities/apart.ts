import { quickChance } from '../../kernel/index.ts'
import { ANSWERS, addLogChances, type Classes } from '../groups/latent/classes.ts'
import { likeliest } from '../groups/latent/fit.ts'
import { difference, type Halves } from '../groups/latent/held-back.ts'
import type { Votes } from '../votes/matrix.ts'

/** One of several classes. */
export interface OneOf {
  readonly classes: Classes
  readonly which: number
}

/**
 * Whether a class stands apart: its answers foretell votes held back of its members better than those of the others do;
 * half its members are told from everybody else at a thousand to one; and between it and the others there are hardly
 * more people than there would be if both were groups.
 *
 * The first keeps out classes that fit by chance. The others keep out the ends of a continuum: they foretell too, but
 * people stand all the way to them. How many would stand between groups is seen by drawing answers from the classes.
 *
 * Source: this project, ADR 0047.
 */
export function standsApart(halves: Halves, one: OneOf, seed: string): boolean {
  const { labels } = likeliest(halves.kept, one.classes)
  if (!foretells(halves, one, labels)) return false
  const odds = logOdds(halves.kept, one)
  const far = middleOf(odds.filter((_, row) => labels[row] === one.which))
  if (!(far >= FAR)) return false
  const imagined = logOdds(drawnFrom(halves.kept, one.classes, { labels, seed }), one)
  return between(odds, far) <= MORE_BETWEEN * between(imagined, far)
}

function foretells({ held }: Halves, one: OneOf, labels: Uint8Array): boolean {
  const share = one.classes.shares[one.which]!
  const own = logOdds(held, one).filter((_, row) => labels[row] === one.which)
  const { mean, error } = difference(own, new Float64Array(own.length).fill(Math.log(share / (1 - share))))
  return mean > BEYOND * error
}

/** For each row, the log odds that it belongs to one class and not to any other. */
function logOdds(votes: Votes, { classes, which }: OneOf): Float64Array {
  const logShare = classes.shares.map(Math.log)
  const each = new Float64Array(classes.k)
  return Float64Array.from({ length: votes.people }, (_, row) => {
    each.set(logShare)
    addLogChances(votes, row, classes, each)
    const own = each[which]!
    each[which] = Number.NEGATIVE_INFINITY
    const most = Math.max(...each)
    return own - most - Math.log(each.reduce((sum, one) => sum + Math.exp(one - most), 0))
  })
}

/** The same people asked the same, each answer drawn from the chances of their class. */
function drawnFrom(
  votes: Votes,
  { k, logChance }: Classes,
  { labels, seed }: { readonly labels: Uint8Array; readonly seed: string },
): Votes {
  const random = quickChance(`${seed}/imagined`)
  const vote = new Int8Array(votes.vote.length)
  labels.forEach((own, row) => {
    for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) {
      const cell = votes.statement[at]! * ANSWERS * k + own
      const left = random.uniform() - Math.exp(logChance[cell]!)
      vote[at] = left < 0 ? -1 : left < Math.exp(logChance[cell + k]!) ? 0 : 1
    }
  })
  return { ...votes, vote }
}

/** How many people are within a quarter of the way to the class's middle from where it begins, on either side. */
const between = (odds: Float64Array, far: number): number =>
  odds.filter((one) => Math.abs(one) < far / 4).length

const middleOf = (values: Float64Array): number =>
  values.sort()[values.length >> 1] ?? Number.NEGATIVE_INFINITY

/** Standard errors by which a minority must foretell its members' votes better than the others do (ADR 0047). */
const BEYOND = 2
/** Log odds at which half of a minority's members must be told from everybody else (ADR 0047). */
const FAR = Math.log(1000)
/** How many times as many people may stand between as between groups (ADR 0047). */
const MORE_BETWEEN = 1.5
