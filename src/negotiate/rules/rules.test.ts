import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GUARANTEES } from '../guarantees/index.ts'
import { profiles, times, toldProfile } from '../told-profile.case.ts'
import { agreeRate } from './agree-rate.ts'
import { exactEqualShares, exactPhragmen, exactSeqPav } from './exact.case.ts'
import { RULES } from './index.ts'
import { phragmen } from './phragmen.ts'
import { checkRule, counterexample } from './rule.case.ts'

/** Profiles for bridging, of which a fit takes a millisecond; `bridging.system.test.ts` tries it on more. */
const A_FEW = 40

for (const [name, rule] of Object.entries(RULES)) {
  test(`${name} is found under its own name`, () => expect(rule.name).toBe(name))
  checkRule(rule, name === 'bridging' ? A_FEW : undefined)
}

describe('a promise that a rule does not keep is caught', () => {
  test('most agreed leaves out groups that are large enough', () => {
    expect(counterexample(agreeRate, 'justified-representation')).toMatch(
      /people agree on . and with nothing that is seated/,
    )
  })

  test('most agreed can pass over what beats each other statement among those who saw both', () => {
    expect(counterexample(agreeRate, 'condorcet')).toMatch(/beats each other statement and has no seat/)
  })

  test('agreed across groups can pass over what others agree with besides', () => {
    expect(counterexample(RULES['group-informed-consensus'], 'pareto')).toMatch(/nobody prefers it/)
  })

  test('points are won by saying it twice', () => {
    expect(counterexample(RULES.borda, 'clone-invariance')).toMatch(/said twice, .+ instead of/)
  })

  test('a lottery can take a seat away from what is agreed with more', () => {
    expect(counterexample(RULES['maximal-lottery'], 'monotonicity')).toMatch(/loses its seat when .+ agrees/)
  })

  test('equal shares can take a seat away when there are more', () => {
    const profile = toldProfile('abcd', ['acd', 'ac', 'bd'])
    const { choose } = RULES['equal-shares']
    expect(GUARANTEES['committee-monotonicity'].broken(choose, profile, 3)).toBe(
      'd has one of 2 seats and none of 3',
    )
  })

  test('a rule that looks at who somebody is', () => {
    const onlyFirst = {
      ...agreeRate,
      choose: (profile: Parameters<typeof agreeRate.choose>[0], seats: number) =>
        agreeRate.choose(
          {
            ...profile,
            approvals: {
              ...profile.approvals,
              candidates: profile.approvals.candidates.subarray(0, profile.approvals.offsets[1]),
            },
          },
          seats,
        ),
    }
    expect(counterexample(onlyFirst, 'anonymity')).toMatch(/with the people in reverse order/)
  })

  test('a rule that takes the first statements', () => {
    const earliest = {
      ...agreeRate,
      choose: (profile: Parameters<typeof agreeRate.choose>[0], seats: number) =>
        profile.candidates.slice(0, seats),
    }
    expect(counterexample(earliest, 'neutrality')).toMatch(/with the statements in reverse order/)
  })
})

describe('doubles with a tolerance choose what exact fractions choose, seat by seat', () => {
  const many = profiles({ people: 15, candidates: 8 })
  const seats = fc.integer({ min: 1, max: 6 })

  test('equal shares', () => {
    fc.assert(
      fc.property(many, seats, (profile, k) => {
        expect(RULES['equal-shares'].choose(profile, k)).toEqual(exactEqualShares(profile, k))
      }),
      { numRuns: 1000 },
    )
  })

  test('where all that is left is exactly the price of a seat, which doubles miss by a hair', () => {
    const profile = toldProfile('abcdef', ['be', 'c', 'acf', 'adf'])
    expect(exactEqualShares(profile, 5)).toEqual(['a', 'c', 'f', 'b', 'e'])
    expect(RULES['equal-shares'].choose(profile, 5)).toEqual(['a', 'c', 'f', 'b', 'e'])
  })

  test('Phragmén', () => {
    fc.assert(
      fc.property(many, seats, (profile, k) => {
        expect(phragmen.choose(profile, k)).toEqual(exactPhragmen(profile, k))
      }),
      { numRuns: 1000 },
    )
  })

  test('sequential PAV', () => {
    fc.assert(
      fc.property(many, seats, (profile, k) => {
        expect(RULES['seq-pav'].choose(profile, k)).toEqual(exactSeqPav(profile, k))
      }),
      { numRuns: 300 },
    )
  })
})

