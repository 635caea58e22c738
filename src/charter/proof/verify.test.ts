import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { isInCore } from '../../negotiate/certificates/core.case.ts'
import { toldProfile } from '../../negotiate/told-profile.case.ts'
import { told } from '../draft/assembly.case.ts'
import { type Drafted, drafted } from '../draft.ts'
import type { Charter } from '../schema.ts'
import { verifyCore } from './core.ts'
import { areEnough } from './count.ts'
import { verifyEjrPlus } from './ejr-plus.ts'
import { type Proof, parseProof, printProof, proofDigest } from './proof.ts'
import { type Evidence, verifyCertificates } from './verify.ts'

/** Group A takes most places under one rule, and under the other what the rest agree on is left out. */
const REQUEST = told({
  people: { A: 24, B: 16, '-': 4 },
  votes: {
    1: { A: [23, 1], B: [1, 12], '-': [2, 1] },
    2: { A: [22, 1], B: [1, 13] },
    3: { A: [20, 2], B: [1, 10] },
    4: { A: [3, 19], B: [15, 1], '-': [1, 2] },
    5: { A: [1, 20], B: [14, 1] },
    6: { A: [12, 6, 2], B: [1, 5] },
  },
  slates: {
    'equal-shares': [
      ['1', 200],
      ['4', 200],
      ['6', 150],
      ['2', 120],
    ],
    phragmen: [
      ['1', 200],
      ['2', 200],
      ['3', 200],
      ['6', 100],
    ],
  },
})

const { charter, proof } = drafted(REQUEST) as Drafted & { proof: string }
const { votes } = REQUEST.listening

const read = (file: string): NonNullable<Evidence['proof']> => {
  const read = parseProof(file, 'a.proof.json')
  if (read.kind === 'refused') throw new Error(JSON.stringify(read.problem))
  return { file, proof: read.value }
}
const WHOLE: Evidence = { proof: read(proof), votes }
const verdictOf = (own: Charter, evidence: Evidence) => verifyCertificates(own, evidence).verdict
const saying = (own: Charter, evidence: Evidence) =>
  verifyCertificates(own, evidence)
    .findings.filter(({ verdict }) => verdict !== 'kept')
    .map(({ says }) => says)

/** A charter that names another proof, as one who rewrites both would. */
const naming = (file: string, own: Charter = charter): Charter => ({
  ...own,
  certificates: { ...own.certificates, proof: proofDigest(file) },
})
const rewritten = (edit: (proof: Proof) => void) => {
  const copy = structuredClone(WHOLE.proof!.proof)
  edit(copy)
  const file = printProof(copy)
  return { file, proof: copy }
}

describe('a charter and its proof', () => {
  test('are borne out by the proof, by the votes, and by both, as far as each goes', () => {
    expect(verifyCertificates(charter, WHOLE)).toMatchObject({ verdict: 'kept', open: [] })
    expect(verdictOf(charter, { ...WHOLE, votes: null })).toBe('kept')
    expect(saying(charter, { votes, proof: null })).toEqual([
      'equal-shares: It is said to be in the core; the payments that prove it are not here.',
    ])
    expect(verifyCertificates(charter, { votes: null, proof: null })).toMatchObject({ verdict: 'unknown' })
  })

  test('say who could claim a place and who would rather leave, and it is counted again', () => {
    const [, phragmen] = charter.certificates.slates
    expect(phragmen).toMatchObject({ ejrPlus: { outcome: 'refuted' }, core: { outcome: 'refuted' } })
    expect(
      verifyCertificates(charter, WHOLE)
        .findings.map(({ says }) => says)
        .join('\n'),
    ).toMatch(/phragmen: EJR\+ fails, as it says: \d+ people agree .*\n.*Not in the core, as it says/)
  })

  test('without a ballot bear nothing out: what holds of nobody is no success', () => {
    const empty = printProof({ ...read(proof).proof, ballots: [] })
    const nobody = naming(empty, { ...charter, certificates: { ...charter.certificates, people: 0 } })
    expect(saying(nobody, { proof: read(empty), votes: null })).toContain(
      'Nobody has a ballot, so there is nothing that could bear a claim out.',
    )
  })

  test('what the charter itself leaves open is told, and is no success by itself', () => {
    const open = structuredClone(charter)
    open.certificates.slates.forEach((slate) => {
      slate.core = { outcome: 'not-certified', because: 'not-found' }
    })
    expect(verifyCertificates(open, { ...WHOLE }).open).toHaveLength(2)
    expect(
      verdictOf({ ...open, certificates: { ...open.certificates, slates: [] } }, { votes, proof: null }),
    ).toBe('unknown')
  })
})

