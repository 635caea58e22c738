import { electorateOf } from './certificates/seating.ts'
import { effectsOf } from './effects.ts'
import { groupDraws } from './group-draws.ts'
import type { Readings } from './profiles/readings.ts'
import type { Rule } from './rules/rule.ts'
import { type Seatings, statementsBy } from './seatings.ts'
import type { Slate } from './slate.ts'
import { checksOf } from './slate-checks.ts'
import { groupUtilities } from './utilities.ts'

export interface SlatesRequest {
  readonly readings: Readings
  readonly rules: readonly Rule[]
  readonly inForce: string
  readonly seated: Seatings
  readonly seats: number
  readonly seed: string
}

/** What each rule seats, with what each group gets of it, who gains and who loses, and what is proved: on the votes. */
export function slatesOf({
  readings: { votes, shares },
  rules,
  inForce,
  seated,
  seats,
  seed,
}: SlatesRequest): readonly Slate[] {
  const chosen = statementsBy(seated)
  const slates = rules.map(({ name, standing }) => ({
    rule: name,
    statements: chosen.get(name)!,
    isReference: name === inForce || standing === 'contrast',
  }))
  const electorate = electorateOf(votes)
  const draws = groupDraws(votes, seed)
  const utilities = groupUtilities({
    profile: votes,
    shares,
    draws,
    slates: slates.map((slate) => slate.statements),
  })
  const effects = effectsOf({ profile: votes, shares, draws, slates })
  return slates.map(
    ({ rule, statements: slate }, at): Slate => ({
      rule,
      seats: seated.get(rule)!,
      utilities: utilities[at]!,
      effects: effects[at]!,
      checks: checksOf(electorate, { rule, slate, seats }),
    }),
  )
}
