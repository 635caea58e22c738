import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance, type ParticipantId, seen, signOf } from '../../../kernel/index.ts'
import type { Listening } from '../../../listen/index.ts'
import { mapOf, type OpinionMap, USUAL } from '../../../map/index.ts'
import { planted } from '../../../map/planted.case.ts'
import { grouped } from '../../worlds.case.ts'
import { aboutHere } from './about-here.ts'

const HALVES = [0, 1] as const

/** The share of people whose middle place the ring holds, when chance left out some of their answers. */
function coverage(everything: Listening, answered: number, seed: string): number {
  const draw = chance(seed)
  const asked = { ...everything, votes: everything.votes.filter(() => draw.uniform() < answered) }
  const map = mapOf(asked, { ...USUAL, seed, reruns: 1 })
  const middle = middles(everything, map)
  const inside = map.people.filter((person) => {
    const { x, y, radii } = aboutHere(map, person)
    const scale = Math.sqrt(person.answers / map.support.length)
    const [mx, my] = middle(person.id).map((place) => scale * place) as [number, number]
    return ((mx - x) / radii[0]) ** 2 + ((my - y) / radii[1]) ** 2 <= 1
  })
  return inside.length / map.people.length
}

/** Where everybody would stand with all their answers: over all choices of n of C, the mean place is √(n / C) of it. */
function middles({ votes }: Listening, { support, space }: OpinionMap) {
  const mean = new Map(
    support.map(({ statement, overall: { tally } }) => [
      statement,
      (tally.agree - tally.disagree) / Math.max(1, seen(tally)),
    ]),
  )
  return (id: ParticipantId) =>
    HALVES.map((axis) =>
      votes
        .filter(({ participant }) => participant === id)
        .reduce((sum, { statement, vote }) => {
          const differs = signOf(vote) - (mean.get(statement) ?? 0)
          return sum + differs * (space.axes[axis].get(statement) ?? 0)
        }, 0),
    )
}

describe('the ring in which somebody stands', () => {
  const size = { people: 160, statements: 40, answered: 1 }
  const crowds = [
    ['groups', planted({ kind: 'groups', shares: [0.4, 0.35, 0.25] }, size, 'ring').listening],
    ['a cloud', planted({ kind: 'cloud' }, size, 'ring').listening],
  ] as const

  for (const [name, everything] of crowds)
    for (const answered of [0.3, 0.5, 0.8])
      test(`holds nine in ten of ${name} who gave ${100 * answered} % of their answers (ADR 0041)`, () => {
        const share = coverage(everything, answered, `${name}/${answered}`)
        expect(share).toBeGreaterThan(0.84)
        expect(share).toBeLessThan(0.98)
      })

  test('is a point where everything was answered', () => {
    const { map } = grouped()
    expect(aboutHere(map, { x: 1, y: 2, answers: map.support.length })).toEqual({ x: 1, y: 2, radii: [0, 0] })
  })

  test('shrinks with each answer and stays around the place', () => {
    const { map } = grouped()
    const radii = (answers: number) => aboutHere(map, { x: 0, y: 0, answers }).radii
    fc.assert(
      fc.property(fc.integer({ min: 0, max: map.support.length - 1 }), (answers) => {
        for (const axis of HALVES) expect(radii(answers + 1)[axis]).toBeLessThan(radii(answers)[axis])
      }),
    )
  })
})