describe('whoever changes the proof', () => {
  /** Every place of the file where something can be changed. */
  const leaves = (
    value: unknown,
    path: readonly (string | number)[] = [],
  ): (readonly (string | number)[])[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) =>
          leaves(one, [...path, Array.isArray(value) ? Number(key) : key]),
        )
      : [path]
  const paths = leaves(WHOLE.proof!.proof)

  test('by any one value is found out', () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.integer({ min: 1, max: 9 }), (path, more) => {
        const copy = structuredClone(WHOLE.proof!.proof) as unknown
        const [last, ...above] = [...path].reverse() as [string | number, ...(string | number)[]]
        const holder = above
          .reverse()
          .reduce((at, key) => (at as Record<PropertyKey, unknown>)[key], copy) as Record<
          PropertyKey,
          unknown
        >
        const before = holder[last]
        holder[last] = typeof before === 'number' ? before + more : `${before}${more}`
        const changed = parseProof(printProof(copy as Proof), 'x')
        if (changed.kind === 'refused') return
        expect(
          verdictOf(charter, {
            votes: null,
            proof: { file: printProof(copy as Proof), proof: changed.value },
          }),
        ).toBe('broken')
      }),
      { numRuns: 60 },
    )
  })

  const people = (at: number) => rewritten(({ ballots }) => void ballots[at]!.people++)
  const ballot = (at: number) => rewritten(({ ballots }) => void ballots[at]!.agree.pop())

  test('and the charter with it, in a ballot or a weight, is found out by the votes', () => {
    const ballots = [...WHOLE.proof!.proof.ballots.keys()].filter(
      (at) => WHOLE.proof!.proof.ballots[at]!.agree.length > 0,
    )
    for (const at of ballots)
      for (const proof of [people(at), ballot(at)])
        expect(verdictOf(naming(proof.file), { proof, votes })).toBe('broken')
  })

  test('and the charter with it, to pay more than anybody keeps, is found out by counting', () => {
    const paying = WHOLE.proof!.proof.ballots.flatMap(({ pays }, at) =>
      Object.keys(pays['equal-shares'] ?? {}).length > 0 ? [at] : [],
    )
    for (const at of paying) {
      const proof = rewritten(({ ballots }) => {
        const own = ballots[at]!.pays['equal-shares']!
        const [first] = Object.keys(own) as (keyof typeof own)[]
        own[first!] = 500_000_001
      })
      expect(saying(naming(proof.file), { proof, votes: null }).join()).toMatch(
        /pays more for \d than it keeps/,
      )
    }
  })

  test('so that somebody pays for what has no seat, or nobody pays at all, is found out by counting', () => {
    const strange = rewritten(({ ballots }) => {
      ballots.find(({ agree }) => agree.includes(id('3')))!.pays['equal-shares'] = {
        [id<'statement'>('3')]: 1,
      }
    })
    expect(saying(naming(strange.file), { proof: strange, votes })[0]).toMatch(
      /pays for 3, which it does not agree with or/,
    )
    const unpaid = rewritten(({ ballots }) =>
      ballots.forEach((one) => {
        one.pays = {}
      }),
    )
    expect(saying(naming(unpaid.file), { proof: unpaid, votes })[0]).toMatch(
      /Supporters of \d keep enough for a seat/,
    )
  })
})

