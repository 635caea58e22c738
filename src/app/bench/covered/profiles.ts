import type { StatementId } from '../../../kernel/index.ts'
import { effectsOf, groupDraws, groupUtilities, type SlateEffect } from '../../../negotiate/index.ts'
import {
  SEATS,
  SHARES,
  type SlateName,
  type SparsePlan,
  type SparseTrial,
  sparseTrials,
} from './sparse-trial.ts'

/** What was seen of slates that are chosen from few answers, each by how it was chosen. */
export interface SparselySeen {
  /** The share of 95 % intervals of what a group gets that hold what it truly gets. */
  readonly held: Readonly<Record<string, number>>
  /** The share of people who truly agree with a seated statement, on average. */
  readonly agreement: Readonly<Record<string, number>>
  /** Of the gains and losses that are called in an assembly, the share that is none, on average. */
  readonly falseCalls: number
  /** The share of assemblies with any such call. */
  readonly anyFalse: number
  /** Of the differences of at least one place, the share that is called. */
  readonly recall: number
}

export function sparselySeen(plan: SparsePlan, seed: string): SparselySeen {
  const trials = [...sparseTrials(plan, seed)].map(judged)
  const byName = (value: (name: SlateName, trial: Judged) => number) =>
    Object.fromEntries(
      [...trials[0]!.held.keys()].map((name) => [name, mean(trials.map((trial) => value(name, trial)))]),
    )
  const large = trials.flatMap(({ calls }) => calls.filter(({ truly }) => Math.abs(truly) >= ONE_PLACE))
  return {
    held: byName((name, trial) => trial.held.get(name)!),
    agreement: byName((name, trial) => trial.agreement.get(name)!),
    falseCalls: mean(
      trials.map(({ calls }) => mean(calls.filter(isCalled).map((one) => Number(isFalse(one))))),
    ),
    anyFalse: mean(trials.map(({ calls }) => Number(calls.some(isFalse)))),
    recall: mean(large.map((one) => Number(isCalled(one) && !isFalse(one)))),
  }
}

interface Judged {
  readonly held: ReadonlyMap<SlateName, number>
  readonly agreement: ReadonlyMap<SlateName, number>
  readonly calls: readonly Call[]
}

interface Call {
  readonly called: SlateEffect['called']
  /** How many places more, or fewer, it truly is. */
  readonly truly: number
}

function judged(trial: SparseTrial): Judged {
  const { profile, shares, slates, seed } = trial
  const draws = groupDraws(profile, seed)
  const names = [...slates.keys()]
  const utilities = groupUtilities({ profile, shares, draws, slates: [...slates.values()] })
  const effects = effectsOf({
    profile,
    shares,
    draws,
    slates: COMPARED.map((rule, at) => ({ rule, statements: slates.get(rule)!, isReference: at > 0 })),
  })
  return {
    held: new Map(
      names.map((name, at) => [
        name,
        mean(
          utilities[at]!.map(({ approved: { low, high } }, group) => {
            const truly = placesOf(trial, name, group)
            return Number(low <= truly && truly <= high)
          }),
        ),
      ]),
    ),
    agreement: new Map(names.map((name) => [name, agreementOf(trial, name)])),
    calls: effects.flatMap((own, at) => own.flatMap((effect) => callOf(trial, COMPARED[at]!, effect))),
  }
}

/** The slates that are held against each other: one that is tried, the one in force, what plain training would do. */
const COMPARED: readonly SlateName[] = ['equal shares, pooled', 'equal shares, seen', 'agree rate']
const ONE_PLACE = 1

/** What a group would seat by itself is left out: of what it truly would, any slate falls short. */
function callOf(trial: SparseTrial, name: SlateName, { beside, group, called }: SlateEffect): Call[] {
  if (beside.kind === 'own-best') return []
  const at = trial.profile.groups.findIndex(({ id }) => id === group)
  const other = beside.kind === 'rule' ? placesOf(trial, beside.rule as SlateName, at) : SEATS / 2
  return [{ called, truly: placesOf(trial, name, at) - other }]
}

const isCalled = ({ called }: Call): boolean => called === 'gains' || called === 'loses'

const isFalse = ({ called, truly }: Call): boolean =>
  (called === 'gains' && truly <= EVEN) || (called === 'loses' && truly >= -EVEN)

/** Sums of shares that are the same but for rounding. */
const EVEN = 1e-9

function placesOf({ profile, truth, slates }: SparseTrial, name: SlateName, group: number): number {
  return sum(
    slates.get(name)!.map((statement: StatementId) => truth[group]![profile.candidates.indexOf(statement)]!),
  )
}

const agreementOf = (trial: SparseTrial, name: SlateName): number =>
  sum(SHARES.map((share, group) => share * placesOf(trial, name, group))) / SEATS

const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0)
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length)
