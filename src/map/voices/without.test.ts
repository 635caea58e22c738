import { expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { USUAL } from '../groups/grouped.ts'
import { type Answer, listeningOf } from '../listening.case.ts'
import { mapOf } from '../map.ts'
import { matrixOf, type VoteMatrix } from '../votes/matrix.ts'
import { fewestThatEndAGroup, withoutEach } from './without.ts'

test('a group ends with the people who make it large enough', () => {
  expect(fewestThatEndAGroup([])).toBeNull()
  // Of 45 people three are needed; of 1000 ten, of 990 too.
  expect(fewestThatEndAGroup([40, 5])).toBe(3)
  expect(fewestThatEndAGroup([987, 13])).toBe(4)
})

test('the map without a set of people is that of the others', () => {
  const sides: Answer[] = Array.from({ length: 24 }, (_, p) => p).flatMap((p) =>
    Array.from({ length: 8 }, (_, s): Answer => [`p${p}`, `s${s}`, p < 8 || s > 0 ? 'agree' : 'disagree']),
  )
  const matrix = matrixOf(listeningOf(sides))
  const redraw = ({ participants }: VoteMatrix) => {
    const here = new Set(participants)
    return mapOf(listeningOf(sides.filter(([person]) => here.has(id(person)))), {
      ...USUAL,
      seed: 'without',
      reruns: 0,
    })
  }
  const opposed = matrix.participants.flatMap((person, row) => (Number(person.slice(1)) >= 8 ? [row] : []))
  const sets = [{ rows: opposed, evidence: 9, needed: 1 }]
  expect(withoutEach({ matrix, map: redraw(matrix), redraw }, sets)).toEqual([
    { people: 16, groups: { with: null, without: null }, ended: 1, begun: 1 },
  ])
})
