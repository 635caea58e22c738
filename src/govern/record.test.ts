import { describe, expect, test } from 'vitest'
import { charterOf, dialOf, floorOf, forbids, rulingOf } from '../../test/fixtures/charter.ts'
import { id } from '../kernel/index.ts'
import type { Decision, ExaminedDigest } from './decision.ts'
import { examine } from './examine.ts'
import { type Decided, decisionRecordSchema, reasonOf, recordOf } from './record.ts'

const dial = dialOf('D1', 'How much detail.')
const charter = charterOf({
  principles: [
    floorOf('P1', 'Never promise a cure.', forbids('cure')),
    floorOf('P2', 'Never insult.', forbids('fool')),
    floorOf('P3', 'Ask first.', { ...forbids('x'), when: { kind: 'request-matches', pattern: 'never' } }),
    dial,
  ],
  rulings: [rulingOf('R1', { inScope: [], outOfScope: [] })],
  contested: [{ kind: 'ruling', ...withoutScope(), id: id<'clause'>('C1'), fallback: 'status-quo' }],
})

function withoutScope() {
  const { inScope: _, outOfScope: __, ...base } = rulingOf('C1', { inScope: [], outOfScope: [] })
  return base
}

const DIGEST = `sha256:${'a'.repeat(64)}`
const examined = (text: string) =>
  examine({
    charter,
    exchange: {
      request: 'hi',
      outgoing: [text],
      toolCalls: [],
      choices: [{ text, tools: [] }],
      digest: DIGEST,
    },
    judged: new Map(),
  })

const decided = (decision: Decision, over: Partial<Decided> = {}): Decided => ({
  id: 'd-1',
  at: '2026-11-21T12:00:00.000Z',
  charter,
  hash: `sha256:${'c'.repeat(64)}`,
  model: { name: 'parley-scripted', scripted: true },
  decision,
  examination: examined('a cure'),
  dials: new Map([[dial.id, 3]]),
  request: DIGEST,
  reply: DIGEST,
  unreadable: [],
  ...over,
})

const parts = (from: Decided) =>
  Object.fromEntries(recordOf(from).clauses.map(({ clause, part }) => [clause, part]))

const refused: Decision = { kind: 'refuse', because: 'P1: it forbids it', clauses: [id<'clause'>('P1')] }
const sent: Decision = { kind: 'send', digest: DIGEST as ExaminedDigest, clauses: [id<'clause'>('P1')] }
const off: Decision = { kind: 'off', because: 'pressed by Ana', clauses: [] }

describe('recordOf', () => {
  test('what it writes is what the schema reads, for every kind', () => {
    const asked: Decision = { kind: 'ask', about: [dial.id], clauses: [dial.id] }
    const held: Decision = { kind: 'hold', because: 'nothing was checked', clauses: [] }
    for (const decision of [refused, sent, off, asked, held]) {
      const record = recordOf(decided(decision))
      expect(decisionRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
      expect(record.because).toBe(reasonOf(decision))
    }
  })

  test('each clause has its part: the refusing floor, the others, the dial, the ruling, the contested one', () => {
    expect(parts(decided(refused))).toEqual({
      P1: 'decided',
      P2: 'checked',
      P3: 'not-in-play',
      D1: 'instructed',
      R1: 'instructed',
      C1: 'not-in-play',
    })
  })

  test('in a send every floor in play was checked, and none decided alone', () => {
    expect(parts(decided(sent, { examination: examined('fine') }))).toMatchObject({
      P1: 'checked',
      P2: 'checked',
    })
  })

  test('a dial that is asked about decides', () => {
    expect(parts(decided({ kind: 'ask', about: [dial.id], clauses: [dial.id] }))).toMatchObject({
      D1: 'decided',
    })
  })

  test('where the model was not asked, nothing was checked and nothing is claimed', () => {
    const record = recordOf(decided(off, { examination: null, reply: null }))
    expect(new Set(record.clauses.map(({ part }) => part))).toEqual(new Set(['not-checked', 'not-in-play']))
    expect(record.findings).toEqual([])
    expect(record.notChecked.map(({ clause }) => clause)).toEqual(['P1', 'P2', 'P3', 'D1', 'R1'])
  })

  test('says where the dials stood, and where they start when nobody set them', () => {
    expect(recordOf(decided(sent)).dials).toEqual({ D1: 3 })
    const unset = recordOf(decided(sent, { dials: new Map() }))
    expect(unset.clauses.find(({ clause }) => clause === 'D1')?.because).toContain('2 of 4')
  })

  test('lists what was not checked: unreadable parts, unknown floors, what the model was only told', () => {
    const unread = charterOf({ principles: [floorOf('P1', 'A floor.', forbids('('))] })
    const examination = examine({
      charter: unread,
      exchange: { request: '', outgoing: [], toolCalls: [], choices: [], digest: DIGEST },
      judged: new Map(),
    })
    const record = recordOf(decided(off, { charter: unread, examination, unreadable: ['sound'] }))
    expect(record.notChecked).toEqual([
      { clause: null, because: 'no rule can read sound' },
      { clause: 'P1', because: 'its pattern cannot be read' },
    ])
    expect(recordOf(decided(sent)).notChecked.map(({ clause }) => clause)).toEqual(['D1', 'R1'])
  })
})
