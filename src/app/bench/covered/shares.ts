import { type Chance, chance, type Direction, type Interval, id, wilson } from '../../../kernel/index.ts'
import { divisivenessOf, pooledSharesOf, type StatementTally } from '../../../map/index.ts'

/** Shares of agreement of some groups on one statement. */
type Draw = (random: Chance, groups: number) => readonly number[]

/** Populations of known shares, from groups that have nothing in common to groups that are one. */
export const KINDS: Readonly<Record<string, Draw>> = {
  independent: (random, groups) => some(groups, () => PASSED_BY * random.beta(0.4, 0.4)),
  near: (random, groups) => {
    const middle = random.beta(2, 2)
    return some(groups, () => random.beta(20 * middle, 20 * (1 - middle)))
  },
  alike: (random, groups) => {
    const middle = PASSED_BY * random.uniform()
    return some(groups, () => middle)
  },
  'split on a fifth': (random, groups) => {
    const middle = random.beta(2, 2)
    const split = random.uniform() < 0.2
    return some(groups, () => (split ? random.beta(0.5, 0.5) : random.beta(60 * middle, 60 * (1 - middle))))
  },
  'a small group against': (random, groups) => {
    const middle = random.beta(2, 2)
    return some(groups, (group) =>
      group === groups - 1 ? 1 - middle : random.beta(40 * middle, 40 * (1 - middle)),
    )
  },
}

/** How often an interval held the truth, by what it is of. */
export type Held = Readonly<Record<'counted' | 'pooled' | 'product' | 'gap' | 'sides', number>>

export interface SharesPlan {
  readonly kind: string
  /** How many of each group saw a statement; of the last group, the others five times as many. */
  readonly votes: number
  readonly statements: number
  readonly groups: number
  readonly repeats: number
}

/** Draws populations of one kind and counts the intervals that hold what was planted. */
export function heldIn(plan: SharesPlan, seed: string): Held {
  const counts = { counted: count(), pooled: count(), product: count(), gap: count(), sides: count() }
  for (let repeat = 0; repeat < plan.repeats; repeat++) {
    const random = chance(`${seed}/${plan.kind}/${plan.votes}/${plan.statements}/${repeat}`)
    const truth = some(plan.statements, () => KINDS[plan.kind]!(random, plan.groups))
    const tallies = truth.map((shares, statement) => tallyOf(shares, { statement, plan, random }))
    const pooled = pooledSharesOf(tallies)
    const divided = new Map(divisivenessOf(tallies, pooled).map((one) => [one.statement, one]))
    truth.forEach((shares, at) => {
      const { statement, groups, overall } = tallies[at]!
      const { sides, gap } = divided.get(statement)!
      for (const group of lookedAt(plan)) {
        counts.counted.add(wilson(groups.get(GROUP(group))!.agree, plan.votes), shares[group]!)
        counts.pooled.add(pooled.get(statement)!.groups.get(GROUP(group))!.agree, shares[group]!)
      }
      counts.product.add(
        pooled.get(statement)!.product.agree,
        shares.reduce((all, share) => all * share, 1),
      )
      counts.gap.add(gap!.difference, shares[Number(gap!.most)]! - shares[Number(gap!.least)]!)
      const agreed = shares.reduce((sum, share, group) => sum + share * seenBy(group, plan), 0)
      const mean = agreed / (overall.agree + overall.disagree)
      counts.sides.add(sides, 4 * mean * (1 - mean))
    })
  }
  const { counted, pooled, product, gap, sides } = counts
  return {
    counted: counted.share(),
    pooled: pooled.share(),
    product: product.share(),
    gap: gap.share(),
    sides: sides.share(),
  }
}

/** Counts intervals, and those that hold their truth. */
function count() {
  let [all, held] = [0, 0]
  return {
    add: ({ low, high }: Interval, truth: number) => {
      all++
      held += Number(low <= truth && truth <= high)
    },
    share: () => held / all,
  }
}

/** The groups whose shares are looked at: those of whom `votes` people saw each statement. */
const lookedAt = (plan: SharesPlan): number[] =>
  some(plan.groups, (group) => group).filter((group) => seenBy(group, plan) === plan.votes)

interface Told {
  readonly statement: number
  readonly plan: SharesPlan
  readonly random: Chance
}

/** The answers to one statement; nobody passes. */
function tallyOf(shares: readonly number[], { statement, plan, random }: Told): StatementTally {
  const groups = shares.map((share, group) => {
    const n = seenBy(group, plan)
    const agree = some(n, () => random.uniform()).filter((draw) => draw < share).length
    return { agree, pass: 0, disagree: n - agree }
  })
  const sum = (of: Direction) => groups.reduce((total, own) => total + own[of], 0)
  return {
    statement: id(`${statement}`),
    overall: { agree: sum('agree'), pass: 0, disagree: sum('disagree') },
    groups: new Map(groups.map((own, group) => [GROUP(group), own])),
  }
}

const seenBy = (group: number, { groups, votes, kind }: SharesPlan): number =>
  kind === 'a small group against' && group < groups - 1 ? 5 * votes : votes

const some = <T>(count: number, draw: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => draw(at))
const GROUP = (group: number) => id<'group'>(`${group}`)
/** Most that agree where a tenth passes. */
const PASSED_BY = 0.9
