import type { Register } from '../classify/index.ts'
import { resultOf, retold } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { comparableParts } from './comparable.ts'
import { declaredRules } from './declared.ts'
import { footingsOf } from './footings.ts'
import { slatesOf } from './panel-slates.ts'
import { COMPLETIONS, type ProfileName } from './profiles/reading.ts'
import { readingsOf } from './profiles/readings.ts'
import { RULES, type RuleName } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { seatingsOf, statementsBy } from './seatings.ts'
import { sharingOf } from './sharing.ts'
import type { Panel } from './slate.ts'

export interface PanelRequest {
  readonly listening: Listening
  readonly map: OpinionMap
  readonly register: Register
  readonly seats: number
  /** The rule in force, by name: declared before the votes were counted. */
  readonly rule: string
  /** The rules that must agree before a seat counts as sure; the one in force is always among them. */
  readonly declared: readonly RuleName[]
  /** What the rules read: the votes that were seen, or a model of what everybody would have said. */
  readonly profile: ProfileName
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
 * were heard. The declared rules decide, and see every draw; the others stand beside them, and see one in twenty at most.
 *
 * Errors: throws RangeError for a rule that does not exist or cannot be declared, or a number of seats or resamples
 * that is no count.
 * Source: DESIGN, section 2; ADR 0009, 0031.
 */
export const panelOf = (request: PanelRequest): Panel => resultOf(panelSteps(request))

/** The same panel a step at a time, so that a caller can say how far it is, or stop. */
export function* panelSteps(request: PanelRequest): Generator<PanelProgress, Panel> {
  requireSense(request)
  const { seats, rule: inForce, profile, seed, resamples } = request
  const declared = declaredRules(inForce, request.declared)
  const rules: readonly Rule[] = Object.values(RULES)
  const readings = readingsOf(request)
  const { candidates } = readings.votes
  const beside = besideEvery(candidates.length)
  const asked = rules.map((rule) => ({ rule, every: declared.includes(rule) ? 1 : beside }))
  const seated = yield* retold(
    seatingsOf({ reading: readings.declared, asked, seats, resamples }),
    (done): PanelProgress => ({ doing: 'resamples', done, of: resamples }),
  )
  const fromOther = resultOf(
    seatingsOf({
      reading: readings.other,
      asked: declared.map((rule) => ({ rule, every: 1 })),
      seats,
      resamples: beside === null ? 0 : Math.min(resamples, OTHER_DRAWS),
    }),
  )
  const slates = statementsBy(seated)
  return {
    seats,
    candidates,
    parts: comparableParts(readings.votes),
    inForce,
    declared: declared.map(({ name }) => name),
    profile,
    otherProfile: {
      profile: readings.other.name,
      slates: [...fromOther].map(([rule, own]) => ({ rule, seats: own })),
    },
    ...footingsOf({
      inForce: rules.find(({ name }) => name === inForce)!,
      seats,
      slates,
      byProfile: new Map([
        [profile, slates.get(inForce)!],
        [readings.other.name, statementsBy(fromOther).get(inForce)!],
      ]),
      readWith: readings.readWith,
    }),
    slates: slatesOf({ readings, rules, inForce, seated, seats, seed }),
    ...sharingOf(
      candidates,
      declared.map(({ name }) => slates.get(name)!),
    ),
    resamples,
  }
}

/** Draws in which the other profile is asked, where there are not too many candidates: it decides nothing (ADR 0046). */
const OTHER_DRAWS = COMPLETIONS

/**
 * A rule that was not declared decides nothing. It is asked again in one draw of so many, and among many candidates in
 * none: some rules take time with the square or cube of their number, and how sure its seats are is then unknown.
 */
const besideEvery = (candidates: number): number | null =>
  candidates > MANY_CANDIDATES ? null : BESIDE_EVERY

/** ADR 0031. */
const BESIDE_EVERY = 20
const MANY_CANDIDATES = 100

function requireSense({ seats, resamples }: PanelRequest): void {
  for (const count of [seats, resamples])
    if (!(Number.isInteger(count) && count >= 0)) throw new RangeError(`a count is needed, got ${count}`)
}
