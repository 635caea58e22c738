import { describe, expect, test } from 'vitest'
import { FOUR_GROUPS, type PopulationPlan, populationOf } from '../../kernel/index.ts'
import { ballotOf, neededEvidence } from './copies.ts'
import { effectiveVoices, likeAnswers } from './effective.ts'
import { lookAlikesOf } from './look-alikes.ts'
import type { Share } from './shares.ts'

const TOWN: PopulationPlan = { ...FOUR_GROUPS, people: 160, statements: 60 }
const WITH_COPIES: PopulationPlan = { ...TOWN, brigades: [{ size: 20, noise: 0.1 }] }

describe('look-alike voters', () => {
  test('twenty copies of one ballot are flagged, with the one they copied and few others', () => {
    const { votes, brigade } = populationOf(WITH_COPIES, 'copies/1')
    const [set, ...others] = lookAlikesOf(votes)
    const copies = set?.rows.filter((row) => brigade[row]! > 0)
    expect(others).toEqual([])
    expect(copies?.length).toBeGreaterThan(17)
    expect(set!.rows.length - copies!.length).toBeLessThan(4)
    expect(set!.evidence).toBeGreaterThan(set!.needed)
  })

  test.each([
    FOUR_GROUPS.opinions,
    { kind: 'continuum', steep: 3 } as const,
    { kind: 'random' } as const,
  ])('nobody is flagged where all answer for themselves: $kind', (opinions) => {
    const { votes } = populationOf({ ...TOWN, opinions }, 'honest')
    expect(lookAlikesOf(votes)).toEqual([])
  })

  test('who copied counts by what they do not share', () => {
    const { votes } = populationOf(WITH_COPIES, 'copies/1')
    const { people, distinct, byAnswers } = effectiveVoices(votes, lookAlikesOf(votes))
    expect(people).toBe(180)
    expect(distinct).toBeGreaterThan(155)
    expect(distinct).toBeLessThan(165)
    expect(byAnswers).toBeLessThan(people)
  })
})

/** Two statements; everybody answers both. */
const votesOf = (answers: readonly (readonly [number, number])[]) => ({
  people: answers.length,
  columns: 2,
  rowStart: Uint32Array.from({ length: answers.length + 1 }, (_, row) => 2 * row),
  statement: Uint16Array.from(answers.flatMap(() => [0, 1])),
  vote: Int8Array.from(answers.flat()),
})

describe('evidence', () => {
  const share: Share = (_, column, vote) => [0.2, 0.3, 0.5][(vote + 1 + column) % 3]!

  test('is 1 on average over everything two people who vote on their own could answer', () => {
    const signs = [-1, 0, 1]
    let mean = 0
    for (const a of signs)
      for (const b of signs)
        for (const c of signs)
          for (const d of signs) {
            const chance = share(0, 0, a) * share(0, 1, b) * share(1, 0, c) * share(1, 1, d)
            mean +=
              chance *
              Math.exp(
                ballotOf(
                  votesOf([
                    [a, b],
                    [c, d],
                  ]),
                  share,
                  [0, 1],
                ).overOthers,
              )
          }
    expect(mean).toBeCloseTo(1, 12)
  })

  test('grows with like answers, most where they are rare', () => {
    const evidence = (a: readonly [number, number], b: readonly [number, number]) =>
      ballotOf(votesOf([a, b]), share, [0, 1]).overOthers
    expect(evidence([-1, 1], [-1, 1])).toBeGreaterThan(evidence([1, 0], [1, 0]))
    expect(evidence([1, 0], [1, 0])).toBeGreaterThan(evidence([1, 0], [-1, 0]))
  })

  test('must be the greater, the more sets there are to choose from', () => {
    expect(neededEvidence(2, 1000)).toBeGreaterThan(neededEvidence(2, 100))
    expect(neededEvidence(20, 1000)).toBeGreaterThan(neededEvidence(2, 1000))
  })
})

describe('the effective number of voices', () => {
  test('is everybody where all answer equally and nobody is flagged', () => {
    const votes = votesOf([
      [1, 1],
      [1, -1],
      [0, 0],
    ])
    expect(effectiveVoices(votes, [])).toEqual({ people: 3, byAnswers: 3, distinct: 3 })
  })

  test('counts full copies once, and half alike as Leinster and Cobbold do', () => {
    const votes = votesOf([
      [1, 1],
      [1, 1],
      [1, -1],
    ])
    const set = (rows: readonly number[]) => [{ rows, evidence: 1, needed: 0 }]
    expect(effectiveVoices(votes, set([0, 1])).distinct).toBeCloseTo(2, 12)
    // Similarities 1, 1 and a half: 1 / 2.5 twice, and 1 / 2.
    expect(effectiveVoices(votes, set([0, 1, 2])).distinct).toBeCloseTo(1.3, 12)
    expect(likeAnswers(votes, 0, 2)).toBe(0.5)
  })
})
