import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, type ParticipantId } from '../../kernel/index.ts'
import { type Answer, listeningOf } from '../listening.case.ts'
import { baseClusterOf, baseClustersOf } from './base-clusters.ts'
import { consensusLists } from './consensus-list.ts'
import { conversationOf } from './conversation.ts'
import { GROUP_ROUNDS, groupClustersOf } from './group-clusters.ts'
import { inConversation } from './in-conversation.ts'
import { polisOf } from './polis.ts'
import { priorityOf } from './priorities.ts'
import { weightedKMeans } from './weighted-k-means.ts'

const people = (...names: readonly string[]): ParticipantId[] => names.map((name) => id(name))

/** A person who agrees with the first so many statements. */
const agreeing = (person: string, statements: number): Answer[] =>
  Array.from({ length: statements }, (_, at) => [person, `${at}`, 'agree'])

describe('the votes as Polis sees them', () => {
  const answers: Answer[] = [
    ['a', '0', 'agree'],
    ['a', '1', 'agree'],
    ['b', '2', 'disagree'],
    ['b', '3', 'pass'],
  ]
  const statements = [
    { id: '1', moderation: 'removed' },
    { id: '2', subject: 'about-people' },
    { id: '3', moderation: 'waiting' },
    { id: '4' },
  ] as const

  test('removed columns and those about people are zero, those that wait are not, and unanswered ones are none', () => {
    const { cast, drawn, zeroed, aboutPeople } = conversationOf(listeningOf(answers, statements))
    expect(cast.statements).toEqual(['0', '1', '2', '3'])
    expect(drawn.statements).toEqual(['0', '3'])
    expect(drawn.leftOut).toBe(2)
    expect([...zeroed].sort()).toEqual(['1', '2'])
    expect([...aboutPeople]).toEqual(['2'])
  })

  test('a person without an answer that counts stands in the middle', () => {
    const result = polisOf(listeningOf([...answers, ['c', '1', 'agree']], statements), null)
    expect(result.positions.has(id('c'))).toBe(false)
    expect(result.baseClusters.flatMap(({ members }) => members)).toContain('c')
  })
})

describe('who is grouped', () => {
  const grouped = (...answered: readonly number[]) =>
    inConversation(
      conversationOf(listeningOf(answered.flatMap((statements, at) => agreeing(`${at}`, statements)))),
    )

  test('seven answers, where at least fifteen people gave as many', () => {
    expect(grouped(...new Array(15).fill(7), 6, 6)).toHaveLength(15)
    expect(grouped(...new Array(20).fill(7), 6)).toHaveLength(20)
  })

  test('else the fifteen who gave most, ties to the first by id', () => {
    expect(grouped(...new Array(10).fill(7), ...new Array(10).fill(2), 3)).toEqual(
      people(...Array.from({ length: 14 }, (_, at) => `${at}`), '20'),
    )
    expect(grouped(9, 1)).toHaveLength(2)
  })
})

describe('weighted k-means', () => {
  const line = (...xs: readonly number[]) => Float64Array.from(xs.flatMap((x) => [x, 0]))

  test('starts from the first distinct points and weighs its centres', () => {
    const weighted = { points: line(0, 0, 8, 1, 9), weights: Float64Array.of(1, 1, 1, 2, 3) }
    const { labels, centres, rounds } = weightedKMeans(weighted, { k: 2, rounds: 20 })
    expect([...labels]).toEqual([0, 0, 1, 0, 1])
    expect([...centres]).toEqual([0.5, 0, 8.75, 0])
    expect(rounds).toBe(2)
  })

  test('stops where it was told to, settled or not', () => {
    const points = line(...Array.from({ length: 60 }, (_, at) => at * at))
    const weighted = { points, weights: new Float64Array(60).fill(1) }
    const rounds = (most: number) => weightedKMeans(weighted, { k: 3, rounds: most }).rounds
    expect([rounds(2), rounds(500)]).toEqual([2, 10])
  })

  test('fewer places than parts are as many parts as places; nobody is none', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }), (xs) => {
        const weights = new Float64Array(xs.length).fill(1)
        const { k, labels } = weightedKMeans({ points: line(...xs), weights }, { k: 5, rounds: 20 })
        expect(k).toBe(new Set(xs).size)
        xs.forEach((x, i) => {
          expect(labels[i]).toBe(labels[xs.indexOf(x)])
        })
      }),
    )
  })
})

