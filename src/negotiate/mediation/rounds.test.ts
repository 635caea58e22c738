import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { parseRecord } from '../../listen/index.ts'
import { foretoldOf } from './foretold.ts'
import { materialOf } from './material.ts'
import { rankingPrompts, writingPrompts } from './plan.ts'
import { type Order, pairwiseOfVoices, rankedBy, type Voice } from './preferences.ts'
import { drawnFrom, predictedFrom, type Reply, readCandidates, recordsOfRound, standingsOf } from './round.ts'
import { critique, ROUND, saidBy, toldAssembly, written } from './told-assembly.case.ts'

const ids = (names: string) => [...names].map((name) => id<'statement'>(name))
const order = (names: string): Order => ids(names).map((one) => [one])
const voice = (...orders: string[]): Voice => ({ orders: orders.map(order), weight: 1 })
const times = (count: number, names: string): Voice => ({ ...voice(names), weight: count })

describe('candidates ranked by voices', () => {
  test('as Schulze’s 45 voters rank five (Schulze 2011, example 1)', () => {
    const voters = [
      times(5, 'ACBED'),
      times(5, 'ADECB'),
      times(8, 'BEDAC'),
      times(3, 'CABED'),
      times(7, 'CAEBD'),
      times(2, 'CBADE'),
      times(7, 'DCEBA'),
      times(8, 'EBADC'),
    ]
    expect(rankedBy(ids('ABCDE'), voters)).toEqual({ kind: 'ranked', order: ids('EACBD'), voices: 8 })
  })

  test('a voice that answered twice counts where both answers agree', () => {
    const both = pairwiseOfVoices(ids('abc'), [voice('abc', 'bac')])
    const wins = (a: number, b: number) => both.wins[a * 3 + b]
    expect([wins(0, 1), wins(1, 0), wins(0, 2), wins(1, 2), wins(2, 0)]).toEqual([0, 0, 1, 1, 0])
  })

  test('equals, and what was left out, are preferred to nothing and by nothing', () => {
    const tied: Voice = { orders: [[ids('ab'), ids('c')]], weight: 1 }
    expect([...pairwiseOfVoices(ids('abcd'), [tied]).wins].filter((won) => won > 0)).toHaveLength(2)
    expect(rankedBy(ids('ab'), [])).toEqual({ kind: 'unknown', because: 'nobody ranked two of them' })
    expect(rankedBy(ids('ab'), [voice('a'), voice('b')])).toMatchObject({ kind: 'unknown' })
  })
})

describe('what groups are foretold', () => {
  const shares = { mistakes: { A: [40, 50], B: [10, 40] }, waits: { A: [10, 50], B: [30, 40] } } as const
  const told = toldAssembly(shares, {
    texts: { mistakes: 'It admits mistakes.', waits: 'It waits until somebody answers.' },
  })
  const candidates = [
    written('x', 'It admits its own mistakes.'),
    written('y', 'It waits until answers come.'),
  ]

  test('is what the model said twice; else what the votes on statements alike say', () => {
    const twice = [
      { group: id<'group'>('A'), order: ids('yx') },
      { group: id<'group'>('A'), order: ids('yx') },
    ]
    const { groups } = foretoldOf({ predicted: twice }, candidates, told)
    expect(groups).toMatchObject([
      {
        group: 'A',
        by: 'model',
        orders: [
          [['y'], ['x']],
          [['y'], ['x']],
        ],
      },
      { group: 'B', by: 'votes', orders: [[['y'], ['x']]] },
    ])
    const once = foretoldOf({ predicted: twice.slice(1) }, candidates, told)
    expect(once.groups).toMatchObject([{ by: 'votes', orders: [[['x'], ['y']]] }, { by: 'votes' }])
  })

  test('is unknown where nothing alike was voted on', () => {
    const strangers = [written('x', 'Zebras graze.'), written('y', 'Comets return.')]
    expect(foretoldOf({ predicted: [] }, strangers, told)).toEqual({
      groups: [],
      ranked: { kind: 'unknown', because: 'nobody ranked two of them' },
    })
  })
})

describe('a round', () => {
  const { listening, map } = toldAssembly({
    1: { A: [40, 50], B: [20, 40] },
    2: { A: [10, 50], B: [30, 40] },
  })
  const material = materialOf({ listening, map, seed: 's' })
  const writing = writingPrompts(material, 's')
  const reply = (statement: string): Reply => ({
    text: { kind: 'read', value: JSON.stringify({ word: 'w', statement }) },
    word: 'w',
  })
  const late: Reply = { text: { kind: 'unknown', because: 'the model took too long' }, word: 'w' }
  const drawn = drawnFrom(writing, [reply('It asks.'), reply('it asks!'), reply('Statement 1.'), late], {
    said: listening.statements.map(({ text }) => text),
    mediation: id('m1'),
  })

  test('takes each candidate once, and says why the others are none', () => {
    expect(
      drawn.map(({ candidate }) => (candidate.kind === 'read' ? candidate.value.text : candidate.because)),
    ).toEqual([
      'It asks.',
      'the candidate says again what is there',
      'the candidate says again what is there',
      'the model took too long',
    ])
    expect(drawnFrom(writing, [], { said: [], mediation: id('m1') })[0]!.candidate).toMatchObject({
      kind: 'unknown',
    })
  })

  test('becomes records that the format takes: candidates wait, and say who wrote them', () => {
    const finished = {
      id: id<'mediation'>('m1'),
      model: 'm-1',
      at: ROUND.at,
      calls: 4,
      material,
      drawn,
      predicted: [],
    }
    const records = recordsOfRound(finished)
    expect(records.map((one) => parseRecord(one, 'round').kind)).toEqual(['parsed', 'parsed'])
    expect(records).toMatchObject([
      { type: 'mediation', round: 1, from: ['1', '2'], calls: 4 },
      { origin: 'mediator', moderation: 'waiting', author: null, written: { model: 'm-1', mediation: 'm1' } },
    ])
  })

  test('keeps each ranking that is whole', () => {
    const candidates = [...readCandidates(drawn), { id: id<'statement'>('other'), text: 'It waits.' }]
    const prompts = rankingPrompts(material, candidates, 's')
    const whole: Reply = { text: { kind: 'read', value: '{"word":"w","order":["A","B"]}' }, word: 'w' }
    const predicted = predictedFrom(prompts, [whole, late, whole, whole])
    expect(predicted.map(({ group }) => group)).toEqual(['A', 'B', 'B'])
    expect(predicted[1]!.order).toEqual(predicted[2]!.order.toReversed())
  })

  test('stands with what people said to it and how they rank it, the latest round first', () => {
    const said = {
      ...listening,
      statements: [
        ...listening.statements,
        written('x', 'It asks.'),
        written('y', 'It waits.'),
        saidBy('z', 'Mine.'),
      ],
      mediations: [ROUND, { ...ROUND, id: id<'mediation'>('m2'), round: 2 }],
      reasons: [critique('p1', 'x', 'Vague.'), critique('p1', '1', 'Elsewhere.')],
      rankings: ['p1', 'p2'].map((participant) => ({
        participant: id<'participant'>(participant),
        mediation: ROUND.id,
        order: order('yx'),
      })),
    }
    const [second, first] = standingsOf(said, map)
    expect([second!.candidates, second!.ranked.kind]).toEqual([[], 'unknown'])
    expect(first).toMatchObject({
      candidates: [{ id: 'x' }, { id: 'y' }],
      ranked: { kind: 'ranked', order: ['y', 'x'], voices: 2 },
      critiques: [{ words: 'Vague.' }],
    })
  })
})
