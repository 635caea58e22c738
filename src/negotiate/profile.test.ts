import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerOf } from '../classify/index.ts'
import { people, statement, told, toldCase, toldCases, toldMap } from '../classify/told.case.ts'
import { chance, id, type Vote } from '../kernel/index.ts'
import type { CastVote, Listening } from '../listen/index.ts'
import { drawn, resample } from './draw.ts'
import { candidacyOf, FEWEST_VIEWERS, profileOf } from './profile.ts'

const A = people('a', 15)
const B = people('b', 10)
const cast = (who: readonly string[], what: string, vote: Vote = 'agree'): CastVote[] =>
  who.map((participant) => ({
    participant: id(participant),
    statement: id(what),
    vote,
    at: null,
    shown: null,
  }))

const listening = told({
  statements: [
    statement('10'),
    statement('9'),
    statement('rare'),
    statement('gone', { moderation: 'removed' }),
    statement('who', { subject: 'about-people' }),
    statement('none'),
    statement('floor'),
  ],
  votes: [
    ...cast(A, '10'),
    ...cast(B, '10', 'disagree'),
    ...cast([...A, ...B], 'floor'),
    ...cast(A, '9', 'disagree'),
    ...cast(B, '9', 'pass'),
    ...cast(A.slice(0, 14), 'rare'),
    ...cast(['z1'], 'rare'),
    ...cast([...A, ...B], 'gone'),
    ...cast([...A, ...B], 'who'),
    ...cast([...A, ...B], 'none'),
  ],
  ...toldCases(...['1', '2'].map((name) => toldCase(name, [{ name: 'acts', does: '-none' }]))),
})
const map = toldMap({ A, B, '-': ['z1'] })

describe('who can be seated', () => {
  test('what is in play, not yet settled, and was seen by enough people', () => {
    const candidacy = candidacyOf(listening, registerOf(listening, map))
    expect(candidacy).toEqual({
      candidates: ['9', '10'],
      leftOut: [
        { statement: 'floor', because: 'it is settled: it holds for everyone' },
        { statement: 'none', because: 'nothing that acts can honour it' },
        { statement: 'rare', because: `only 15 people saw it, fewer than ${FEWEST_VIEWERS}` },
      ],
    })
  })

  test('with no votes, nobody', () => {
    const silent = told({ statements: [statement('1')] })
    expect(candidacyOf(silent, registerOf(silent, toldMap({}))).candidates).toEqual([])
  })
})

describe('the profile', () => {
  const profile = profileOf(listening, map, { candidates: [id('9'), id('10')], leftOut: [] })

  test('counts who saw a candidate, and keeps seen apart from agreed', () => {
    expect(profile.people).toHaveLength(25)
    expect(profile.people.slice(0, 3)).toEqual(['a1', 'a10', 'a11'])
    expect(profile.approvals.candidates).toEqual(new Uint32Array(15).fill(1))
    expect(profile.seen.candidates).toHaveLength(50)
  })

  test('has each group by the places of its people', () => {
    expect(profile.groups.map(({ id: group, people: members }) => [group, members.length])).toEqual([
      ['A', 15],
      ['B', 10],
    ])
    const [a] = profile.groups
    expect([...a!.people].every((place) => profile.people[place]!.startsWith('a'))).toBe(true)
  })

  test('does not depend on the order of the records', () => {
    const shuffle = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
    fc.assert(
      fc.property(shuffle(listening.votes), shuffle(map.people), (votes, placed) => {
        const other: Listening = { ...listening, votes }
        expect(
          profileOf(other, { ...map, people: placed }, { candidates: [id('9'), id('10')], leftOut: [] }),
        ).toEqual(profile)
      }),
      { numRuns: 20 },
    )
  })

  test('drawn anew in its own order is the same, and in another order moves ballots with their people', () => {
    expect(drawn(profile, Uint32Array.from(profile.people.keys()))).toEqual(profile)
    const twice = drawn(profile, Uint32Array.from([24, 0, 0]))
    expect(twice.people).toEqual([profile.people[24], 'a1', 'a1'])
    expect([...twice.seen.offsets]).toEqual([0, 2, 4, 6])
    expect(twice.groups.map(({ people: members }) => [...members])).toEqual([[1, 2], [0]])
  })

  test('a resample has as many people, some of them several times and some never', () => {
    const sample = resample(profile, chance('sample'))
    expect(sample.everybody).toBe(25)
    expect(sample.weights.reduce((sum, weight) => sum + weight)).toBe(25)
    expect(sample.weights.filter((weight) => weight === 0).length).toBeGreaterThan(0)
    expect(sample.people).toBe(profile.people)
  })
})
