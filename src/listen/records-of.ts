import type { Listening } from './listening.ts'
import type { ListeningRecord } from './record.ts'

/**
 * The records that make this Listening: `listeningOf` of them is the same value again.
 *
 * Withdrawn and replaced votes are gone, as they are from the Listening. The assembly comes first and what a record
 * names comes before it, so that a reader meets every statement before the votes on it.
 */
export function recordsOf(listening: Listening): ListeningRecord[] {
  return [
    { type: 'assembly', ...listening.assembly },
    ...tagged('note', listening.notes),
    ...tagged('population', listening.population),
    ...tagged('participant', listening.participants),
    ...tagged('statement', listening.statements),
    ...tagged('drafting', listening.drafting),
    ...tagged('mediation', listening.mediations),
    ...tagged('ranking', listening.rankings),
    ...tagged('case', listening.cases),
    ...tagged('vote', listening.votes),
    ...tagged('comparison', listening.comparisons),
    ...tagged('weight', listening.weights),
    ...tagged('second-order', listening.secondOrder),
    ...tagged('binding', listening.bindings),
    ...tagged('reach', listening.reaches),
    ...tagged('reason', listening.reasons),
    ...tagged('judgement', listening.judgements),
  ]
}

const tagged = <Type extends string, T>(type: Type, values: readonly T[]): ({ type: Type } & T)[] =>
  values.map((value) => ({ type, ...value }))
