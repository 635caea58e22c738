import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, type StatementId } from '../../kernel/index.ts'
import { profiles } from '../../negotiate/told-profile.case.ts'
import { told } from '../draft/assembly.case.ts'
import { lotOf } from '../draft/lotteries.ts'
import { type Drafted, drafted } from '../draft.ts'
import { certificates } from '../schema/certificates.ts'
import type { Charter } from '../schema.ts'
import { verifyLottery } from './lottery.ts'
import { recountedPairs } from './pairs.ts'
import { type Proof, parseProof, printProof, proofDigest } from './proof.ts'
import { type Evidence, verifyCertificates } from './verify.ts'

/** Of those who can tell, 1 beats 2, 2 beats 3 and 3 beats 1; few agree with 4. */
const REQUEST = told({
  people: { A: 12, B: 10, C: 8 },
  votes: {
    1: { A: [12, 0], C: [0, 8] },
    2: { A: [0, 12], B: [10, 0] },
    3: { B: [0, 10], C: [8, 0] },
    4: { A: [2, 9], B: [3, 2] },
  },
  slates: {
    'nash-welfare': [
      ['1', 200],
      ['2', 200],
      ['3', 90],
    ],
    'maximal-lottery': [
      ['1', 200],
      ['3', 200],
      ['4', 90],
    ],
  },
})
const { charter, proof } = drafted(REQUEST) as Drafted & { proof: string }
const { votes } = REQUEST.listening

const read = (file: string): NonNullable<Evidence['proof']> => {
  const own = parseProof(file, 'x')
  if (own.kind === 'refused') throw new Error(own.problem.place)
  return { file, proof: own.value }
}
const WHOLE: Evidence = { proof: read(proof), votes }
const brokenIn = (own: Charter, evidence: Evidence) =>
  verifyCertificates(own, evidence)
    .findings.filter(({ verdict }) => verdict === 'broken')
    .map(({ says }) => says)
const changed = (edit: (slates: Charter['certificates']['slates']) => void): Charter => {
  const own = structuredClone(charter)
  edit(own.certificates.slates)
  return own
}
const rewritten = (edit: (pairs: Proof['pairs']) => void) => {
  const copy = structuredClone(WHOLE.proof!.proof)
  edit(copy.pairs)
  const file = printProof(copy)
  const own = structuredClone(charter)
  own.certificates.proof = proofDigest(file)
  return { own, proof: { file, proof: copy } }
}

