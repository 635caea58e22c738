import type { Register } from '../classify/index.ts'
import { resultOf, retold, type StatementId } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { CERTIFIERS } from './certificates/index.ts'
import { type Electorate, electorateOf } from './certificates/seating.ts'
import { declaredRules } from './declared.ts'
import { effectsOf } from './effects.ts'
import { footingsOf } from './footings.ts'
import { groupDraws } from './group-draws.ts'
import { candidacyOf, FEWEST_VIEWERS, type Profile, profileOf } from './profile.ts'
import { COMPLETIONS, PROFILES, type ProfileName, readingOf, type ToRead } from './profiles/reading.ts'
import { pooledShares } from './profiles/shares.ts'
import { shownIn } from './profiles/shown.ts'
import { RULES, type RuleName } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { seatingsOf } from './seatings.ts'
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
  const { listening, map, register, seats, rule: inForce, seed, resamples } = request
  const declared = declaredRules(inForce, request.declared)
  const profileWith = (fewestViewers: number) =>
    profileOf(listening, map, candidacyOf(listening, register, fewestViewers))
  const toRead = (profile: Profile): ToRead => ({
    profile,
    shares: () => pooledShares(profile, shownIn(listening, profile)),
    seed,
  })
  const profile = profileWith(FEWEST_VIEWERS)
  const shares = toRead(profile).shares()
  const read: ToRead = { profile, shares: () => shares, seed }
  const reading = readingOf(request.profile, read)
  const electorate = electorateOf(profile)
  const rules: readonly Rule[] = Object.values(RULES)
  const seated = yield* stepping(
    seatingsOf({
      reading,
      asked: rules.map((rule) => ({ rule, every: declared.includes(rule) ? 1 : besideEvery(profile) })),
      seats,
      resamples,
    }),
    resamples,
  )
  const chosen = seated.map((own) => own.map(({ statement }) => statement))
  const other = PROFILES.find((name) => name !== request.profile)!
  const fromOther = resultOf(
    seatingsOf({
      reading: readingOf(other, read),
      asked: declared.map((rule) => ({ rule, every: 1 })),
      seats,
      resamples: besideEvery(profile) === null ? 0 : Math.min(resamples, OTHER_DRAWS),
    }),
  )
  const draws = groupDraws(profile, seed)
  const utilities = groupUtilities(profile, chosen, draws)
  const effects = effectsOf({
    profile,
    shares,
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
      seats: seated[at]!,
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
    profile: request.profile,
    otherProfile: {
      profile: other,
      slates: declared.map(({ name }, at) => ({ rule: name, seats: fromOther[at]! })),
    },
    ...footingsOf({
      inForce: rules.find(({ name }) => name === inForce)!,
      seats,
      slates: new Map(rules.map(({ name }, at) => [name, chosen[at]!])),
      byProfile: new Map([
        [request.profile, chosen[rules.findIndex(({ name }) => name === inForce)]!],
        [other, fromOther[declared.findIndex(({ name }) => name === inForce)]!.map((seat) => seat.statement)],
      ]),
      readWith: (fewest) =>
        fewest === FEWEST_VIEWERS
          ? reading.profile
          : readingOf(request.profile, toRead(profileWith(fewest))).profile,
    }),
    slates,
    shared: profile.candidates.filter((statement) => seatedBy(statement) === deciding.length),
    parted: profile.candidates.filter(
      (statement) => seatedBy(statement) > 0 && seatedBy(statement) < deciding.length,
    ),
    resamples,
  }
}

/** The same steps, told as those of a panel. */
const stepping = <Result>(steps: Generator<number, Result>, of: number): Generator<PanelProgress, Result> =>
  retold(steps, (done) => ({ doing: 'resamples', done, of }))

/** Draws in which the other profile is asked, where there are not too many candidates: it decides nothing (ADR 0046). */
const OTHER_DRAWS = COMPLETIONS

/**
 * A rule that was not declared decides nothing. It is asked again in one draw of so many, and among many candidates in
 * none: some rules take time with the square or cube of their number, and how sure its seats are is then unknown.
 */
const besideEvery = ({ candidates }: Profile): number | null =>
  candidates.length > MANY_CANDIDATES ? null : BESIDE_EVERY

/** ADR 0031. */
const BESIDE_EVERY = 20
const MANY_CANDIDATES = 100

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
