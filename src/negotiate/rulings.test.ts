import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerOf } from '../classify/index.ts'
import { people, statement, told, toldCase, toldCases, toldMap } from '../classify/told.case.ts'
import { id } from '../kernel/index.ts'
import type { Comparison, Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { cyclesOf } from './cycles.ts'
import { rulingsOf } from './rulings.ts'

/** Candour and comfort collide at the bedside and in the letter; the timetable serves both. */
const CASES = toldCases(
  ...['bedside', 'letter'].map((name) =>
    toldCase(name, [
      { name: 'tells', does: '+candour -comfort' },
      { name: 'soothes', does: '-candour +comfort' },
      { name: 'shouts', does: '+candour -comfort' },
      { name: 'mumbles', does: '-candour -comfort' },
      { name: 'shrugs', does: '-comfort' },
      { name: 'absent', kind: 'absent', does: '0candour 0comfort' },
    ]),
  ),
  toldCase('timetable', [
    { name: 'tells', does: '+candour +comfort' },
    { name: 'absent', kind: 'absent', does: '' },
  ]),
)
const A = people('a', 40)
const B = people('b', 20)
const GROUPS = toldMap({ A, B })

const prefer = (who: readonly string[], a: string, over: string, where = 'bedside'): Comparison[] =>
  who.map((participant) => ({
    participant: id(participant),
    case: id(where),
    a: id(a),
    b: id(over),
    prefers: 'a',
  }))
const tied = (who: readonly string[]): Comparison[] =>
  prefer(who, 'tells', 'soothes').map((comparison) => ({ ...comparison, prefers: 'tie' }))

const rule = (
  comparisons: readonly Comparison[],
  map: OpinionMap = GROUPS,
  parts: Partial<Listening> = {},
) => {
  const listening = told({
    statements: [statement('candour'), statement('comfort')],
    ...CASES,
    comparisons,
    ...parts,
  })
  return rulingsOf({ listening, map, register: registerOf(listening, map), seed: 'test' })
}
const contrasts = (of: ReturnType<typeof only>) =>
  Object.fromEntries(of.inContrast.map(({ rule, prefers }) => [rule, prefers]))

const only = (...asked: Parameters<typeof rule>) => {
  const rulings = rule(...asked)
  expect(rulings).toHaveLength(1)
  return rulings[0]!
}

describe('a ruling', () => {
  const everyone = [...A, ...B]
  const clear = [
    ...prefer(everyone.slice(0, 50), 'tells', 'soothes'),
    ...prefer(everyone.slice(50), 'soothes', 'tells'),
  ]

  test('says what gives way to what, where, and where not', () => {
    expect(only(prefer([...A, ...B], 'tells', 'soothes'))).toMatchObject({
      prefer: 'candour',
      over: 'comfort',
      cases: ['bedside', 'letter'],
      outside: ['timetable'],
      winProbability: 1,
      status: 'robust',
      benefits: ['A', 'B'],
      burdens: [],
      notShown: [],
    })
  })

  test('names the side that leads, whichever it is', () => {
    const { support, groups, ...other } = only(prefer([...A, ...B], 'soothes', 'tells'))
    expect(other).toMatchObject({ prefer: 'comfort', over: 'candour', status: 'robust', winProbability: 1 })
    expect(support).toMatchObject({ n: 60, method: 'beta' })
    expect(support.estimate).toBeCloseTo(60.5 / 61, 9)
    expect([...groups].map(([group, { n }]) => [group, n])).toEqual([['A', 40], ['B', 20]]) // biome-ignore format: pairs
  })

  test('reads a comparison whichever way round it was asked', () => {
    const turned = clear.map(({ a, b, ...rest }): Comparison => ({ ...rest, a: b, b: a, prefers: 'b' }))
    expect(rule(turned)).toEqual(rule(clear))
  })

  test('counts a tie as half a voice each way', () => {
    expect(
      only([...prefer(A.slice(0, 10), 'tells', 'soothes'), ...tied(A.slice(10, 20))]).support.estimate,
    ).toBeCloseTo(15.5 / 21, 9)
  })

  test('gives each person one voice, however often they compared', () => {
    const often = [
      ...clear,
      ...prefer(['a1'], 'tells', 'soothes', 'letter'),
      ...prefer(['a1'], 'tells', 'soothes', 'letter'),
    ]
    expect(only(often).support).toEqual(only(clear).support)
  })

  test('hears only comparisons between the two sides, in its cases', () => {
    const beside = [
      ...prefer(A, 'tells', 'mumbles'),
      ...prefer(A, 'tells', 'absent'),
      ...prefer(A, 'tells', 'absent', 'timetable'),
      ...prefer(A, 'tells', 'shouts'),
      ...prefer(A, 'shrugs', 'soothes'),
    ]
    expect(only(beside)).toMatchObject({ winProbability: 0.5, support: { n: 0 }, status: 'contested' })
  })

  test('weighs groups by their people, not by how many of them compared', () => {
    const loud = [...prefer(A.slice(0, 8), 'tells', 'soothes'), ...prefer(B, 'soothes', 'tells')]
    const { prefer: winner, byRule } = only(loud)
    expect(winner).toBe('candour')
    expect(byRule.find(({ rule: name }) => name === 'people count equally')?.prefers).toBe('comfort')
  })
})

describe('contested', () => {
  test('where nobody compared, and it says so', () => {
    expect(only([])).toMatchObject({
      winProbability: 0.5,
      support: { n: 0, low: 0, high: 1, method: 'beta' },
      status: 'contested',
      benefits: [],
      burdens: [],
      notShown: ['A', 'B'],
      byRule: [
        { rule: 'people count equally', prefers: null },
        { rule: 'groups count equally', prefers: null },
        { rule: 'no group is overruled', prefers: null },
      ],
    })
  })

  test('where a group would be overruled', () => {
    const split = only([...prefer(A, 'tells', 'soothes'), ...prefer(B, 'soothes', 'tells')])
    expect(split.winProbability).toBeGreaterThan(0.95)
    expect(split).toMatchObject({ status: 'contested', benefits: ['A'], burdens: ['B'] })
    expect(split.byRule.map(({ prefers }) => prefers)).toEqual(['candour', null, null])
  })

  test('where the lead is too small to tell', () => {
    const close = [...prefer(A.slice(0, 22), 'tells', 'soothes'), ...prefer(A.slice(22), 'soothes', 'tells')]
    const small = only([
      ...close,
      ...prefer(B.slice(0, 11), 'tells', 'soothes'),
      ...prefer(B.slice(11), 'soothes', 'tells'),
    ])
    expect(small.winProbability).toBeLessThan(0.95)
    expect(small.status).toBe('contested')
    expect(small.notShown).toEqual(['A', 'B'])
  })

  test('only pairs that probably conflict are ruled on', () => {
    const possible = toldCases(
      toldCase('bedside', [
        { name: 'tells', does: '+candour -comfort' },
        { name: 'soothes', does: '?-candour +comfort' },
      ]),
    )
    expect(rule(prefer(A, 'tells', 'soothes'), GROUPS, possible)).toEqual([])
  })
})

describe('without groups, and beside them', () => {
  test('everybody counts as one group', () => {
    const ruling = only(prefer([...A, ...B], 'tells', 'soothes'), toldMap({ '-': [...A, ...B] }))
    expect(ruling).toMatchObject({ status: 'robust', benefits: [], burdens: [], notShown: [] })
    expect(ruling.groups.size).toBe(0)
  })

  test('people in no group are heard, and are not a group', () => {
    const map = toldMap({ A, '-': B })
    const ruling = only([...prefer(A, 'tells', 'soothes'), ...prefer(B, 'soothes', 'tells')], map)
    expect([...ruling.groups.keys()]).toEqual(['A'])
    expect(ruling.support.n).toBe(60)
    expect(ruling.winProbability).toBeGreaterThan(0.95)
    expect(only(prefer(A, 'tells', 'soothes'), map).winProbability).toBe(1)
  })

  test('a group of whom nobody compared leaves it open', () => {
    const silent = only(prefer(B, 'tells', 'soothes'))
    expect(silent.winProbability).toBeGreaterThan(0.5)
    expect(silent.winProbability).toBeLessThan(0.95)
    expect(silent).toMatchObject({ status: 'contested', benefits: ['B'], notShown: ['A'] })
  })
})

test('the order of the records never changes a ruling', () => {
  const comparisons = [
    ...prefer(A, 'tells', 'soothes'),
    ...tied(B),
    ...prefer(B.slice(0, 7), 'soothes', 'tells', 'letter'),
  ]
  const shuffle = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
  fc.assert(
    fc.property(shuffle(comparisons), shuffle(CASES.cases), shuffle(GROUPS.people), (said, cases, placed) => {
      expect(rule(said, { ...GROUPS, people: placed }, { cases })).toEqual(rule(comparisons))
    }),
    { numRuns: 10 },
  )
})

describe('rulings that go round in a circle', () => {
  const robust = (...pairs: string[]) =>
    pairs.map((pair) => ({
      prefer: id<'statement'>(pair[0]!),
      over: id<'statement'>(pair[1]!),
      status: 'robust' as const,
    }))

  test('are found once, from the lowest id on', () => {
    expect(cyclesOf(robust('bc', 'ca', 'ab', 'ad'))).toEqual([['a', 'b', 'c']])
  })

  test('each value on a circle is on one of them', () => {
    expect(cyclesOf(robust('ab', 'ba', 'bc', 'cd', 'db'))).toEqual([
      ['a', 'b'],
      ['b', 'c', 'd'],
    ])
  })

  test('are none where an order stands', () => {
    expect(cyclesOf(robust('ab', 'bc', 'ac'))).toEqual([])
  })

  test('are not made of contested rulings', () => {
    const [first, second, third] = robust('ab', 'bc', 'ca')
    expect(cyclesOf([first!, second!, { ...third!, status: 'contested' }])).toEqual([])
  })
})

describe('what undeclared rules would rule', () => {
  test('a majority that presses on a group: the lottery and plain training follow it', () => {
    const said = contrasts(only([...prefer(A, 'tells', 'soothes'), ...prefer(B, 'soothes', 'tells')]))
    expect(said['a lottery by majority']).toBe('candour')
    expect(said['what plain training would do']).toBe('candour')
    expect(said['the product of gains (Nash)']).toBeNull()
  })

  test('plain training counts comparisons, and so hears those most who compared most', () => {
    const often = ['bedside', 'letter'].flatMap((where) => [
      ...prefer(B, 'soothes', 'tells', where),
      ...prefer(B, 'soothes', 'shouts', where),
    ])
    const said = contrasts(only([...prefer(A, 'tells', 'soothes'), ...often]))
    expect(said['a lottery by majority']).toBe('candour')
    expect(said['what plain training would do']).toBe('comfort')
  })

  test('say nothing where nobody compared', () => {
    expect(new Set(Object.values(contrasts(only([]))))).toEqual(new Set([null]))
  })
})
