import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { StatementId } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import { registerOf } from './register.ts'
import { people, statement, told, toldCase, toldCases, toldMap } from './told.case.ts'

const entryOf = (listening: Listening, name: string) =>
  registerOf(listening, toldMap({})).entries.find((entry) => entry.statement === name)!

/** The two values that the essays ask about. */
const WORLD_FREE_OF_AI = statement('free-world', {
  text: 'I value living in a world free of the influence of AI.',
})
const TRANSPARENCY = statement('transparency', {
  text: 'I value extreme transparency in conversation, even if it reveals uncomfortable knowledge.',
})
const COMFORT = statement('comfort', { text: 'I value being comforted before I am informed.' })
const ANSWERS = statement('answers', { text: 'I value getting an answer to what I ask.' })

const ESSAYS = told({
  statements: [WORLD_FREE_OF_AI, TRANSPARENCY, COMFORT, ANSWERS],
  ...toldCases(
    toldCase('grading', [
      { name: 'grades the essay', does: '-free-world +answers' },
      { name: 'hands it to a teacher', kind: 'hands-over', does: '-free-world +answers' },
      { name: 'no AI acts', kind: 'absent', does: '+free-world' },
    ]),
    toldCase('power grid', [
      { name: 'balances the load', does: '-free-world +answers' },
      { name: 'hands it to an operator', kind: 'hands-over', does: '-free-world 0answers' },
      { name: 'no AI acts', kind: 'absent', does: '+free-world', admissible: false },
    ]),
    toldCase('diagnosis', [
      { name: 'tells all of it', does: '+transparency -comfort +answers' },
      { name: 'consoles first', does: '-transparency +comfort +answers' },
      { name: 'hands it to a nurse', kind: 'hands-over', does: '-transparency +comfort' },
      { name: 'no AI acts', kind: 'absent', does: '0transparency 0comfort' },
    ]),
    toldCase('timetable', [
      { name: 'lists every bus', does: '+transparency +comfort +answers' },
      { name: 'no AI acts', kind: 'absent', does: '' },
    ]),
  ),
})

describe('the essays’ examples', () => {
  test('a world free of the influence of AI cannot be had from an AI, but can be honoured in part', () => {
    expect(entryOf(ESSAYS, 'free-world')).toMatchObject({
      standing: 'unalignable',
      because: 'In 2 of the 2 cases in which it matters, every response in which anything acts violates it.',
      relevant: ['grading', 'power grid'],
      honoured: ['grading'],
      resolution: { mode: 'declare' },
      question: null,
    })
  })

  test('extreme transparency conflicts, and with what', () => {
    const entry = entryOf(ESSAYS, 'transparency')
    expect(entry).toMatchObject({
      standing: 'conflicting',
      because:
        'In 1 case, no acting response honours it together with “I value being comforted before I am informed”.',
      relevant: ['diagnosis', 'timetable'],
      honoured: [],
      resolution: { mode: 'negotiate' },
    })
    expect(entry.conflicts).toEqual([
      { statements: ['comfort', 'transparency'], cases: ['diagnosis'], certainty: 'probable' },
    ])
  })

  test('what every case can meet is alignable', () => {
    expect(entryOf(ESSAYS, 'answers')).toMatchObject({
      standing: 'alignable',
      because:
        'In 4 of the 4 cases in which it matters, some response meets it, and no conflict with other values is probable.',
      question: null,
    })
  })
})

describe('where a value matters, and where absence honours it', () => {
  test('not in a case in which it is more likely irrelevant than not', () => {
    const listening = told({
      statements: [statement('candour')],
      ...toldCases(
        toldCase('1', [{ name: 'acts', does: '?0candour' }]),
        toldCase('2', [{ name: 'acts', does: '?+candour' }]),
      ),
    })
    expect(entryOf(listening, 'candour').relevant).toEqual(['2'])
  })

  test('not by an absence that violates it too', () => {
    const listening = told({
      statements: [statement('help'), statement('hands-off')],
      ...toldCases(
        ...['1', '2'].map((name) =>
          toldCase(name, [
            { name: 'acts', does: '-help -hands-off' },
            { name: 'absent', kind: 'absent', does: '-help +hands-off' },
          ]),
        ),
      ),
    })
    expect(entryOf(listening, 'help')).toMatchObject({ standing: 'unalignable', honoured: [] })
    expect(entryOf(listening, 'hands-off')).toMatchObject({ standing: 'unalignable', honoured: ['1', '2'] })
  })
})

describe('which statements have an entry', () => {
  test('those that still stand and say how to behave', () => {
    const listening = told({
      statements: [
        statement('10'),
        statement('9', { moderation: 'waiting' }),
        statement('2', { moderation: 'removed' }),
        statement('3', { subject: 'about-people' }),
      ],
    })
    expect(registerOf(listening, toldMap({})).entries.map((entry) => entry.statement)).toEqual(['9', '10'])
  })

  test('a removed statement takes no other down with it', () => {
    const clash = toldCases(
      toldCase('1', [
        { name: 'tells', does: '+candour -gone' },
        { name: 'hides', does: '-candour +gone' },
      ]),
    )
    const both = told({ statements: [statement('candour'), statement('gone')], ...clash })
    const removed = told({
      statements: [statement('candour'), statement('gone', { moderation: 'removed' })],
      ...clash,
    })
    expect(entryOf(both, 'candour').standing).toBe('conflicting')
    expect(registerOf(removed, toldMap({})).conflicts).toEqual([])
    expect(entryOf(removed, 'candour').standing).toBe('undetermined')
  })
})

describe('with nothing to go by', () => {
  test('no cases: everything is undetermined, and a case is asked for', () => {
    const register = registerOf(told({ statements: [statement('candour')] }), toldMap({}))
    expect(register).toMatchObject({ conflicts: [], cells: [] })
    expect(register.entries[0]).toMatchObject({
      standing: 'undetermined',
      relevant: [],
      resolution: { mode: 'negotiate', mustHold: null, touchesOthers: null },
      question: {
        kind: 'describe-a-case',
        asks: 'Describe a situation in which “Be about candour” makes a difference to what should be done.',
      },
    })
  })

  test('no statements: an empty register', () => {
    expect(registerOf(told({}), toldMap({}))).toEqual({ entries: [], conflicts: [], cells: [] })
  })
})

test('the order in which answers arrived never changes the register', () => {
  const map = toldMap({ A: people('a', 12), B: people('b', 9) })
  const everyone = map.people.map(({ id }) => id)
  const full: Listening = {
    ...ESSAYS,
    votes: everyone.map((participant, at) => ({
      participant,
      statement: 'answers' as StatementId,
      vote: at % 4 === 0 ? 'disagree' : 'agree',
      at: null,
      shown: null,
    })),
    bindings: everyone.map((participant, at) => ({
      participant,
      statement: 'answers' as StatementId,
      holds: at % 3 === 0 ? 'for-each' : 'for-everyone',
    })),
    reaches: everyone.map((participant) => ({
      participant,
      statement: 'comfort' as StatementId,
      touches: 'only-me',
    })),
  }
  const register = registerOf(full, map)
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
  fc.assert(
    fc.property(
      fc.record({
        statements: shuffled(full.statements),
        cases: shuffled(full.cases),
        judgements: shuffled(full.judgements),
        votes: shuffled(full.votes),
        bindings: shuffled(full.bindings),
        reaches: shuffled(full.reaches),
      }),
      (parts) => {
        expect(registerOf({ ...full, ...parts }, map)).toEqual(register)
      },
    ),
    { numRuns: 25 },
  )
})
