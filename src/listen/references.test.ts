import { describe, expect, test } from 'vitest'
import { parseRecord } from './parse-record.ts'
import type { ListeningRecord, ListeningRecordInput } from './record.ts'
import { firstDangling } from './references.ts'

const record = (input: ListeningRecordInput): ListeningRecord => {
  const result = parseRecord(input, 'test')
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problem))
  return result.value
}
const check = (...inputs: ListeningRecordInput[]) => firstDangling(inputs.map(record))

const statement = { type: 'statement', id: '1', text: 'x' } as const
const situation: ListeningRecordInput = {
  type: 'case',
  id: 'c',
  title: 't',
  situation: 's',
  opening: 'o',
  reversible: true,
  responses: [{ id: 'tell', kind: 'acts', text: 'x' }],
}
const comparison = {
  type: 'comparison',
  participant: 'p',
  case: 'c',
  a: 'tell',
  b: 'absent',
  prefers: 'a',
} as const
const judgement = {
  type: 'judgement',
  judge: 'j',
  case: 'c',
  response: 'tell',
  statement: '1',
  verdict: 'meets',
} as const

describe('references', () => {
  test('a machine’s words name their mediation, and a ranking what it ranks', () => {
    const written = { model: 'm', mediation: 'm1', prompt: `sha256:${'0'.repeat(64)}` }
    const candidate = { type: 'statement', id: 'c1', text: 'x', origin: 'mediator', written } as const
    const mediation: ListeningRecordInput = {
      type: 'mediation',
      id: 'm1',
      round: 1,
      model: 'm',
      at: '2026-03-02T10:00:00Z',
      calls: 1,
      from: ['1'],
    }
    const ranking: ListeningRecordInput = {
      type: 'ranking',
      participant: 'p',
      mediation: 'm1',
      order: [['c1']],
    }
    expect(check(statement, mediation, candidate, ranking)).toBeNull()
    expect(check(candidate)).toMatchObject({ at: 0, field: 'mediation', names: 'm1' })
    expect(check(mediation)).toMatchObject({ field: 'statement', names: '1' })
    expect(check(statement, mediation, ranking)).toMatchObject({ field: 'statement', names: 'c1' })
  })

  test('what is introduced later is introduced, and so are the responses every case has', () => {
    expect(check(comparison, judgement, situation, statement)).toBeNull()
    expect(check({ ...comparison, a: 'hand-over' }, situation)).toBeNull()
  })

  test('people need no introduction', () => {
    expect(
      check({ ...statement, author: 'a' }, { type: 'vote', participant: 'p', statement: '1', vote: 'pass' }),
    ).toBeNull()
  })

  test.each<[ListeningRecordInput, object]>([
    [
      { type: 'withdrawal', participant: 'p', statement: '2' },
      { field: 'statement', names: '2' },
    ],
    [
      { type: 'weight', participant: 'p', statement: '2', matters: 1 },
      { field: 'statement', names: '2' },
    ],
    [
      { ...judgement, statement: '2' },
      { field: 'statement', names: '2' },
    ],
    [
      { ...judgement, case: 'd' },
      { field: 'case', names: 'd', expected: 'the id of a case' },
    ],
    [
      { ...judgement, response: 'wait' },
      { field: 'response', names: 'wait', expected: 'a response of this case: tell, hand-over, absent' },
    ],
    [
      { ...comparison, case: 'd' },
      { field: 'case', names: 'd' },
    ],
    [
      { ...comparison, a: 'wait' },
      { field: 'a', names: 'wait' },
    ],
    [
      { ...comparison, b: 'wait' },
      { field: 'b', names: 'wait' },
    ],
  ])('%j dangles', (input, expected) => {
    expect(check(statement, situation, input)).toMatchObject({ at: 2, ...expected })
  })
})
