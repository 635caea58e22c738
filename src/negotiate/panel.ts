import type { Register } from '../classify/index.ts'
import { chance, resultOf, type StatementId, wilson } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { declaredRules } from './declared.ts'
import { resample } from './draw.ts'
import { claimAgainst } from './guarantees/ejr-plus.ts'
import { candidacyOf, type Profile, profileOf } from './profile.ts'
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
  const utilities = groupUtilities(profile, chosen, seed)
  const slates = rules.map(
    (rule, at): Slate => ({
      rule: rule.name,
      seats: chosen[at]!.map((statement) => ({
        statement,
        inclusion: wilson(seated[at]!.get(statement) ?? 0, asked[at]!),
      })),
      utilities: utilities[at]!,
      checks: checksOf(profile, chosen[at]!, seats),
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

/** What is known of this very slate. That names do not count is so by construction. */
function checksOf(profile: Profile, slate: readonly StatementId[], seats: number): readonly GuaranteeCheck[] {
  const claim = claimAgainst(profile, slate, seats)
  const proportional: GuaranteeCheck =
    claim === null
      ? {
          guarantee: 'ejr-plus',
          outcome: 'proved',
          says: 'No group that agrees on an unseated statement is large enough for more seats than somebody in it has.',
        }
      : {
          guarantee: 'ejr-plus',
          outcome: 'fails',
          says: `${claim.people.length} people agree on a statement that is not seated. They are enough for ${seatsOf(claim.owed)}, and each of them agrees with fewer of those seated.`,
          witness: claim,
        }
  return [
    {
      guarantee: 'anonymity',
      outcome: 'proved',
      says: 'The same ballots in other hands choose the same statements.',
    },
    proportional,
  ]
}

const seatsOf = (count: number): string => (count === 1 ? '1 seat' : `${count} seats`)

function requireSense({ seats, resamples }: PanelRequest): void {
  for (const count of [seats, resamples])
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`a count is needed, got ${count}`)
}
