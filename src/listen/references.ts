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
 * The first record that names a statement, case or response that none of the records introduces; null when none does.
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

interface Introduced {
  readonly statements: ReadonlySet<string>
  readonly cases: ReadonlyMap<string, ReadonlySet<string>>
}

function introducedBy(records: readonly ListeningRecord[]): Introduced {
  const statements = new Set<string>()
  const cases = new Map<string, ReadonlySet<string>>()
  for (const record of records) {
    if (record.type === 'statement') statements.add(record.id)
    if (record.type === 'case')
      cases.set(record.id, new Set(completeCase(record).responses.map(({ id }) => id)))
  }
  return { statements, cases }
}
