import { byId, FEWEST_SHOWN, type GroupId } from '../kernel/index.ts'
import { type Says, shareSequence } from './confidence-sequence.ts'
import type { Roll } from './ratify.ts'
import type { RatificationBallot, RatificationPlan } from './schema.ts'

/** How an open vote stands: never its outcome, which is the count at its close (ADR 0018). */
export interface SoFar {
  /** People on the roll. */
  readonly roll: number
  /** Everybody first, then each opinion group. */
  readonly lines: readonly StandingLine[]
  /** How often all lines hold at every look together. */
  readonly level: number
}

export interface StandingLine {
  /** Null: everybody. */
  readonly group: GroupId | null
  /** How many of these ballots the bounds rest on: whole tens. */
  readonly n: number
  readonly threshold: number
  /** Bounds on the share of yes if everybody on the roll voted; null where fewer than 20 have. */
  readonly share: { readonly low: number; readonly high: number } | null
  /** Whether these bounds lie above the threshold, below it, or on both sides. */
  readonly stands: 'above' | 'below' | 'open'
}

/** The share of watched votes in which some line may be wrong at some look. ADR 0064. */
export const WATCHED_ALPHA = 0.05

/** The count moves each time ten more have voted, so that nobody sees what one person said. ADR 0064. */
export const LOOK_EVERY = 10

/**
 * How a vote stands so far, by bounds that may be watched: over all looks and all lines together they fail in at most
 * five of a hundred votes, if who votes early is chance.
 *
 * Shapes: the last ballot of each person, in the order of casting; ballots from outside the roll are not counted.
 * Source: this project, ADR 0064.
 */
export function soFar(plan: RatificationPlan, ballots: readonly RatificationBallot[], roll: Roll): SoFar {
  const counted = ballots.filter(({ participant }) => roll.has(participant))
  const groups = [...new Set(roll.values())].filter((group) => group !== null).sort(byId)
  const alpha = WATCHED_ALPHA / (1 + groups.length)
  const line = (group: GroupId | null, threshold: number): StandingLine => {
    const isOf = (other: GroupId | null | undefined) => group === null || other === group
    return lineOf({
      group,
      threshold,
      alpha,
      people: [...roll.values()].filter(isOf).length,
      answers: counted.filter(({ participant }) => isOf(roll.get(participant))).map(({ says }) => says),
    })
  }
  return {
    roll: roll.size,
    lines: [line(null, plan.overall), ...groups.map((group) => line(group, plan.eachGroup))],
    level: 1 - WATCHED_ALPHA,
  }
}

interface Line {
  readonly group: GroupId | null
  readonly threshold: number
  readonly alpha: number
  readonly people: number
  readonly answers: readonly Says[]
}

function lineOf({ group, threshold, alpha, people, answers }: Line): StandingLine {
  const n = answers.length - (answers.length % LOOK_EVERY)
  if (n < FEWEST_SHOWN) return { group, n, threshold, share: null, stands: 'open' }
  const share = shareSequence(answers.slice(0, n), { roll: people, every: LOOK_EVERY, alpha })
  const stands = share.low >= threshold ? 'above' : share.high < threshold ? 'below' : 'open'
  return { group, n, threshold, share, stands }
}
