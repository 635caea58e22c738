import type { StatementId } from '../../kernel/index.ts'
import { rowAt } from '../ballots.ts'
import { type Profile, statementsAt } from '../profile.ts'

/** A fraction of whole numbers: what doubles only come close to. */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

const whole = (n: number): Fraction => ({ over: BigInt(n), under: 1n })
const plus = (a: Fraction, b: Fraction): Fraction => ({
  over: a.over * b.under + b.over * a.under,
  under: a.under * b.under,
})
const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { over: -b.over, under: b.under })
const by = (a: Fraction, n: number): Fraction => ({ over: a.over, under: a.under * BigInt(n) })
const isLess = (a: Fraction, b: Fraction): boolean => a.over * b.under < b.over * a.under
const sum = (all: readonly Fraction[]): Fraction => all.reduce(plus, whole(0))

/**
 * Equal shares, completed by Phragmén, in exact fractions and with every price worked out in every round: slow, and
 * written straight from the definitions, to compare with.
 */
export function exactEqualShares(profile: Profile, seats: number): readonly StatementId[] {
  const left = profile.people.map(() => ({ over: BigInt(seats), under: BigInt(profile.people.length) }))
  const seated: number[] = []
  while (seated.length < seats) {
    const next = cheapest(profile, seated, (supporters) =>
      equalPrice(supporters.map((person) => left[person]!)),
    )
    if (next === null) break
    for (const person of supportersOf(profile, next.candidate))
      left[person] = isLess(left[person]!, next.price) ? whole(0) : minus(left[person]!, next.price)
    seated.push(next.candidate)
  }
  return fill(profile, seated, { seats, loads: left.map((saved) => minus(whole(0), saved)) })
}

export const exactPhragmen = (profile: Profile, seats: number): readonly StatementId[] =>
  fill(profile, [], { seats, loads: profile.people.map(() => whole(0)) })

/** Sequential PAV in exact fractions, likewise. */
export function exactSeqPav(profile: Profile, seats: number): readonly StatementId[] {
  const has = profile.people.map(() => 0)
  const taken: number[] = []
  while (taken.length < seats) {
    const next = cheapest(profile, taken, (supporters) =>
      minus(whole(0), sum(supporters.map((person) => ({ over: 1n, under: BigInt(has[person]! + 1) })))),
    )
    if (next === null) break
    for (const person of supportersOf(profile, next.candidate)) has[person]!++
    taken.push(next.candidate)
  }
  return statementsAt(profile, taken)
}

function fill(
  profile: Profile,
  seated: readonly number[],
  { seats, loads }: { seats: number; loads: Fraction[] },
) {
  const taken = [...seated]
  while (taken.length < seats) {
    const next = cheapest(profile, taken, (supporters) =>
      supporters.length === 0
        ? null
        : by(sum([whole(1), ...supporters.map((person) => loads[person]!)]), supporters.length),
    )
    if (next === null) break
    for (const person of supportersOf(profile, next.candidate)) loads[person] = next.price
    taken.push(next.candidate)
  }
  for (const candidate of profile.candidates.keys())
    if (taken.length < seats && !taken.includes(candidate)) taken.push(candidate)
  return statementsAt(profile, taken)
}

/** The smallest q with the sum of min(saved, q) at least 1: pay in order of means, the poor all they have. */
function equalPrice(saved: readonly Fraction[]): Fraction | null {
  const poorFirst = [...saved].sort((a, b) => (isLess(a, b) ? -1 : 1))
  let missing = whole(1)
  for (const [at, means] of poorFirst.entries()) {
    const each = by(missing, poorFirst.length - at)
    if (!isLess(means, each)) return each
    missing = minus(missing, means)
  }
  return null
}

type Price = (supporters: readonly number[]) => Fraction | null

function cheapest(profile: Profile, taken: readonly number[], price: Price) {
  let best: { candidate: number; price: Fraction } | null = null
  for (const candidate of profile.candidates.keys()) {
    if (taken.includes(candidate)) continue
    const own = price(supportersOf(profile, candidate))
    if (own !== null && (best === null || isLess(own, best.price))) best = { candidate, price: own }
  }
  return best
}

const supportersOf = ({ people, approvals }: Profile, candidate: number): number[] =>
  [...people.keys()].filter((person) => rowAt(approvals, person).includes(candidate))