describe('numbers that no assembly has', () => {
  const [a, b] = [id<'statement'>('a'), id<'statement'>('b')]

  test('of seats cost no more time than the slate does', () => {
    const ballots = [{ people: 2, agree: new Set([a]) }]
    const counting = { ballots, candidates: [a, b], slate: [b], seats: Number.MAX_SAFE_INTEGER }
    const closest = { statement: a, people: 2, owed: 1 }
    expect(verifyEjrPlus({ outcome: 'refuted', closest }, counting, 'x').verdict).toBe('kept')
    const more = { statement: a, people: 2, owed: 2 ** 40 }
    expect(verifyEjrPlus({ outcome: 'refuted', closest: more }, counting, 'x').verdict).toBe('broken')
  })

  test('of people and seats are multiplied exactly', () => {
    // Of 2 · 3,002,399,751 + 1 people fewer than half agree; in doubles, times so many seats, they are as many.
    const [people, seats] = [3_002_399_751, 2 ** 52]
    const ballots = [
      { people, agree: new Set([a]) },
      { people: people + 1, agree: new Set<typeof a>() },
    ]
    const counting = { ballots, candidates: [a, b], slate: [b], seats }
    const owed = Number((BigInt(people) * BigInt(seats)) / BigInt(2 * people + 1)) + 1
    expect(areEnough(people, owed, counting)).toBe(false)
    expect(areEnough(people, owed - 1, counting)).toBe(true)
  })
})

describe('whoever changes the charter', () => {
  const changes: readonly (readonly [string, (own: Charter) => void])[] = [
    [
      'another slate',
      (own) => {
        own.certificates.slates[0]!.slate[3] = id('5')
      },
    ],
    [
      'the same slate in another order',
      (own) => {
        own.certificates.slates[0]!.slate.reverse()
      },
    ],
    [
      'a seat more',
      (own) => {
        own.method.seats++
      },
    ],
    [
      'a seat less',
      (own) => {
        own.method.seats--
      },
    ],
    [
      'a person more',
      (own) => {
        own.certificates.people++
      },
    ],
    [
      'other candidates',
      (own) => {
        own.certificates.candidates.pop()
      },
    ],
    [
      'other votes',
      (own) => {
        own.assembly.votesDigest = `sha256:${'0'.repeat(64)}`
      },
    ],
    [
      'no proof',
      (own) => {
        own.certificates.proof = null
      },
    ],
    [
      'a rule with another name',
      (own) => {
        own.certificates.slates[0]!.rule = 'agree-rate'
      },
    ],
    [
      'a claim with fewer people',
      (own) => {
        own.certificates.slates[0]!.ejrPlus.closest!.people--
      },
    ],
    [
      'a claim that is not the closest',
      (own) => {
        own.certificates.slates[0]!.ejrPlus.closest!.owed++
      },
    ],
    [
      'a failing slate called certified',
      (own) => {
        own.certificates.slates[1]!.core = { outcome: 'certified' }
      },
    ],
    [
      'EJR+ called certified',
      (own) => {
        own.certificates.slates[1]!.ejrPlus.outcome = 'certified'
      },
    ],
    [
      'fewer who would leave',
      (own) => {
        Object.assign(own.certificates.slates[1]!.core, { people: 1 })
      },
    ],
    [
      'a certified slate called refuted',
      (own) => {
        own.certificates.slates[0]!.core = { outcome: 'refuted', people: 20, claims: [id('5')] }
      },
    ],
  ]
  test.each(changes)('to say %s is found out', (_, change) => {
    const own = structuredClone(charter)
    change(own)
    expect(verdictOf(own, WHOLE)).toBe('broken')
  })

  test('to seat more than there are seats for is found out, although nobody would leave', () => {
    const own = structuredClone(charter)
    own.certificates.slates[0]!.slate = [...own.certificates.candidates]
    const proof = rewritten((copy) => {
      copy.slates[0]!.slate = own.certificates.slates[0]!.slate
    })
    expect(saying(naming(proof.file, own), { proof, votes })).toContain(
      'equal-shares: It is no choice of 4 candidates.',
    )
  })
})

