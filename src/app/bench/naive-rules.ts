import type { StatementId } from '../../kernel/index.ts'
import type { Profile } from '../../negotiate/index.ts'

type Choose = (profile: Profile, seats: number) => readonly StatementId[]

/** The rules that share seats out. */
export const SHARING = ['equal-shares', 'phragmen', 'seq-pav', 'pav-local-search'] as const

/** The rules as their definitions say, every statement priced again for every seat: to compare with. */
export const NAIVE_RULES: Readonly<Record<'equal-shares' | 'phragmen' | 'seq-pav', Choose>> = {
  'equal-shares': (profile, seats) => {
    const left = new Float64Array(profile.people.length).fill(1)
    const seated = filled(profile, [], {
      seats,
      price: (supporters) => evenPrice(supporters, left, profile.everybody / seats),
      pay: (person, price) => {
        left[person] = Math.max(0, left[person]! - price)
      },
    })
    const owed = left.map((saved) => -saved)
    return namesOf(profile, filledByLoads(profile, seated, { seats, loads: owed }))
  },
  phragmen: (profile, seats) =>
    namesOf(profile, filledByLoads(profile, [], { seats, loads: new Float64Array(profile.people.length) })),
  'seq-pav': (profile, seats) => {
    const has = new Float64Array(profile.people.length)
    const price = (supporters: Uint32Array) =>
      -supporters.reduce((sum, person) => sum + 1 / (has[person]! + 1), 0)
    const pay = (person: number) => {
      has[person]!++
    }
    return namesOf(profile, filled(profile, [], { seats, price, pay }))
  },
}

/** Whether there is a naive one to compare with; those that have one have targets as well. */
export const hasNaive = (rule: (typeof SHARING)[number]): rule is keyof typeof NAIVE_RULES =>
  Object.hasOwn(NAIVE_RULES, rule)

/** Whether a slate satisfies EJR+, counting anew for every statement and every number of seats owed. */
export function naiveEjrPlus(profile: Profile, slate: readonly StatementId[], seats: number): boolean {
  const { candidates, approvals, people } = profile
  const has = people.map(
    (_, person) =>
      approvals.candidates
        .subarray(approvals.offsets[person], approvals.offsets[person + 1])
        .filter((candidate) => slate.includes(candidates[candidate]!)).length,
  )
  const isOwed = (candidate: number, owed: number) =>
    supportersAt(profile, candidate).filter((person) => has[person]! < owed).length * seats >=
    owed * people.length
  return candidates.every(
    (id, candidate) =>
      slate.includes(id) ||
      !Array.from({ length: seats }, (_, at) => at + 1).some((owed) => isOwed(candidate, owed)),
  )
}

interface Filling {
  readonly seats: number
  readonly price: (supporters: Uint32Array) => number
  readonly pay: (person: number, price: number) => void
}

/** Seats the cheapest statement again and again, ties to the earlier one. */
function filled(profile: Profile, before: readonly number[], { seats, price, pay }: Filling): number[] {
  const seated = [...before]
  while (seated.length < seats) {
    let best = { candidate: -1, price: Number.POSITIVE_INFINITY }
    for (const candidate of profile.candidates.keys()) {
      if (seated.includes(candidate)) continue
      const own = price(supportersAt(profile, candidate))
      if (own < best.price) best = { candidate, price: own }
    }
    if (best.candidate === -1) break
    for (const person of supportersAt(profile, best.candidate)) pay(person, best.price)
    seated.push(best.candidate)
  }
  return seated
}

function filledByLoads(
  profile: Profile,
  before: readonly number[],
  { seats, loads }: { readonly seats: number; readonly loads: Float64Array },
): number[] {
  const seatPrice = profile.everybody / seats
  return filled(profile, before, {
    seats,
    price: (supporters) =>
      supporters.reduce((owed, person) => owed + loads[person]!, seatPrice) / supporters.length,
    pay: (person, load) => {
      loads[person] = load
    },
  })
}

/** What each pays for a seat where the poorest give all they have; Infinity where that is too little. */
function evenPrice(supporters: Uint32Array, left: Float64Array, seatPrice: number): number {
  const poorFirst = Float64Array.from(supporters, (person) => left[person]!).sort()
  let missing = seatPrice
  for (const [at, means] of poorFirst.entries()) {
    const each = missing / (poorFirst.length - at)
    if (means >= each) return each
    missing -= means
  }
  return Number.POSITIVE_INFINITY
}

const supportersAt = ({ supporters }: Profile, candidate: number): Uint32Array =>
  supporters.people.subarray(supporters.offsets[candidate], supporters.offsets[candidate + 1])

const namesOf = ({ candidates }: Profile, slate: readonly number[]): readonly StatementId[] =>
  slate.map((candidate) => candidates[candidate]!)
