import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byId, id } from '../kernel/index.ts'
import type { CaseResponse } from './listening.ts'
import { listeningOf } from './listening-of.ts'
import { parseRecord } from './parse-record.ts'
import { randomRecord } from './random-records.case.ts'
import type { ListeningRecord, ListeningRecordInput } from './record.ts'
import { keyOf } from './record-key.ts'
import { recordsOf } from './records-of.ts'

const record = (input: ListeningRecordInput): ListeningRecord => {
  const result = parseRecord(input, 'test')
  if (result.kind === 'refused') throw new Error(JSON.stringify(result.problem))
  return result.value
}
const fold = (...inputs: ListeningRecordInput[]) => listeningOf(inputs.map(record))
const vote = (participant: string, statement: string, answer: 'agree' | 'pass' | 'disagree') =>
  ({ type: 'vote', participant, statement, vote: answer }) as const

const records = fc.array(randomRecord, { maxLength: 40 })
/** Records of which no two are about the same thing: a vote and its withdrawal are. */
const distinct = fc.uniqueArray(randomRecord, {
  maxLength: 40,
  selector: (each) => JSON.stringify([each.type === 'withdrawal' ? 'vote' : each.type, ...keyOf(each)]),
})

describe('a listening', () => {
  test('holds the latest vote, whichever came first in time', () => {
    const late = { ...vote('p', '1', 'agree'), at: '2026-03-02T00:00:00Z' }
    const early = { ...vote('p', '1', 'disagree'), at: '2026-03-01T00:00:00Z' }
    expect(fold(late, early).votes).toMatchObject([{ vote: 'disagree' }])
  })

  test('forgets a withdrawn vote but not the person, and takes a new vote after it', () => {
    const withdrawal = { type: 'withdrawal', participant: 'p', statement: '1' } as const
    const gone = fold(vote('p', '1', 'agree'), vote('p', '2', 'pass'), withdrawal)
    expect(gone.votes.map(({ statement }) => statement)).toEqual(['2'])
    expect(gone.participants.map((person) => person.id)).toEqual(['p'])
    expect(fold(vote('p', '1', 'agree'), withdrawal, vote('p', '1', 'pass')).votes).toHaveLength(1)
  })

  test('introduces people who only answer, and keeps what is known of the others', () => {
    const { participants } = fold(
      vote('b', '1', 'agree'),
      { type: 'participant', id: 'a', origin: 'letter' },
      { type: 'weight', participant: 'c', statement: '1', matters: 1 },
      vote('a', '1', 'agree'),
    )
    expect(participants).toEqual([
      { id: 'a', declared: {}, origin: 'letter', exportedGroup: null },
      { id: 'b', declared: {}, origin: '', exportedGroup: null },
      { id: 'c', declared: {}, origin: '', exportedGroup: null },
    ])
  })

  test('an author who answers nothing is not a participant', () => {
    expect(fold({ type: 'statement', id: '1', text: 'x', author: 'a' }).participants).toEqual([])
  })

  test('orders people and statements as people count', () => {
    const { votes } = fold(
      vote('10', '2', 'pass'),
      vote('9', '10', 'pass'),
      vote('9', '9', 'pass'),
      vote('b', '1', 'pass'),
    )
    expect(votes.map(({ participant, statement }) => `${participant}/${statement}`)).toEqual([
      '9/9',
      '9/10',
      '10/2',
      'b/1',
    ])
  })

  test('a pair compared again the other way round replaces the first answer', () => {
    const pair = { type: 'comparison', participant: 'p', case: 'c', prefers: 'a' } as const
    expect(fold({ ...pair, a: 'x', b: 'y' }, { ...pair, a: 'y', b: 'x' }).comparisons).toMatchObject([
      { a: 'y', b: 'x' },
    ])
  })

  test('reasons for and against stand side by side; a second reason on one side replaces the first', () => {
    const reason = { type: 'reason', participant: 'p', statement: '1' } as const
    const { reasons } = fold(
      { ...reason, side: 'for', words: 'first' },
      { ...reason, side: 'against', words: 'but' },
      { ...reason, side: 'for', words: 'second' },
    )
    expect(reasons.map(({ words }) => words)).toEqual(['but', 'second'])
  })

  test('a case always offers a person and no AI, in its own words where it has them', () => {
    const situation = {
      type: 'case',
      id: 'c',
      title: 't',
      situation: 's',
      opening: 'o',
      reversible: true,
    } as const
    const kinds = (responses: readonly CaseResponse[] | undefined) =>
      responses?.map((response) => [response.id, response.kind, response.admissible])
    expect(kinds(fold({ ...situation, responses: [] }).cases[0]?.responses)).toEqual([
      ['hand-over', 'hands-over', true],
      ['absent', 'absent', false],
    ])
    const own = fold({
      ...situation,
      responses: [
        { id: 'none', kind: 'absent', text: 'Switch it off.', admissible: true },
        { id: 'nurse', kind: 'hands-over', text: 'Call the nurse.' },
      ],
    })
    expect(kinds(own.cases[0]?.responses)).toEqual([
      ['none', 'absent', true],
      ['nurse', 'hands-over', true],
    ])
  })

  test('ids that are names of JavaScript are only ids', () => {
    const { votes, participants } = fold(vote('__proto__', 'constructor', 'agree'))
    expect(votes).toHaveLength(1)
    expect(participants.map((person) => person.id)).toEqual([id('__proto__')])
  })
})

