import type { Register } from '../classify/index.ts'
import { chance, resultOf, type StatementId, wilson } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { CERTIFIERS } from './certificates/index.ts'
import { type Electorate, electorateOf } from './certificates/seating.ts'
import { declaredRules } from './declared.ts'
import { resample } from './draw.ts'
import { effectsOf } from './effects.ts'
import { groupDraws } from './group-draws.ts'
import { candidacyOf, profileOf } from './profile.ts'
import { pooledShares } from './profiles/shares.ts'
import { shownIn } from './profiles/shown.ts'
import { RULES, type RuleName } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import type { GuaranteeCheck, Panel, Slate } from './slate.ts'
import { groupUtilities } from './utilities.ts'

export interface PanelRequest {
  readonly listening: Listening
  readonly map: OpinionMap
  readonly register: Register
  readonly seats: number
  /** The rule in force, by name: declared before the votes were counted. */
  readonly rule: string
  /** The rules that must agree before a seat counts as sure; the one in force is always among them. */
  readonly declared: readonly RuleName[]
  readonly seed: string
  /** How often the people are drawn anew, to see which seats of the declared rules hold. */
  readonly resamples: number
}

/** How far the work is, for whoever shows it. */
export interface PanelProgress {
  readonly doing: 'resamples'
  readonly done: number
  readonly of: number
}

/**
 * The same votes under every rule, side by side: who is seated, how surely, what each group gets, what is proved.
 *
 * Seats wobble. Each seat therefore says how often its rule fills it when as many people are drawn anew from those who
 * were heard. The declared rules decide, and see every draw; the others stand beside them, and see one in ten.
 *
 * Errors: throws RangeError for a rule that does not exist or cannot be declared, or a number of seats or resamples
 * that is no count.
 * Source: DESIGN, section 2; ADR 0009, 0031.
 */
export const panelOf = (request: PanelRequest): Panel => resultOf(panelSteps(request))

/** The same panel a step at a time, so that a caller can say how far it is, or stop. */
export function* panelSteps(request: PanelRequest): Generator<PanelProgress, Panel> {
  requireSense(request)
  const { listening, map, register, seats, rule: inForce, seed, resamples } = request
  const declared = declaredRules(inForce, request.declared)
  const profile = profileOf(listening, map, candidacyOf(listening, register))
  const electorate = electorateOf(profile)
  const rules: readonly Rule[] = Object.values(RULES)
  const chosen = rules.map((rule) => rule.choose(profile, seats))
  const seated = rules.map(() => new Map<StatementId, number>())
  const asked = rules.map(() => 0)
  for (let done = 0; done < resamples; done++) {
    const sample = resample(profile, chance(`${seed}/panel/${done}`))
    for (const [at, rule] of rules.entries()) {
      if (done % BESIDE_EVERY > 0 && !declared.includes(rule)) continue
      asked[at]!++
      for (const statement of rule.choose(sample, seats))
        seated[at]!.set(statement, (seated[at]!.get(statement) ?? 0) + 1)
    }
    yield { doing: 'resamples', done: done + 1, of: resamples }
  }
  const draws = groupDraws(profile, seed)
  const utilities = groupUtilities(profile, chosen, draws)
  const effects = effectsOf({
    profile,
    shares: pooledShares(profile, shownIn(listening, profile)),
    draws,
    slates: rules.map(({ name, standing }, at) => ({
      rule: name,
      statements: chosen[at]!,
      isReference: name === inForce || standing === 'contrast',
    })),
  })
  const slates = rules.map(
    (rule, at): Slate => ({
      rule: rule.name,
      seats: chosen[at]!.map((statement) => ({
        statement,
        inclusion: wilson(seated[at]!.get(statement) ?? 0, asked[at]!),
      })),
      utilities: utilities[at]!,
      effects: effects[at]!,
      checks: checksOf(electorate, { rule: rule.name, slate: chosen[at]!, seats }),
    }),
  )
  const deciding = chosen.filter((_, at) => declared.includes(rules[at]!))
  const seatedBy = (statement: StatementId) => deciding.filter((slate) => slate.includes(statement)).length
  return {
    seats,
    candidates: profile.candidates,
    inForce,
    declared: declared.map(({ name }) => name),
    slates,
    shared: profile.candidates.filter((statement) => seatedBy(statement) === deciding.length),
    parted: profile.candidates.filter(
      (statement) => seatedBy(statement) > 0 && seatedBy(statement) < deciding.length,
    ),
    resamples,
  }
}

/** A rule that was not declared is asked again in one draw of so many: it decides nothing (ADR 0031). */
const BESIDE_EVERY = 10

interface Chosen {
  readonly rule: string
  readonly slate: readonly StatementId[]
  readonly seats: number
}

/** What is known of this very slate. That names do not count is so by construction. */
const checksOf = (electorate: Electorate, { rule, slate, seats }: Chosen): readonly GuaranteeCheck[] => [
  {
    guarantee: 'anonymity',
    outcome: 'proved',
    says: 'The same ballots in other hands choose the same statements.',
  },
  ...CERTIFIERS.filter(({ of }) => of === 'every-slate' || of.includes(rule)).map(
    ({ name, certify }): GuaranteeCheck => {
      const found = certify(electorate, slate, seats)
      if (found.kind === 'refuted')
        return { guarantee: name, outcome: 'fails', says: found.says, witness: found.witness }
      return { guarantee: name, outcome: found.kind === 'certified' ? 'proved' : 'unknown', says: found.says }
    },
  ),
]

function requireSense({ seats, resamples }: PanelRequest): void {
  for (const count of [seats, resamples])
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`a count is needed, got ${count}`)
}
