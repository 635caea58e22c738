import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GroupId, id, type ParticipantId } from '../kernel/index.ts'
import { charterFixture } from './charter.fixture.ts'
import { contentHash } from './hash.ts'
import { type Roll, ratified, tally } from './ratify.ts'
import type { RatificationBallot, RatificationPlan } from './schema.ts'

type Says = RatificationBallot['says']

const PLAN: RatificationPlan = { overall: 0.5, eachGroup: 0.5, quorum: 10 }

/** 20 people: ten in A, six in B, four in no group. */
const roll: Roll = new Map<ParticipantId, GroupId | null>([
  ...people('a', 10).map((person) => [person, id<'group'>('A')] as const),
  ...people('b', 6).map((person) => [person, id<'group'>('B')] as const),
  ...people('n', 4).map((person) => [person, null] as const),
])

function people(prefix: string, howMany: number): ParticipantId[] {
  return Array.from({ length: howMany }, (_, at) => id(`${prefix}${at}`))
}

const ballot = (participant: string, says: Says, dissent: RatificationBallot['dissent'] = []) => ({
  participant: id<'participant'>(participant),
  says,
  dissent,
})

/** The first so many of a group say yes, the next no, the next abstain. */
const cast = (prefix: string, yes: number, no = 0, abstain = 0): RatificationBallot[] =>
  people(prefix, yes + no + abstain).map((person, at) =>
    ballot(person, at < yes ? 'yes' : at < yes + no ? 'no' : 'abstain'),
  )

describe('the count', () => {
  test.each([
    ['enough of everyone say yes', [...cast('a', 7, 2), ...cast('b', 3, 1)], PLAN, 'ratified', 'met', 'met'],
    ['too few vote', [...cast('a', 6), ...cast('b', 3)], PLAN, 'quorum-not-met', 'met', 'met'],
    [
      'abstaining fills the quorum',
      [...cast('a', 6), ...cast('b', 3), ...cast('n', 0, 0, 1)],
      PLAN,
      'ratified',
      'met',
      'met',
    ],
    ['one group says no', [...cast('a', 10), ...cast('b', 1, 3)], PLAN, 'rejected', 'met', 'not-met'],
    ['one group is silent', [...cast('a', 10), ...cast('n', 4)], PLAN, 'quorum-not-met', 'met', 'unknown'],
    [
      'one group sends too few',
      [...cast('a', 10), ...cast('b', 2)],
      PLAN,
      'quorum-not-met',
      'met',
      'unknown',
    ],
    ['one group sends just enough', [...cast('a', 10), ...cast('b', 3)], PLAN, 'ratified', 'met', 'met'],
    [
      'one group only abstains',
      [...cast('a', 10), ...cast('b', 0, 0, 6)],
      PLAN,
      'quorum-not-met',
      'met',
      'unknown',
    ],
    ['a group is silent and the whole says no', [...cast('a', 2, 8)], PLAN, 'rejected', 'not-met', 'unknown'],
    ['a tie', [...cast('a', 6, 4), ...cast('b', 2, 1), ...cast('n', 0, 3)], PLAN, 'rejected', 'met', 'met'],
    ['a tie in a group', [...cast('a', 10), ...cast('b', 2, 2)], PLAN, 'rejected', 'met', 'not-met'],
    [
      'exactly the threshold',
      [...cast('a', 6, 3), ...cast('b', 2, 1)],
      { ...PLAN, overall: 2 / 3 },
      'ratified',
      'met',
      'met',
    ],
    [
      'one below the threshold',
      [...cast('a', 6, 3), ...cast('b', 2, 1), ...cast('n', 0, 1)],
      { ...PLAN, overall: 2 / 3 },
      'rejected',
      'met',
      'met',
    ],
    ['nobody votes', [], PLAN, 'quorum-not-met', 'unknown', 'unknown'],
    [
      'nobody votes and no quorum was asked',
      [],
      { ...PLAN, quorum: 0 },
      'quorum-not-met',
      'unknown',
      'unknown',
    ],
  ] as const)('%s', (_, ballots, plan, outcome, a, b) => {
    const count = tally(plan, ballots, roll)
    expect(count).toMatchObject({ outcome, groups: { A: { outcome: a }, B: { outcome: b } } })
  })

  test('says how many, with an interval, and who could have voted', () => {
    const count = tally(PLAN, [...cast('a', 7, 2, 1), ...cast('b', 3, 1), ...cast('n', 1)], roll)
    expect(count).toMatchObject({
      roll: 20,
      yes: 11,
      no: 3,
      abstain: 1,
      support: { estimate: 0.7857, n: 14 },
    })
    expect(count.groups[id<'group'>('B')]).toMatchObject({ people: 6, yes: 3, no: 1, support: { n: 4 } })
  })

  test('a person’s last ballot counts, with what was said on it', () => {
    const first = ballot('a0', 'no', [{ clause: id('P1'), words: 'first' }])
    const last = ballot('a0', 'yes', [{ clause: id('P1'), words: 'last' }])
    expect(tally(PLAN, [first, last], roll)).toMatchObject({ yes: 1, no: 0, dissent: [{ words: 'last' }] })
  })

  test('ballots from outside the roll are counted as such, not as votes', () => {
    const count = tally(PLAN, [...cast('z', 50), ...cast('a', 1)], roll)
    expect(count).toMatchObject({ yes: 1, notOnRoll: 50, outcome: 'quorum-not-met' })
  })

  test('dissent is kept word for word, whatever the ballot says, in no order of persons', () => {
    const says = [
      ballot('n1', 'abstain', [{ clause: null, words: 'Nobody asked my mother.' }]),
      ballot('b1', 'no', [{ clause: id('P2'), words: 'A no from B.' }]),
      ballot('b2', 'yes', [{ clause: id('R1'), words: ' as it is\n' }]),
      ballot('a9', 'no', [
        { clause: id('P2'), words: 'No.' },
        { clause: id('P10'), words: 'No!' },
      ]),
      ballot('a8', 'no', [{ clause: id('P2'), words: 'Neither I.' }]),
    ]
    const { dissent } = tally(PLAN, says, roll)
    expect(dissent).toEqual([
      { clause: null, group: null, words: 'Nobody asked my mother.' },
      { clause: 'P10', group: 'A', words: 'No!' },
      { clause: 'P2', group: 'A', words: 'Neither I.' },
      { clause: 'P2', group: 'A', words: 'No.' },
      { clause: 'P2', group: 'B', words: 'A no from B.' },
      { clause: 'R1', group: 'B', words: ' as it is\n' },
    ])
    expect(tally(PLAN, [...says].reverse(), roll).dissent).toEqual(dissent)
  })
})