describe('folding', () => {
  test('gives the same value for every order of records about distinct things', () => {
    fc.assert(
      fc.property(
        distinct.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(listeningOf(shuffled)).toEqual(listeningOf(all))
        },
      ),
    )
  })

  test('keeps of the records about one thing the last', () => {
    fc.assert(
      fc.property(records, (all) => {
        const last = new Map(
          all.map((each) => [
            JSON.stringify([each.type === 'withdrawal' ? 'vote' : each.type, ...keyOf(each)]),
            each,
          ]),
        )
        const introduced = all.flatMap((each) =>
          'participant' in each
            ? [record({ type: 'participant', id: each.participant })].filter(
                ({ type }) => !last.has(JSON.stringify([type, each.participant])),
              )
            : [],
        )
        expect(listeningOf(all)).toEqual(listeningOf([...introduced, ...last.values()]))
      }),
    )
  })

  test('its records make it again, also through text', () => {
    fc.assert(
      fc.property(records, (all) => {
        const listening = listeningOf(all)
        expect(listeningOf(recordsOf(listening))).toEqual(listening)
        const written = recordsOf(listening).map((each) => JSON.stringify(each))
        const again = written.map((line) => record(JSON.parse(line)))
        expect(again).toEqual(recordsOf(listening))
      }),
    )
  })

  test('its records introduce a statement before anything is said of it', () => {
    const types = recordsOf(
      fold(
        vote('p', '1', 'pass'),
        { type: 'statement', id: '1', text: 'x' },
        { type: 'participant', id: 'p' },
      ),
    ).map(({ type }) => type)
    expect(types).toEqual(['assembly', 'participant', 'statement', 'vote'])
  })

  test('lists every participant and vote once, in order', () => {
    fc.assert(
      fc.property(records, (all) => {
        const { participants, votes } = listeningOf(all)
        const people = participants.map((person) => person.id)
        expect(people).toEqual([...new Set(people)].sort(byId))
        const inOrder = votes.toSorted(
          (a, b) => byId(a.participant, b.participant) || byId(a.statement, b.statement),
        )
        expect(votes).toEqual(inOrder)
        expect(new Set(votes.map((each) => JSON.stringify([each.participant, each.statement]))).size).toBe(
          votes.length,
        )
      }),
    )
  })
})
