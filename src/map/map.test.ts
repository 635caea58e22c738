import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Vote } from '../kernel/index.ts'
import { type Progress, USUAL } from './groups/groups.ts'
import { type Answer, anyAnswers, listeningOf } from './listening.case.ts'
import { mapOf, mapSteps } from './map.ts'
import { planted } from './planted.case.ts'

const FEW = { ...USUAL, seed: 'test', reruns: 5 }
const CLEAR = { people: 60, statements: 40, answered: 0.9 }

const everybody = (people: number, statements: number, vote: Vote): Answer[] =>
  Array.from(
    { length: people * statements },
    (_, at): Answer => [`p${at % people}`, `${Math.floor(at / people)}`, vote],
  )

/** Every number in a value, wherever it stands. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  if (value instanceof Map) return [...value.values()].flatMap(numbersIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}

describe('the map', () => {
  test('is the same to the last bit, in whatever order people, statements and votes come', () => {
    const { listening } = planted({ kind: 'groups', shares: [0.6, 0.4] }, CLEAR, 'order')
    const map = mapOf(listening, FEW)
    expect(map.grouping.kind).toBe('groups')
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...listening.votes], { minLength: listening.votes.length }),
        fc.shuffledSubarray([...listening.statements], { minLength: listening.statements.length }),
        (votes, statements) => {
          const again = mapOf(
            { ...listening, votes, statements, participants: [...listening.participants].reverse() },
            FEW,
          )
          expect(again).toStrictEqual(map)
        },
      ),
      { numRuns: 5 },
    )
    fc.assert(
      fc.property(anyAnswers, fc.infiniteStream(fc.nat()), (answers, keys) => {
        const shuffled = answers
          .map((answer) => ({ answer, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ answer }) => answer)
        expect(mapOf(listeningOf(shuffled), FEW)).toStrictEqual(mapOf(listeningOf(answers), FEW))
      }),
      { numRuns: 30 },
    )
  })

  test('holds only finite numbers, and everybody who answered, whatever the votes', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const map = mapOf(listeningOf(answers), FEW)
        expect(numbersIn(map).filter((number) => !Number.isFinite(number))).toEqual([])
        expect(map.people).toHaveLength(new Set(answers.map(([person]) => person)).size)
        expect(map.drawnFrom.votes).toBe(answers.length)
      }),
    )
  })

  test('says how far it is, step by step', () => {
    const { listening } = planted({ kind: 'groups', shares: [0.6, 0.4] }, CLEAR, 'steps')
    const seen: Progress[] = []
    const steps = mapSteps(listening, FEW)
    let step = steps.next()
    for (; !step.done; step = steps.next()) seen.push(step.value)
    expect(step.value).toEqual(mapOf(listening, FEW))
    expect(seen[0]).toEqual({ doing: 'axes', done: 0, of: 1 })
    expect(seen.filter(({ doing }) => doing === 'ungrouped-crowds').map(({ done }) => done)).toEqual(
      Array.from({ length: seen.find(({ doing }) => doing === 'ungrouped-crowds')!.of + 1 }, (_, at) => at),
    )
    expect(seen.filter(({ doing }) => doing === 're-runs').at(-1)?.done).toBe(FEW.reruns)
    expect([...new Set(seen.map(({ doing }) => doing))]).toEqual([
      'axes',
      'positions',
      'division',
      'ungrouped-crowds',
      're-runs',
      'findings',
      'intervals',
      'bridging',
    ])
  })

  test('nobody', () => {
    expect(mapOf(listeningOf([]), FEW)).toMatchObject({
      drawnFrom: { participants: 0, statements: 0, votes: 0 },
      people: [],
      space: { explained: [0, 0] },
      grouping: { kind: 'no-stable-groups', because: expect.stringMatching(/^too few to draw: 0 people/) },
      support: [],
      consensus: [],
      representative: [],
    })
  })

  test.each([
    ['one person', everybody(1, 9, 'agree')],
    ['one statement, one answer', everybody(12, 1, 'agree')],
    ['everybody passes', everybody(12, 9, 'pass')],
    ['everybody disagrees with everything', everybody(12, 9, 'disagree')],
  ])('%s: everybody in one place', (_, answers) => {
    const { people, space, grouping } = mapOf(listeningOf(answers), FEW)
    expect(new Set(people.map(({ x, y }) => `${x} ${y}`)).size).toBe(1)
    expect(space.explained).toEqual([0, 0])
    expect(grouping.kind).toBe('no-stable-groups')
    if (people.length === 12)
      expect(grouping).toMatchObject({ because: 'everybody stands in the same place' })
  })

  test('one statement that divides people has one axis', () => {
    const answers = [...everybody(12, 1, 'agree'), ...everybody(24, 1, 'disagree').slice(12)]
    const { space, people } = mapOf(listeningOf(answers), FEW)
    expect(space.explained).toEqual([expect.closeTo(1, 12), 0])
    expect(people.every(({ y }) => y === 0)).toBe(true)
  })

  test('a statement nobody saw moves nobody', () => {
    const { listening } = planted({ kind: 'cloud' }, { people: 20, statements: 12, answered: 0.7 }, 'unseen')
    const [statement] = listeningOf([], [{ id: 'unseen' }]).statements
    const map = mapOf(listening, FEW)
    const again = mapOf({ ...listening, statements: [...listening.statements, statement!] }, FEW)
    expect(again.support).toHaveLength(map.support.length + 1)
    expect(again.grouping.evidence.reruns).toEqual(map.grouping.evidence.reruns)
    again.people.forEach((person, at) => {
      expect(person.x).toBeCloseTo(map.people[at]!.x, 9)
      expect(person.y).toBeCloseTo(map.people[at]!.y, 9)
    })
  })
})