describe('payments', () => {
  const CANDIDATES = [...'abcde']
  const elections = fc.record({
    ballots: fc.array(fc.tuple(fc.subarray(CANDIDATES), fc.constantFrom(0, 2e8, 1e9 / 4, 5e8)), {
      minLength: 3,
      maxLength: 6,
    }),
    slate: fc.subarray(CANDIDATES, { minLength: 2, maxLength: 2 }),
  })

  test('whoever made them up, are borne out only where nobody would leave: tried by brute force', () => {
    const counts = { kept: 0, broken: 0 }
    for (const { ballots, slate } of fc.sample(elections, { numRuns: 300, seed: 57 })) {
      const pays = (agree: readonly string[], each: number) =>
        Object.fromEntries(agree.filter((one) => each > 0 && slate.includes(one)).map((one) => [one, each]))
      const counting = {
        ballots: ballots.map(([agree]) => ({
          people: 1,
          agree: new Set(agree.map((one) => id<'statement'>(one))),
        })),
        candidates: CANDIDATES.map((one) => id<'statement'>(one)),
        slate: slate.map((one) => id<'statement'>(one)),
        seats: 2,
      }
      const paying = ballots.map(([agree, each]) => ({
        people: 1,
        agree: agree.map((one) => id<'statement'>(one)),
        pays: { made: pays(agree, each) },
      }))
      const found = verifyCore({ outcome: 'certified' }, counting, { rule: 'made', ballots: paying }, 'x')
      counts[found!.verdict as 'kept' | 'broken']++
      const profile = toldProfile(
        'abcde',
        ballots.map(([agree]) => agree.join('')),
      )
      if (found!.verdict === 'kept') expect(isInCore(profile, counting.slate, 2)).toBe(true)
    }
    expect(counts.kept).toBeGreaterThan(50)
    expect(counts.broken).toBeGreaterThan(50)
  })
})

describe('a proof file', () => {
  test('reads as it was written', () => {
    expect(printProof(read(proof).proof)).toBe(proof)
    expect(proofDigest(proof)).toBe(charter.certificates.proof)
    expect(proof).not.toMatch(/"[ab]\d+"/)
  })

  test.each([
    ['broken JSON', '{', /^x: found broken JSON$/],
    [
      'another schema',
      proof.replace('parley-proof/1', 'parley-proof/2'),
      /^x, schema: found "\\"parley-proof\/2\\""$/,
    ],
    ['a ballot of nobody', proof.replace(/"people":\d+/, '"people":0'), /^x, ballots\.0\.people: found "0"$/],
    ['a statement twice', proof.replace('"candidates":["1"', '"candidates":["2"'), /^x, candidates: found /],
    ['half a billionth', proof.replace(/:(\d{6,})\}/, ':$1.5}'), /^x, ballots\.\d+\.pays\./],
    ['something else', proof.replace('"seats"', '"chairs"'), /^x/],
    [
      'a hundred thousand lists in one another',
      '['.repeat(100_000) + ']'.repeat(100_000),
      /^x: found a list$/,
    ],
    [
      'more people than there are',
      proof.replace(/"people":\d+/, '"people":10000000001'),
      /^x, ballots: found a list$/,
    ],
  ])('with %s is refused in a line', (_, file, line) => {
    const refused = parseProof(file, 'x')
    expect(refused).toMatchObject({
      kind: 'refused',
      problem: { expected: expect.stringMatching(/^a proof file/) },
    })
    if (refused.kind === 'refused')
      expect(`${refused.problem.place}: found ${refused.problem.found}`).toMatch(line)
  })
})
