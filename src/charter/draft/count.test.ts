import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { votesDigest } from '../votes-digest.ts'
import { cast, told } from './assembly.case.ts'
import { countOf } from './count.ts'

const VOTES = [cast('p10', '2', 'agree'), cast('p9', '10', 'pass'), cast('p9', '2', 'disagree')]

describe('the digest of the votes', () => {
  test('is what another program finds from the format', () => {
    const lines = '["p10","2","agree"]\n["p9","2","disagree"]\n["p9","10","pass"]\n'
    expect(votesDigest(VOTES)).toBe(`sha256:${createHash('sha256').update(lines).digest('hex')}`)
  })

  test('does not depend on the order of the votes, nor on how many fit a page', () => {
    const many = Array.from({ length: 25_000 }, (_, at) => cast(`p${at}`, '1', 'agree'))
    expect(votesDigest([...many].reverse())).toBe(votesDigest(many))
    expect(votesDigest([...VOTES].reverse())).toBe(votesDigest(VOTES))
  })

  test('no two sets of votes share one', () => {
    const name = fc.string({ minLength: 1, maxLength: 3 })
    const votes = fc.array(
      fc.tuple(name, name, fc.constantFrom('agree' as const, 'pass' as const, 'disagree' as const)),
      { maxLength: 4 },
    )
    const shape = (list: readonly (readonly string[])[]) =>
      JSON.stringify(list.map((one) => JSON.stringify(one)).sort())
    const digest = (list: readonly (readonly [string, string, 'agree' | 'pass' | 'disagree'])[]) =>
      votesDigest(list.map(([person, statement, vote]) => cast(person, statement, vote)))
    fc.assert(fc.property(votes, votes, (a, b) => (digest(a) === digest(b)) === (shape(a) === shape(b))))
  })
})

describe('counting', () => {
  const { listening, map } = told({
    people: { A: 3, B: 2, '-': 1 },
    votes: { 1: { A: [2, 1], B: [0, 1], '-': [0, 1] }, 2: {}, 3: { A: [1, 1], '-': [1, 0] } },
  })
  const count = countOf(listening, map)
  const one = id<'statement'>('1')

  test('counts every answer once, in its group and overall', () => {
    expect(count.agree(one)).toMatchObject({
      overall: { n: 5, estimate: 0.4 },
      groups: { A: { n: 3 }, B: { n: 1, estimate: 0 } },
    })
    expect(count.disagree(one)).toMatchObject({
      overall: { estimate: 0.6 },
      groups: { A: { estimate: 0.3333 } },
    })
    expect(count.provenance(one)).toEqual({
      statement: '1',
      origin: 'seed',
      agree: 2,
      pass: 0,
      disagree: 3,
      unseen: 1,
    })
    expect([count.peopleIn(id('A')), count.peopleIn(id('B')), count.peopleIn(null)]).toEqual([3, 2, 1])
  })

  test('knows nothing where nobody answered', () => {
    expect(count.agree(id('2'))).toMatchObject({
      overall: { n: 0, low: 0, high: 1 },
      groups: { A: { n: 0 } },
    })
    expect(count.mustHold(one)).toBeNull()
    expect(count.touchesOthers(one)).toBeNull()
  })

  test('counts the unsure, and those who say two things, on the careful side', () => {
    const who = (participant: string) => ({ participant: id<'participant'>(participant), statement: one })
    const asked = countOf(
      {
        ...listening,
        bindings: [
          { ...who('a0'), holds: 'for-everyone' },
          { ...who('a1'), holds: 'unsure' },
          { ...who('b0'), holds: 'for-everyone' },
          { ...who('b0'), holds: 'for-each' },
        ],
        reaches: [
          { ...who('a0'), touches: 'only-me' },
          { ...who('a1'), touches: 'unsure' },
        ],
      },
      map,
    )
    expect(asked.mustHold(one)).toMatchObject({
      overall: { n: 3, estimate: 0.3333 },
      groups: { B: { estimate: 0 } },
    })
    expect(asked.touchesOthers(one)).toMatchObject({
      overall: { n: 2, estimate: 0.5, method: 'clopper-pearson' },
    })
  })

  test('opposition outside all groups is seen', () => {
    expect(count.opposedOutside(one)).toBe(true)
    expect(count.opposedOutside(id('2'))).toBe(false)
    expect(count.opposedOutside(id('3'))).toBe(false)
  })
})