describe('the lotteries of a charter', () => {
  test('are written down with a figure, and borne out by the proof, by the votes and by both', () => {
    const [mix, maximal] = charter.certificates.slates.map(({ lottery }) => lottery)
    expect(mix).toMatchObject({ kind: 'nash-welfare', gap: expect.any(Number) })
    expect(mix).toHaveProperty('gap', expect.closeTo(500, -3))
    expect(Object.keys(maximal!.shares)).toEqual(['1', '2', '3'])
    expect(certificates.parse(charter.certificates)).toEqual(charter.certificates)
    expect(verifyCertificates(charter, WHOLE).verdict).toBe('kept')
    for (const evidence of [WHOLE, { votes, proof: null }, { ...WHOLE, votes: null }])
      expect(brokenIn(charter, evidence)).toEqual([])
  })

  test('rest on who prefers what, which without the votes is taken on the word of the proof', () => {
    const saysOf = (evidence: Evidence) =>
      verifyCertificates(charter, evidence).findings.find(({ path }) => path.endsWith('slates[1].lottery'))!
        .says
    expect(saysOf(WHOLE)).toMatch(
      /^maximal-lottery: Nothing leads the lottery by more than \d+ (?:person|people) in a million who can tell\.$/,
    )
    expect(saysOf({ ...WHOLE, votes: null })).toMatch(/taken on the word of the proof\.$/)
  })

  type Slates = Charter['certificates']['slates']
  const move =
    (at: number, units: number) =>
    (slates: Slates): void => {
      const { shares } = slates[at]!.lottery!
      shares[id<'statement'>('1')]! -= units
      shares[id<'statement'>('2')]! += units
    }
  const changes: readonly (readonly [string, RegExp, (slates: Slates) => void])[] = [
    ['a part that moved in the mix', /would add more than it says/, move(0, 9e6)],
    ['a chance that moved in the lottery', /leads the lottery by more than it says/, move(1, 9e6)],
    ['a smaller gap', /would add more/, ([mix]) => Object.assign(mix!.lottery!, { gap: 1 })],
    [
      'more than the whole',
      /not the whole together/,
      ([mix]) => Object.assign(mix!.lottery!.shares, { 1: 1e9 }),
    ],
    [
      'all on one',
      /gives nothing to people who/,
      ([mix]) => Object.assign(mix!.lottery!, { shares: { 1: 1e9 } }),
    ],
    [
      'another statement',
      /what could not be seated/,
      ([mix]) => Object.assign(mix!.lottery!.shares, { x: 1 }),
    ],
    ['no lottery', /another lottery than the one/, ([mix]) => Object.assign(mix!, { lottery: null })],
    ['another’s', /another lottery than/, ([mix, other]) => Object.assign(other!, { lottery: mix!.lottery })],
  ]
  test.each(changes)('with %s are found out by counting', (_, says, edit) =>
    expect(brokenIn(changed(edit), WHOLE).join('\n')).toMatch(says))

  test('with any other figure of who prefers what, in charter and proof, are found out by the votes', () => {
    for (const at of charter.certificates.candidates.keys())
      for (const edit of [
        (pairs: Proof['pairs']) => void pairs[at]!.prefer[0]++,
        (pairs: Proof['pairs']) => void pairs[at]!.met++,
        (pairs: Proof['pairs']) => void pairs.splice(at, 1),
      ]) {
        const { own, proof } = rewritten(edit)
        expect(brokenIn(own, { proof, votes })).toContain(
          'Who prefers what is not in the proof as in the votes.',
        )
        expect(brokenIn(charter, { proof, votes: null })).toContain(
          'The proof is not the one that the charter names.',
        )
      }
  })

  test('with pairs that cannot be are found out without the votes', () => {
    const most = rewritten((pairs) => {
      pairs[0]!.prefer[0] = 31
    })
    expect(brokenIn(most.own, { proof: most.proof, votes: null })[0]).toMatch(
      /More people prefer one of 1 and 2 than/,
    )
    const fewer = rewritten((pairs) => void pairs.pop())
    expect(brokenIn(fewer.own, { proof: fewer.proof, votes: null })[0]).toMatch(/does not say of every two/)
    const none = rewritten((pairs) => void pairs.splice(0))
    expect(brokenIn(none.own, { proof: none.proof, votes })[0]).toMatch(/does not say of every two/)
  })
})

describe.each(['nash-welfare', 'maximal-lottery'] as const)('of any votes, the lottery of %s', (rule) => {
  test('is borne out with its figure, and not with one that is smaller', () => {
    fc.assert(
      fc.property(profiles({ people: 6, candidates: 4 }), (profile) => {
        const { lottery, pairs } = lotOf(rule, profile)!
        const { offsets, candidates } = profile.approvals
        const ballots = profile.people.map((_, row) => ({
          people: profile.weights[row]!,
          agree: new Set(
            [...candidates.subarray(offsets[row], offsets[row + 1])].map((at) => profile.candidates[at]!),
          ),
        }))
        const counting = { ballots, candidates: profile.candidates, slate: [], seats: 1 }
        const verdictOf = (less: number) => {
          const [figure, value] =
            lottery.kind === 'nash-welfare'
              ? ['gap', lottery.gap]
              : ['exploitability', lottery.exploitability]
          const own = { ...lottery, [figure as string]: (value as number) - less }
          return (value as number) < less
            ? 'broken'
            : verifyLottery(own, { rule, counting, pairs, votes: null }, 'x')[0]!.verdict
        }
        expect([verdictOf(0), verdictOf(2)]).toEqual(['kept', 'broken'])
      }),
      { numRuns: 40 },
    )
  })
})

test('who prefers what is counted from those who voted on both', () => {
  const statements = ['1', '4'].map((one): StatementId => id(one))
  expect(recountedPairs(votes, statements)).toEqual([{ of: ['1', '4'], prefer: [9, 0], met: 11 }])
})
