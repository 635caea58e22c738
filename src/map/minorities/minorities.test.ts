import { describe, expect, test } from 'vitest'
import { FOUR_GROUPS, id, type PopulationPlan, populationOf } from '../../kernel/index.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import { minoritiesOf } from './minorities.ts'

const PEOPLE = 500
const planted = (plan: Partial<PopulationPlan>) => {
  const { votes, group } = populationOf(
    { ...FOUR_GROUPS, people: PEOPLE, statements: 40, ...plan },
    'minorities',
  )
  const statements = Array.from({ length: votes.columns }, (_, column) => id<'statement'>(`${column}`))
  return { votes: { ...votes, statements, leftOut: 0 }, group }
}
const nobody: Membership = { groups: [], labels: new Uint8Array(PEOPLE).fill(NONE) }
const [A, B] = [id<'group'>('A'), id<'group'>('B')]

describe('small firm minorities', () => {
  const { votes, group } = planted({
    opinions: { kind: 'groups', shares: [0.55, 0.4, 0.05], spread: 3 },
  })
  const truth = group.filter((one) => one === 2).length
  const swallowed = { groups: [A, B], labels: group.map((one) => Math.min(one, 1)) }

  test('five in a hundred who vote clearly differently are told, with whom they are counted and what they say', () => {
    const [minority, ...more] = minoritiesOf(votes, swallowed, 'told')
    expect(more).toEqual([])
    expect(Math.abs(minority!.members - truth)).toBeLessThan(0.2 * truth)
    expect(minority!.among).toMatchObject({ group: B, share: expect.closeTo(1, 1) })
    expect(minority!.holds.estimate).toBeGreaterThan(0.8)
    expect(minority!.says.length).toBeGreaterThan(2)
    for (const { own, around } of minority!.says) expect(own.low).toBeGreaterThan(around.high)
  })

  test('where they are a group of the map, there is nothing to add', () => {
    const shown = { groups: [A, B, id<'group'>('C')], labels: group }
    expect(minoritiesOf(votes, shown, 'shown')).toEqual([])
  })

  test.each([
    ['random voters', { opinions: { kind: 'random' }, ability: 0 }],
    ['a continuum', { opinions: { kind: 'continuum', steep: 12 } }],
  ] as const)('none is reported among %s', (_, plan) => {
    expect(minoritiesOf(planted(plan).votes, nobody, 'none')).toEqual([])
  })

  test('fewer people than can tell are not looked at', () => {
    const few = planted({ people: 90 }).votes
    expect(minoritiesOf(few, { groups: [], labels: new Uint8Array(90).fill(NONE) }, 'few')).toEqual([])
  })
})