describe('what can never happen', () => {
  const vote = fc.constantFrom<Says | 'silent'>('yes', 'yes', 'yes', 'no', 'abstain', 'silent')
  const votes = fc.array(vote, { minLength: roll.size, maxLength: roll.size })
  const plans = fc.record({
    overall: fc.constantFrom(0.5, 0.6, 2 / 3, 1),
    eachGroup: fc.constantFrom(0.5, 2 / 3),
    quorum: fc.nat(20),
  })
  const ballotsOf = (said: readonly (Says | 'silent')[]) =>
    [...roll.keys()].flatMap((person, at) =>
      said[at] === 'silent' ? [] : [ballot(person, said[at] as Says)],
    )
  const passes = (plan: RatificationPlan, said: readonly (Says | 'silent')[]) =>
    tally(plan, ballotsOf(said), roll).outcome === 'ratified'

  test('a yes more, or a no less, never loses a charter', () => {
    fc.assert(
      fc.property(plans, votes, fc.nat(roll.size - 1), (plan, said, at) => {
        const more = said.map((one, person) => (person === at ? 'yes' : one))
        return !passes(plan, said) || passes(plan, more)
      }),
    )
  })

  test('no charter passes without a majority of those who decide, in every group', () => {
    fc.assert(
      fc.property(plans, votes, (plan, said) => {
        const count = tally(plan, ballotsOf(said), roll)
        const sides = [count, ...Object.values(count.groups)]
        return count.outcome !== 'ratified' || sides.every(({ yes, no }) => yes > no)
      }),
      { numRuns: 500 },
    )
  })

  test('the order of different people’s ballots does not matter', () => {
    fc.assert(
      fc.property(plans, votes, (plan, said) => {
        const ballots = ballotsOf(said)
        expect(tally(plan, [...ballots].reverse(), roll)).toEqual(tally(plan, ballots, roll))
      }),
    )
  })
})

describe('the ratified charter', () => {
  const plan = charterFixture.ratificationPlan
  const vote = { ...tally(plan, [], roll), opened: '2026-03-01', closed: '2026-03-03' }

  test('carries the vote and keeps its hash', () => {
    const charter = ratified(charterFixture, vote)
    expect(charter.seal).toEqual({ hash: contentHash(charterFixture), ratification: vote, signature: null })
  })

  test.each(['overall', 'eachGroup', 'quorum'] as const)('the %s of the plan was fixed before', (part) => {
    expect(() => ratified(charterFixture, { ...vote, plan: { ...plan, [part]: 1 } })).toThrow('another plan')
  })
})