describe('published examples', () => {
  // Lackner & Skowron 2023, Multi-Winner Voting with Approval Preferences, example 1.
  const running = toldProfile('abcdefg', [
    ...times(3, 'ab'),
    ...times(3, 'ac'),
    ...times(2, 'ad'),
    'bcf',
    'e',
    'f',
    'g',
  ])

  test('equal shares on the running example elects a, b, c, d', () => {
    expect([...RULES['equal-shares'].choose(running, 4)].sort()).toEqual(['a', 'b', 'c', 'd'])
  })

  test('where equal shares and Phragmén part: c, a, then d is left to Phragmén; Phragmén alone takes c, b, d', () => {
    const profile = toldProfile('abcd', [...times(3, 'cd'), ...times(2, 'ab'), ...times(2, 'ac'), 'bd'])
    expect(RULES['equal-shares'].choose(profile, 3)).toEqual(['c', 'a', 'd'])
    expect([...phragmen.choose(profile, 3)].sort()).toEqual(['b', 'c', 'd'])
  })

  test.each(['phragmen', 'seq-pav'] as const)('%s seats parties as D’Hondt does', (rule) => {
    const parties = toldProfile('abcdefghi', [...times(6, 'abc'), ...times(3, 'def'), ...times(2, 'ghi')])
    const seats = RULES[rule].choose(parties, 5)
    const perParty = ['abc', 'def', 'ghi'].map((party) => seats.filter((seat) => party.includes(seat)).length)
    expect(perParty).toEqual([3, 1, 1])
  })
})

describe('group-informed consensus', () => {
  const groups = { A: [0, 1, 2, 3, 4, 5], B: [6, 7, 8] }
  const ballots = [...times(6, 'ab'), ...times(3, 'b')]

  test('puts what both groups agree on before what most agree on', () => {
    const profile = toldProfile(
      'ab',
      [...times(6, 'a'), ...times(3, '')].map((own, at) => own + (at < 3 || at > 5 ? 'b' : '')),
      { groups },
    )
    expect(agreeRate.choose(profile, 1)).toEqual(['a'])
    expect(RULES['group-informed-consensus'].choose(profile, 1)).toEqual(['b'])
  })

  test('without groups is the same as most agreed', () => {
    const profile = toldProfile('ab', ballots)
    expect(RULES['group-informed-consensus'].choose(profile, 2)).toEqual(agreeRate.choose(profile, 2))
  })
})

describe('bridging', () => {
  // Forty people and twenty, who answer s, t, u and v against each other.
  const [many, few] = ['st', 'uv']
  const groups = {
    A: Array.from({ length: 40 }, (_, at) => at),
    B: Array.from({ length: 20 }, (_, at) => 40 + at),
  }
  const profile = toldProfile(
    'abstuv',
    [...times(24, `ab${many}`), ...times(16, `a${many}`), ...times(12, `b${few}`), ...times(8, few)],
    { groups },
  )

  test('puts what six in ten of both sides agree with before what all of the larger side do', () => {
    expect(agreeRate.choose(profile, 1)).toEqual(['a'])
    expect(RULES.bridging.choose(profile, 1)).toEqual(['b'])
  })

  test('a statement that fewer than five people saw has no score, and comes last', () => {
    const saw = profile.people.map((_, person) => (person < 4 ? 'abstuvw' : 'abstuv'))
    const ballots = profile.people.map((_, person) =>
      person < 4 ? `abw${many}` : person < 40 ? `b${many}` : `b${few}`,
    )
    const slate = RULES.bridging.choose(toldProfile('abstuvw', ballots, { saw }), 7)
    expect([slate[0], slate.at(-1)]).toEqual(['b', 'w'])
  })
})

describe('most agreed', () => {
  test('counts those who saw it: nine of ten beat ten of twenty', () => {
    const profile = toldProfile('ab', [...times(9, 'b'), ...times(10, 'a'), ...times(1, '')], {
      saw: [...times(9, 'ab'), ...times(10, 'a'), ...times(1, 'ab')],
    })
    expect(agreeRate.choose(profile, 1)).toEqual(['b'])
  })

  test('two of two do not beat ninety of a hundred', () => {
    const profile = toldProfile('ab', [...times(2, 'a'), ...times(90, 'b'), ...times(10, '')], {
      saw: [...times(2, 'a'), ...times(100, 'b')],
    })
    expect(agreeRate.choose(profile, 1)).toEqual(['b'])
  })
})
