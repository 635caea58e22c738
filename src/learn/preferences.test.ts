import { describe, expect, test } from 'vitest'
import { rulingOf } from '../../test/fixtures/charter.ts'
import { id } from '../kernel/index.ts'
import type { Case, CaseResponse, Comparison, Judgement } from '../listen/index.ts'
import { bradleyTerry, preferenceOf } from '../negotiate/index.ts'
import { preferencesOf, type ToExport } from './preferences.ts'

const response = (name: string, kind: CaseResponse['kind'] = 'acts'): CaseResponse => ({
  id: id<'response'>(name),
  kind,
  text: `I ${name}.`,
  signs: [],
  admissible: true,
})
const c1: Case = {
  id: id<'case'>('c1'),
  title: 'Danger',
  situation: 'A caller is in danger.',
  opening: 'My brother is “bleeding”.',
  affected: [],
  reversible: false,
  responses: [response('help'), response('hush'), response('wait'), response('none', 'absent')],
}
const compares = (who: string, a: string, b: string, prefers: Comparison['prefers'] = 'a'): Comparison => ({
  participant: id<'participant'>(who),
  case: c1.id,
  a: id<'response'>(a),
  b: id<'response'>(b),
  prefers,
})
const judges = (who: string, what: string, statement: string, verdict: Judgement['verdict']): Judgement => ({
  judge: id<'judge'>(who),
  case: c1.id,
  response: id<'response'>(what),
  statement: id<'statement'>(statement),
  verdict,
})

const exported = (over: Partial<ToExport['listening']>, more: Partial<ToExport> = {}) => {
  const files = preferencesOf({
    listening: { cases: [c1], comparisons: [], judgements: [], ...over },
    groups: new Map([[id<'participant'>('ana'), id<'group'>('A')]]),
    rulings: [],
    salt: 'salt',
    ...more,
  })
  const read = (text: string) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
  return { ...files, rows: read(files.preferences), beside: read(files.sidecar), count: files.rows }
}

describe('preferencesOf', () => {
  test('a comparison is one row in exactly TRL’s conversational form', () => {
    const { rows, preferences } = exported({ comparisons: [compares('ana', 'hush', 'help', 'b')] })
    expect(rows).toEqual([
      {
        prompt: [{ role: 'user', content: 'My brother is “bleeding”.' }],
        chosen: [{ role: 'assistant', content: 'I help.' }],
        rejected: [{ role: 'assistant', content: 'I hush.' }],
      },
    ])
    expect(preferences.endsWith('}\n')).toBe(true)
  })

  test('the sidecar has one line per row, with exactly its columns', () => {
    const comparisons = [compares('ana', 'help', 'hush'), compares('bo', 'help', 'hush')]
    const { beside, rows, count } = exported({ comparisons })
    const fit = preferenceOf(bradleyTerry<string>(comparisons), 'help', 'hush')
    expect([beside.length, rows.length, count]).toEqual([2, 2, 2])
    expect(beside.map(({ row_id }) => row_id)).toEqual(['row-1', 'row-2'])
    expect(new Set(beside.map(({ group }) => group))).toEqual(new Set(['A', null]))
    expect(Object.keys(beside[0])).toEqual(
      'row_id annotator group case_id values p_prefer ci ruling_id source'.split(' '),
    )
    expect(beside[0]).toMatchObject({ case_id: 'c1', values: [], ruling_id: null, source: 'comparison' })
    expect(beside[0].p_prefer).toBeCloseTo(fit?.estimate ?? 0, 4)
    expect(beside[0].ci[0]).toBeCloseTo(fit?.low ?? 0, 4)
    expect(beside[0].ci[1]).toBeCloseTo(fit?.high ?? 0, 4)
  })

  test('ties, "no AI acts" and what is not known are counted, not written', () => {
    const comparisons = [
      compares('ana', 'help', 'hush', 'tie'),
      compares('ana', 'help', 'none'),
      compares('ana', 'none', 'help'),
      compares('ana', 'help', 'elsewhere'),
      { ...compares('ana', 'help', 'hush'), case: id<'case'>('c9') },
      compares('ana', 'help', 'hush'),
    ]
    const { count, leftOut } = exported({ comparisons })
    expect(count).toBe(1)
    expect(leftOut).toEqual({ ties: 1, absent: 2, unknown: 2 })
  })

  test('a judge gives a row for each response that meets a statement over each that violates it', () => {
    const judgements = [
      judges('jo', 'help', 's1', 'meets'),
      judges('jo', 'wait', 's1', 'violates'),
      judges('jo', 'hush', 's1', 'violates'),
      judges('jo', 'hush', 's2', 'meets'),
      judges('jo', 'help', 's2', 'irrelevant'),
      judges('kim', 'hush', 's1', 'meets'),
    ]
    const { rows, beside } = exported({ judgements })
    expect(rows.map(({ chosen, rejected }) => [chosen[0].content, rejected[0].content]).sort()).toEqual([
      ['I help.', 'I hush.'],
      ['I help.', 'I wait.'],
    ])
    expect(beside[0]).toMatchObject({
      source: 'judgement',
      values: ['s1'],
      group: null,
      p_prefer: null,
      ci: null,
    })
  })

  test('names nobody: annotators are salted digests, the same within a file and nobody outside', () => {
    const comparisons = [
      compares('ana', 'help', 'hush'),
      compares('ana', 'help', 'wait'),
      compares('bo', 'help', 'hush'),
    ]
    const one = exported({ comparisons })
    const other = exported({ comparisons }, { salt: 'another' })
    const names = (files: typeof one) => new Set(files.beside.map(({ annotator }) => annotator))
    expect(one.sidecar + one.preferences).not.toMatch(/ana|bo\b/)
    expect([...names(one)].every((name) => /^a-[0-9a-f]{16}$/.test(name))).toBe(true)
    expect(names(one).size).toBe(2)
    expect([...names(one)].some((name) => names(other).has(name))).toBe(false)
    const asJudge = exported({
      judgements: [judges('ana', 'help', 's1', 'meets'), judges('ana', 'hush', 's1', 'violates')],
    })
    expect([...names(asJudge)].some((name) => names(one).has(name))).toBe(false)
  })

  test('the order of the rows says nothing of the order of the people', () => {
    const comparisons = ['ana', 'bo', 'cy', 'dee', 'ed'].map((who) => compares(who, 'help', 'hush'))
    const files = exported({ comparisons })
    expect(exported({ comparisons: [...comparisons].reverse() }).sidecar).toBe(files.sidecar)
    const annotators = files.beside.map(({ annotator }) => annotator)
    expect(annotators).toEqual([...annotators].sort())
  })

  test('a row of a case that a ruling settles names the ruling', () => {
    const rulings = [rulingOf('R1', { inScope: [], outOfScope: [] })]
    const { beside } = exported({ comparisons: [compares('ana', 'help', 'hush')] }, { rulings })
    expect(beside[0].ruling_id).toBe('R1')
  })
})
