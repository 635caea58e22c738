import { describe, expect, test } from 'vitest'
import { hex, sha256 } from '../digest.ts'
import { FOUR_GROUPS, type PopulationPlan } from './plan.ts'
import { type PlantedPopulation, populationOf } from './population.ts'

const SMALL: PopulationPlan = { ...FOUR_GROUPS, people: 400, statements: 80 }

const digestOf = ({ votes, group, brigade, support }: PlantedPopulation): string => {
  const arrays = [votes.rowStart, votes.statement, votes.vote, group, brigade, support]
  const bytes = arrays.map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  )
  return hex(sha256(...bytes)).slice(0, 16)
}

/** How many people were shown each statement, of the rows that match. */
const seenBy = ({ votes }: PlantedPopulation, isOf: (row: number) => boolean): number[] => {
  const seen = new Array<number>(votes.columns).fill(0)
  for (let row = 0; row < votes.people; row++)
    if (isOf(row))
      for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) seen[votes.statement[at]!]!++
  return seen
}

describe('a planted population', () => {
  test('is the same to the last bit for the same plan and seed, on every machine, in either memory', () => {
    expect(digestOf(populationOf(SMALL, 'a'))).toMatchInlineSnapshot(`"4a80e9efc6f5eee7"`)
    expect(digestOf(populationOf({ ...SMALL, memory: 'shared' }, 'a'))).toBe(
      digestOf(populationOf(SMALL, 'a')),
    )
    expect(digestOf(populationOf(SMALL, 'b'))).not.toBe(digestOf(populationOf(SMALL, 'a')))
  })

  test.each([
    ['statements to choose from', SMALL],
    ['fewer statements than answers', { ...SMALL, statements: 12 }],
    ['more than 65,536 statements', { ...SMALL, people: 20, statements: 70_000 }],
  ])('holds whole rows in order of column, each statement once: %s', (_, plan) => {
    const { votes } = populationOf(plan, 'rows')
    for (let row = 0; row < votes.people; row++) {
      const columns = [...votes.statement.subarray(votes.rowStart[row], votes.rowStart[row + 1])]
      expect(columns).toEqual([...new Set(columns)].sort((a, b) => a - b))
      expect(columns.length).toBeGreaterThanOrEqual(Math.min(plan.statements, plan.answers.fewest))
      expect(columns.length).toBeLessThanOrEqual(plan.answers.most)
      expect(columns.every((column) => column < plan.statements)).toBe(true)
    }
    expect([...votes.vote].every((vote) => vote === 1 || vote === 0 || vote === -1)).toBe(true)
  })

  test('has the shares, the passes and the support that it says it has', () => {
    const planted = populationOf({ ...SMALL, people: 20_000, statements: 60, ability: 1 }, 'shares')
    const { votes, group, groups, support } = planted
    const members = Array.from(
      { length: groups },
      (_, one) => group.filter((of) => of === one).length / 20_000,
    )
    expect(members.map((share) => Math.round(share * 50) / 50)).toEqual([0.4, 0.3, 0.2, 0.1])
    const agreed = new Float64Array(support.length)
    const seen = new Float64Array(support.length)
    let passes = 0
    for (let row = 0; row < votes.people; row++)
      for (let at = votes.rowStart[row]!; at < votes.rowStart[row + 1]!; at++) {
        const cell = group[row]! * votes.columns + votes.statement[at]!
        seen[cell]!++
        if (votes.vote[at] === 1) agreed[cell]!++
        if (votes.vote[at] === 0) passes++
      }
    expect(passes / votes.vote.length).toBeCloseTo(0.1, 2)
    const z = support.map(
      (share, cell) => (agreed[cell]! - seen[cell]! * share) / Math.sqrt(seen[cell]! * share * (1 - share)),
    )
    const spread = z.reduce((sum, one) => sum + one * one, 0) / z.length
    expect(spread).toBeGreaterThan(0.75)
    expect(spread).toBeLessThan(1.25)
  })

  test('shows people what their own group agrees with, where the routing does', () => {
    const plan = { ...SMALL, people: 4000, statements: 300, routing: { skew: 0, likeMinded: 2, agreed: 0 } }
    const planted = populationOf(plan, 'routing')
    const liked = (row: number) => {
      const offset = planted.group[row]! * planted.votes.columns
      const columns = planted.votes.statement.subarray(
        planted.votes.rowStart[row],
        planted.votes.rowStart[row + 1],
      )
      return [...columns].reduce((sum, column) => sum + planted.support[offset + column]!, 0) / columns.length
    }
    const mean = planted.support.reduce((sum, share) => sum + share, 0) / planted.support.length
    const shown =
      Array.from({ length: 4000 }, (_, row) => liked(row)).reduce((sum, share) => sum + share, 0) / 4000
    expect(shown).toBeGreaterThan(mean + 0.05)
  })

  test('shows some statements far more often, where exposure is skewed', () => {
    const seen = seenBy(
      populationOf(
        { ...SMALL, people: 4000, statements: 300, routing: { skew: 1, likeMinded: 0, agreed: 0 } },
        's',
      ),
      () => true,
    )
    const rising = seen.sort((a, b) => a - b)
    expect(rising[270]! / rising[30]!).toBeGreaterThan(6)
  })

  test('a brigade repeats one ballot, with as much noise as planned', () => {
    const brigades = [
      { size: 30, noise: 0 },
      { size: 200, noise: 0.3 },
    ]
    const { votes, brigade } = populationOf({ ...SMALL, brigades }, 'brigades')
    const ballot = (row: number) =>
      [...votes.statement.subarray(votes.rowStart[row], votes.rowStart[row + 1])].join(' ')
    const answers = (row: number) => [...votes.vote.subarray(votes.rowStart[row], votes.rowStart[row + 1])]
    expect([...brigade].filter((one) => one === 0)).toHaveLength(400)
    const rowsOf = (which: number) => [...brigade.keys()].filter((row) => brigade[row] === which)
    expect(new Set(rowsOf(1).map((row) => `${ballot(row)} ${answers(row)}`)).size).toBe(1)
    expect(new Set(rowsOf(2).map(ballot)).size).toBe(1)
    const leader = [...brigade.keys()].findIndex((row) => ballot(row) === ballot(rowsOf(2)[0]!))
    const changed = rowsOf(2).flatMap((row) =>
      answers(row).map((vote, at) => Number(vote !== answers(leader)[at])),
    )
    expect(changed.reduce((sum, one) => sum + one, 0) / changed.length).toBeCloseTo(0.2, 1)
  })

  test('people without groups: a continuum has steps that lean on each other, a random crowd has nothing', () => {
    const line = populationOf({ ...SMALL, opinions: { kind: 'continuum', steep: 3 } }, 'line')
    expect(line.groups).toBe(64)
    expect(line.support[0]).toBeCloseTo(line.support[80]!, 1)
    const random = populationOf({ ...SMALL, opinions: { kind: 'random' } }, 'random')
    expect([random.groups, ...new Set(random.group)]).toEqual([1, 0])
  })

  test('nobody, and no answers, are a programmer’s mistake', () => {
    expect(() => populationOf({ ...SMALL, people: 0 }, 'x')).toThrow(RangeError)
    expect(() => populationOf({ ...SMALL, answers: { fewest: 5, most: 4 } }, 'x')).toThrow('range')
    expect(() =>
      populationOf({ ...SMALL, opinions: { kind: 'groups', shares: [0, 0], spread: 1 } }, 'x'),
    ).toThrow('weights')
  })
})
