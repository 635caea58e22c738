import { normalBelow, normalQuantile, type StatementId } from '../kernel/index.ts'
import { correctedForMany } from '../map/index.ts'
import type { GroupDraws } from './group-draws.ts'
import { CALLED } from './leanings.ts'
import type { Profile } from './profile.ts'
import type { PooledShares } from './profiles/shares.ts'
import type { Beside, SlateEffect } from './slate.ts'
import { spread, viewersOf } from './utilities.ts'

/** What the effects of slates are read off. */
export interface EffectsRequest {
  readonly profile: Profile
  readonly shares: readonly PooledShares[]
  readonly draws: readonly GroupDraws[]
  /** What each rule seats, and whether it is one to compare with: in force, or what plain training would do. */
  readonly slates: readonly RuleSlate[]
}

export interface RuleSlate {
  readonly rule: string
  readonly statements: readonly StatementId[]
  readonly isReference: boolean
}

/**
 * Who gains and who loses by each slate: beside nothing being decided, beside what the group would choose by itself,
 * and beside the slates of other rules.
 *
 * Groups' shares are pooled before they are compared, so that few votes are drawn to what else is known; how they vary
 * together is drawn from the people. Among so many groups, slates and comparisons some differences are large by chance:
 * a gain or loss is called where it survives correction for all of them. Otherwise it is not shown, and the smallest
 * difference that would have been shown stands beside.
 *
 * Shapes: one list per slate: for each thing it is held against, one effect per group.
 * Units:  places of which a person of the group approves, on average.
 * Source: many tests, Benjamini & Yekutieli 2001; ADR 0007, 0060.
 */
export function effectsOf(request: EffectsRequest): readonly (readonly SlateEffect[])[] {
  const groups = request.draws.map((own, group) => pulledIn(own, request.shares[group]!))
  const all = request.slates.map((slate) =>
    groups.flatMap((draws, group) =>
      besideOf(slate, group, request).map((held) => measured(slate, { ...held, draws }, request)),
    ),
  )
  const tested = all.flat().filter(({ deviation }) => deviation > 0)
  const corrected = correctedForMany(tested.flatMap(({ atLeastAsMany: p }) => [p, 1 - p]))
  const called = new Map(
    tested.map(
      (one, at) => [one, callOf({ loses: corrected[2 * at]!, gains: corrected[2 * at + 1]! })] as const,
    ),
  )
  const steepest = steepestAmong(corrected.length)
  return all.map((effects) =>
    effects.map((one): SlateEffect => {
      const { beside, group, places, deviation } = one
      return { beside, group, places, called: called.get(one) ?? 'same', couldShow: steepest * deviation }
    }),
  )
}

const callOf = ({ loses, gains }: { readonly loses: number; readonly gains: number }) => {
  if (loses <= 1 - CALLED) return 'loses'
  return gains <= 1 - CALLED ? 'gains' : 'not-shown'
}

/** How many standard deviations a difference alone among so many tests must have to be called. */
const steepestAmong = (tests: number): number => {
  if (tests === 0) return 0
  const harmonic = Array.from({ length: tests }, (_, at) => 1 / (at + 1)).reduce((sum, each) => sum + each, 0)
  return normalQuantile(1 - (1 - CALLED) / (tests * harmonic))
}

/** What a slate is held against, as candidates with a sign, and a number of places that is taken off. */
interface Held {
  readonly beside: Beside
  readonly group: number
  readonly without: readonly StatementId[]
  readonly less: number
}

function besideOf({ rule, statements }: RuleSlate, group: number, request: EffectsRequest): Held[] {
  const others = request.slates.filter((other) => other.isReference && other.rule !== rule)
  const seats = statements.length
  return [
    { beside: { kind: 'status-quo' }, group, without: [], less: seats / 2 },
    { beside: { kind: 'own-best' }, group, without: ownBest(request, group, seats), less: 0 },
    ...others.map(
      (other): Held => ({
        beside: { kind: 'rule', rule: other.rule },
        group,
        without: other.statements,
        less: 0,
      }),
    ),
  ]
}

/** What a group would seat if it were alone: those of which most of it would agree, after pooling. */
function ownBest({ profile, shares }: EffectsRequest, group: number, seats: number): StatementId[] {
  const { mean } = shares[group]!
  return [...profile.candidates.keys()]
    .sort((a, b) => mean[b]! - mean[a]! || a - b)
    .slice(0, seats)
    .map((candidate) => profile.candidates[candidate]!)
}

/** The difference in places, its spread, and how probable it is that the slate gives at least as many. */
function measured(
  { statements }: RuleSlate,
  { beside, group, without, less, draws }: Held & { readonly draws: readonly Float64Array[] },
  { profile, shares }: EffectsRequest,
) {
  const signed = [
    ...statements.filter((one) => !without.includes(one)).map((one) => [one, 1] as const),
    ...without.filter((one) => !statements.includes(one)).map((one) => [one, -1] as const),
  ].map(([statement, sign]) => [profile.candidates.indexOf(statement), sign] as const)
  const difference = (of: Float64Array) =>
    signed.reduce((sum, [candidate, sign]) => sum + sign * of[candidate]!, -less)
  const estimate = difference(shares[group]!.mean)
  const drawn = draws.map(difference)
  const deviation = Math.sqrt(drawn.reduce((sum, each) => sum + (each - estimate) ** 2, 0) / drawn.length)
  const looked = signed.map(([candidate]) => candidate)
  return {
    beside,
    group: profile.groups[group]!.id,
    places: { ...spread(drawn, estimate), n: viewersOf(profile, profile.groups[group]!, looked) },
    deviation,
    atLeastAsMany: normalBelow(estimate / deviation),
  }
}

/** Draws of shares moved around the pooled shares, and drawn in as far as pooling makes them surer. */
function pulledIn({ draws, expected }: GroupDraws, { mean, deviation }: PooledShares): Float64Array[] {
  const narrowed = expected.map((share, candidate) => {
    const variance = draws.reduce((sum, draw) => sum + (draw[candidate]! - share) ** 2, 0) / draws.length
    return Math.min(1, deviation[candidate]! / Math.sqrt(variance))
  })
  return draws.map((draw) =>
    draw.map((share, candidate) => mean[candidate]! + narrowed[candidate]! * (share - expected[candidate]!)),
  )
}
