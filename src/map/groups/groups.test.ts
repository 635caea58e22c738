import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import { type Answer, listeningOf } from '../listening.case.ts'
import { mapOf } from '../map.ts'
import { planted } from '../planted.case.ts'
import { adjustedRand } from './compare.ts'
import { USUAL } from './groups.ts'
import { FIRM, HOLDS } from './stability.ts'

const FEW = { ...USUAL, seed: 'test', reruns: 20 }
const SIZE = { people: 90, statements: 40, answered: 0.9 }

const groupsOf = (listening: Listening, options = FEW) => {
  const map = mapOf(listening, options)
  const members = new Map(
    map.people.flatMap((person) => (person.group === null ? [] : [[person.id, person.group]])),
  )
  return { ...map, members }
}

/** Two halves that answer everything, each unanimous, each against the other. */
const halves = (people: number): Answer[] =>
  Array.from({ length: people }, (_, person) =>
    Array.from(
      { length: 10 },
      (_, at): Answer => [`${person}`, `${at}`, person % 2 === 0 ? 'agree' : 'disagree'],
    ),
  ).flat()

describe('opinion groups', () => {
  test('three planted groups are found, with their members, lettered by size', () => {
    const { listening, truth } = planted({ kind: 'groups', shares: [0.2, 0.3, 0.5] }, SIZE, 'three')
    const { grouping, members, people } = groupsOf(listening)
    expect(grouping).toMatchObject({
      kind: 'groups',
      groups: [
        { id: 'A', members: 45 },
        { id: 'B', members: 27 },
        { id: 'C', members: 18 },
      ],
    })
    expect(adjustedRand(members, truth)).toBe(1)
    if (grouping.kind !== 'groups') return
    for (const { id: group, centre, members: size } of grouping.groups) {
      const own = people.filter((person) => person.group === group)
      expect(own).toHaveLength(size)
      expect(centre[0]).toBeCloseTo(own.reduce((sum, { x }) => sum + x, 0) / size, 9)
      expect(centre[1]).toBeCloseTo(own.reduce((sum, { y }) => sum + y, 0) / size, 9)
    }
  })

  test('the evidence is recorded: fits, what chance reaches, what came back', () => {
    const { listening } = planted({ kind: 'groups', shares: [0.6, 0.4] }, SIZE, 'two')
    const { grouping, people } = groupsOf(listening)
    const { silhouettes, chanceSilhouette, reruns } = grouping.evidence
    expect(silhouettes.map(({ k }) => k)).toEqual([2, 3, 4, 5])
    expect(silhouettes[0]!.silhouette).toBeGreaterThan(chanceSilhouette!)
    expect(reruns.reduce((sum, { times }) => sum + times, 0)).toBe(FEW.reruns)
    expect(reruns[0]?.k).toBe(2)
    expect(reruns[0]?.times).toBeGreaterThan(FEW.reruns / 2)
    if (grouping.kind !== 'groups') throw new Error(grouping.because)
    for (const { holds } of grouping.groups) {
      expect(holds).toMatchObject({ n: FEW.reruns, method: 'bootstrap', level: 0.95 })
      expect(holds.estimate).toBeGreaterThan(HOLDS)
      expect(holds.low).toBeLessThanOrEqual(holds.estimate)
      expect(holds.high).toBeGreaterThanOrEqual(holds.estimate)
    }
    expect(people.every(({ firmness }) => firmness >= FIRM && firmness <= 1)).toBe(true)
  })

  test.each([
    { kind: 'random' },
    { kind: 'cloud' },
    { kind: 'line', steep: 4 },
  ] as const)('people without groups are not grouped: %o', (population) => {
    const { grouping, members, people, representative } = groupsOf(
      planted(population, SIZE, 'none').listening,
    )
    expect(grouping).toMatchObject({
      kind: 'no-stable-groups',
      because: expect.stringContaining('once in twenty'),
    })
    expect(members.size).toBe(0)
    expect(people.every(({ firmness }) => firmness === 0)).toBe(true)
    expect(representative).toEqual([])
  })

  test('two unanimous halves are two groups, the one of the smallest id first', () => {
    const { grouping, members } = groupsOf(listeningOf(halves(40)))
    expect(grouping).toMatchObject({
      kind: 'groups',
      groups: [
        { id: 'A', members: 20, holds: { estimate: 1 } },
        { id: 'B', members: 20, holds: { estimate: 1 } },
      ],
    })
    expect([members.get(id('0')), members.get(id('1'))]).toEqual(['A', 'B'])
  })

  test('without re-runs nothing is known to be stable', () => {
    expect(groupsOf(listeningOf(halves(40)), { ...USUAL, seed: 'test', reruns: 0 }).grouping).toMatchObject({
      kind: 'no-stable-groups',
      because: 'the map was not drawn again from people picked by chance',
    })
  })

  test('who answered too little stands on the map, in no group', () => {
    const answers: Answer[] = [...halves(40), ['late', '0', 'agree'], ['late', '1', 'agree']]
    const late = groupsOf(listeningOf(answers)).people.find((person) => person.id === 'late')
    expect(late).toMatchObject({ answers: 2, group: null, firmness: 0 })
    expect(late?.x).not.toBe(0)
  })

  test('fewer than seven people are too few to draw', () => {
    expect(groupsOf(listeningOf(halves(6))).grouping).toEqual({
      kind: 'no-stable-groups',
      because: 'too few to draw: 6 people answered enough to be placed, and 7 are needed',
      evidence: {
        silhouettes: [{ k: 2, silhouette: 1 }],
        reruns: [],
        chanceSilhouette: null,
        asked: null,
        latent: null,
        tried: [
          expect.objectContaining({
            k: 2,
            sizes: [3, 3],
            verdict: expect.objectContaining({ kind: 'not-stable' }),
          }),
        ],
      },
    })
  })

  test('one person apart from all others is no group, and is said to be the reason', () => {
    const answers = [...halves(40)].map(
      ([person, statement]): Answer => [person, statement, person === '7' ? 'disagree' : 'agree'],
    )
    expect(groupsOf(listeningOf(answers)).grouping).toMatchObject({
      kind: 'no-stable-groups',
      because: 'every division sets fewer than 3 people apart',
    })
  })

  test('the usual re-runs are enough to see a share of one in twenty', () => {
    expect(USUAL.reruns).toBeGreaterThanOrEqual(20)
  })
})
