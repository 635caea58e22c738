import { completeCase } from './case-record.ts'
import type { ListeningRecord } from './record.ts'

/** A record that names something no record introduces. */
export interface Dangling {
  /** Which record, counted from 0. */
  readonly at: number
  readonly field: string
  readonly names: string
  readonly expected: string
}

/**
 * The first record that names a statement, case, response or mediation that none of the records introduces; null when
 * none does.
 *
 * The order of records does not matter. People need no introduction: whoever answers is heard.
 *
 * @example
 * const vote = { type: 'vote', participant: 'p', statement: 's9', vote: 'pass', at: null, shown: null }
 * firstDangling([vote]).names // => 's9'
 */
export function firstDangling(records: readonly ListeningRecord[]): Dangling | null {
  const known = introducedBy(records)
  for (const [at, record] of records.entries()) {
    if ('statement' in record && !known.statements.has(record.statement))
      return { at, field: 'statement', names: record.statement, expected: 'the id of a statement' }
    const named = mediationNamed(record)
    if (named !== null && !known.mediations.has(named))
      return { at, field: 'mediation', names: named, expected: 'the id of a mediation' }
    const stranger = candidatesNamed(record).find((one) => !known.statements.has(one))
    if (stranger !== undefined)
      return { at, field: 'statement', names: stranger, expected: 'the id of a statement' }
    if (record.type !== 'comparison' && record.type !== 'judgement') continue
    const responses = known.cases.get(record.case)
    if (responses === undefined)
      return { at, field: 'case', names: record.case, expected: 'the id of a case' }
    for (const [field, names] of responsesNamed(record))
      if (!responses.has(names))
        return { at, field, names, expected: `a response of this case: ${[...responses].join(', ')}` }
  }
  return null
}

type OnResponses = Extract<ListeningRecord, { type: 'comparison' | 'judgement' }>

const responsesNamed = (record: OnResponses): readonly (readonly [field: string, names: string])[] =>
  record.type === 'judgement'
    ? [['response', record.response]]
    : [
        ['a', record.a],
        ['b', record.b],
      ]

function mediationNamed(record: ListeningRecord): string | null {
  if (record.type === 'ranking') return record.mediation
  return record.type === 'statement' ? (record.written?.mediation ?? null) : null
}

function candidatesNamed(record: ListeningRecord): readonly string[] {
  if (record.type === 'ranking') return record.order.flat()
  if (record.type !== 'mediation') return []
  const { from, critiques, predicted } = record
  return [from, critiques.map(({ statement }) => statement), ...predicted.map(({ order }) => order)].flat()
}

interface Introduced {
  readonly mediations: ReadonlySet<string>
  readonly statements: ReadonlySet<string>
  readonly cases: ReadonlyMap<string, ReadonlySet<string>>
}

function introducedBy(records: readonly ListeningRecord[]): Introduced {
  const statements = new Set<string>()
  const mediations = new Set<string>()
  const cases = new Map<string, ReadonlySet<string>>()
  for (const record of records) {
    if (record.type === 'statement') statements.add(record.id)
    if (record.type === 'mediation') mediations.add(record.id)
    if (record.type === 'case')
      cases.set(record.id, new Set(completeCase(record).responses.map(({ id }) => id)))
  }
  return { mediations, statements, cases }
}