describe('base clusters and groups', () => {
  test('a hundred base clusters at most, each in the middle of its members', () => {
    const crowd = people(...Array.from({ length: 130 }, (_, at) => `${at}`))
    const base = baseClustersOf(crowd, (person) => [Number(person) % 110, 0])
    expect(base).toHaveLength(100)
    expect(base.flatMap(({ members }) => members)).toHaveLength(130)
    expect(baseClusterOf(people('1', '4'), (person) => [Number(person), 2]).centre).toEqual([2.5, 2])
  })

  const at = (...xs: readonly number[]) =>
    xs.map((x, i) => ({ members: people(`${i}`), centre: [x, x % 3] as const }))

  test('the number of groups with the highest silhouette, of at most 2 + ⌊n / 12⌋', () => {
    const three = [0, 50, 90, 1, 51, 91, 2, 52, 92]
    expect(groupClustersOf(at(...three)).tried.map(({ k }) => k)).toEqual([2])
    const more = groupClustersOf(at(...three, 3, 53, 93))
    expect(more.tried.map(({ k }) => k)).toEqual([2, 3])
    expect(more.k).toBe(3)
    expect(more.groupOf.get(id('9'))).toBe(more.groupOf.get(id('0')))
  })

  test('twenty rounds, though a hundred were meant', () => {
    const slow = at(...Array.from({ length: 60 }, (_, i) => i * i))
    const rounds = (most?: number) => Math.max(...groupClustersOf(slow, most).tried.map((one) => one.rounds))
    expect(rounds()).toBe(GROUP_ROUNDS)
    expect(rounds(100)).toBeGreaterThan(GROUP_ROUNDS)
  })

  test('one place, or nobody, is one group or none', () => {
    expect(groupClustersOf(at(1)).k).toBe(1)
    expect(groupClustersOf([]).groupOf.size).toBe(0)
  })
})

describe('lists and priorities', () => {
  // Statements 0 and 26 of a published conversation, and its own figures.
  const tally = (statement: string, agree: number, disagree: number, all: number) => ({
    statement: id<'statement'>(statement),
    overall: { agree, disagree, pass: all - agree - disagree },
    groups: new Map(),
  })

  test('what most people agree with, by share times z; no clear majority is not listed', () => {
    const lists = consensusLists([tally('0', 50, 0, 53), tally('1', 8, 8, 16), tally('2', 1, 9, 10)])
    expect(lists).toEqual([
      {
        statement: '0',
        direction: 'agree',
        share: expect.closeTo(0.9272727272727272, 15),
        ownZ: expect.closeTo(6.531972647421808, 12),
      },
      { statement: '2', direction: 'disagree', share: expect.closeTo(10 / 12, 15), ownZ: expect.any(Number) },
    ])
  })

  test('five each way, ties to the first by id', () => {
    const lists = consensusLists(['9', '10', '3', '4', '8', '5'].map((one) => tally(one, 20, 0, 20)))
    expect(lists.map(({ statement }) => statement)).toEqual(['3', '4', '5', '8', '9'])
  })

  test('a statement that one person agreed with, as published: 12.53', () => {
    expect(priorityOf({ agree: 1, pass: 0, disagree: 0 }, 0)).toBeCloseTo(12.529726250088048, 12)
  })

  test('a priority falls as passes come in, and as answers do', () => {
    const priority = (agree: number, pass: number) => priorityOf({ agree, pass, disagree: 0 }, 0.5)
    expect(priority(4, 4)).toBeLessThan(priority(4, 0))
    expect(priority(40, 0)).toBeLessThan(priority(4, 0))
  })
})
