import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { registerOf } from '../classify/index.ts'
import { statement, told, toldMap } from '../classify/told.case.ts'
import { USUALLY_DECLARED } from './declared.ts'
import { type PanelRequest, panelOf, panelSteps } from './panel.ts'
import { planted } from './planted.case.ts'
import { RULES, type RuleName } from './rules/index.ts'

const ASSEMBLY = planted({ groups: { A: 70, B: 50 }, statements: 18, common: 1, sees: 0.95, seed: 'panel' })
const ask = (parts: Partial<PanelRequest> = {}) =>
  panelOf({
    ...ASSEMBLY,
    seats: 8,
    rule: 'equal-shares',
    declared: USUALLY_DECLARED,
    profile: 'seen',
    seed: 'test',
    resamples: 40,
    ...parts,
  })
const PANEL = ask()

describe('every rule side by side', () => {
  test('has one slate per rule, each with as many seats as there are', () => {
    expect(PANEL.slates.map(({ rule }) => rule)).toEqual(Object.keys(RULES))
    expect(new Set(PANEL.slates.map(({ seats }) => seats.length))).toEqual(new Set([8]))
    expect(PANEL).toMatchObject({ seats: 8, inForce: 'equal-shares', resamples: 40 })
    expect(PANEL.candidates).toHaveLength(17)
  })

  test('shared is what every declared rule seats, parted what only some do', () => {
    const declared = PANEL.slates.filter(({ rule }) => PANEL.declared.includes(rule))
    const slates = declared.map(({ seats }) => seats.map((seat) => seat.statement))
    for (const candidate of PANEL.candidates) {
      const by = slates.filter((slate) => slate.includes(candidate)).length
      expect(PANEL.shared.includes(candidate)).toBe(by === slates.length)
      expect(PANEL.parted.includes(candidate)).toBe(by > 0 && by < slates.length)
    }
    expect(PANEL.shared.length).toBeGreaterThan(0)
    expect(PANEL.parted.length).toBeGreaterThan(0)
  })

  test('the smaller group gets less from most agreed than from equal shares', () => {
    const approvedByB = (rule: string) =>
      PANEL.slates.find((slate) => slate.rule === rule)!.utilities.find(({ group }) => group === 'B')!
        .approved.estimate
    expect(approvedByB('equal-shares')).toBeGreaterThan(approvedByB('agree-rate'))
  })
})

describe('how surely a seat is filled', () => {
  test('is the share of fresh draws of the people in which the rule fills it', () => {
    for (const { rule, seats } of PANEL.slates)
      for (const { inclusion } of seats) {
        expect(inclusion).toMatchObject({ n: PANEL.declared.includes(rule) ? 40 : 2, method: 'wilson' })
        expect((inclusion.estimate * inclusion.n) % 1).toBeCloseTo(0, 9)
      }
  })

  test('is sure for what almost everybody likes, and less so at the edge', () => {
    const rate = PANEL.slates.find(({ rule }) => rule === 'agree-rate')!
    const [first, last] = [rate.seats[0]!, rate.seats.at(-1)!]
    expect(first.inclusion.estimate).toBe(1)
    expect(last.inclusion.estimate).toBeLessThan(1)
  })

  test('is unknown without draws', () => {
    expect(ask({ resamples: 0 }).slates[0]!.seats[0]!.inclusion).toMatchObject({ n: 0, low: 0, high: 1 })
  })
})

describe('the rules that were declared', () => {
  const two = ask({ declared: ['agree-rate'], resamples: 25 })

  test('hold the one in force, in the order of all rules', () => {
    expect(PANEL.declared).toEqual(USUALLY_DECLARED)
    expect(two.declared).toEqual(['equal-shares', 'agree-rate'])
  })

  test('alone say what is shared and what is parted', () => {
    const seatedBy = (rule: string) =>
      two.slates.find((slate) => slate.rule === rule)!.seats.map(({ statement }) => statement)
    const [one, other] = [seatedBy('equal-shares'), seatedBy('agree-rate')]
    const both = one.filter((statement) => other.includes(statement))
    expect([...two.shared].sort()).toEqual([...both].sort())
    expect(two.parted).toHaveLength(one.length + other.length - 2 * both.length)
  })

  test('see every draw, the others one in twenty, and each seat says how many', () => {
    const drawsOf = (rule: string) =>
      two.slates.find((slate) => slate.rule === rule)!.seats.map(({ inclusion }) => inclusion.n)
    expect(new Set(drawsOf('agree-rate'))).toEqual(new Set([25]))
    expect(new Set(drawsOf('phragmen'))).toEqual(new Set([2]))
  })

  test('do not change what the others choose', () => {
    const chosen = (panel: typeof PANEL) =>
      panel.slates.map(({ rule, seats }) => [rule, seats.map(({ statement }) => statement)])
    expect(chosen(two)).toEqual(chosen(PANEL))
  })
})

describe('what a place hangs on', () => {
  const [slate] = PANEL.slates

  test('is tried one thing at a time: rules, places, viewers, what is read', () => {
    expect(PANEL.tried).toEqual({ places: [6, 7, 8, 9, 10], viewers: [10, 20, 40] })
    for (const { statement, rules, places, viewers, profiles } of PANEL.footings) {
      const isSeated = slate!.seats.some((seat) => seat.statement === statement)
      expect(rules.includes('equal-shares')).toBe(isSeated)
      expect(places.includes(8)).toBe(isSeated)
      expect(viewers.includes(20)).toBe(isSeated)
      expect(profiles.includes('seen')).toBe(isSeated)
    }
    expect(PANEL.footings.slice(0, 8).map(({ statement }) => statement)).toEqual(
      slate!.seats.map(({ statement }) => statement),
    )
  })

  test('the other profile stands beside, of the declared rules only, with its own draws', () => {
    expect(PANEL).toMatchObject({ profile: 'seen', otherProfile: { profile: 'pooled' } })
    expect(PANEL.otherProfile.slates.map(({ rule }) => rule)).toEqual(PANEL.declared)
    for (const { seats } of PANEL.otherProfile.slates)
      for (const { inclusion } of seats) expect(inclusion.n).toBe(10)
  })

  test('whichever profile is declared, the other is beside, and the same', () => {
    const pooled = ask({ profile: 'pooled', resamples: 10 })
    expect(pooled).toMatchObject({ profile: 'pooled', otherProfile: { profile: 'seen' } })
    expect(pooled.slates[0]!.seats).toEqual(PANEL.otherProfile.slates[0]!.seats)
  })
})

describe('what is proved of a slate', () => {
  test('a slate that owes somebody a place says whom, and which', () => {
    const failing = PANEL.slates.flatMap(({ rule, checks }) =>
      checks.flatMap((check) => (check.outcome === 'fails' ? [{ rule, ...check }] : [])),
    )
    expect(failing.map(({ rule }) => rule)).toContain('agree-rate')
    const { witness, says } = failing.find(
      ({ rule, guarantee }) => rule === 'agree-rate' && guarantee === 'ejr-plus',
    )!
    expect(says).toMatch(
      /^\d+ people agree on a statement that is not seated\. They are enough for \d places?, /,
    )
    expect(witness.people.filter((person) => person.startsWith('b')).length).toBeGreaterThan(
      witness.people.length / 2,
    )
  })

  test('equal shares is proved proportional', () => {
    expect(PANEL.slates[0]!.checks.map(({ guarantee, outcome }) => [guarantee, outcome])).toEqual([
      ['anonymity', 'proved'],
      ['ejr-plus', 'proved'],
      ['core', 'proved'],
    ])
  })
})

describe('the same, however it is asked', () => {
  // Few people and statements: what is asked here holds of any assembly, and is asked often.
  const few = planted({ groups: { A: 36, B: 24 }, statements: 9, common: 1, sees: 0.9, seed: 'few' })
  const request: PanelRequest = {
    ...few,
    seats: 4,
    rule: 'equal-shares',
    declared: USUALLY_DECLARED,
    profile: 'seen',
    seed: 'test',
    resamples: 10,
  }
  const panel = panelOf(request)

  test('the same seed gives the same panel, another seed other draws', () => {
    expect(panelOf(request)).toEqual(panel)
    const other = panelOf({ ...request, seed: 'other' })
    expect(other).not.toEqual(panel)
    expect(other.shared).toEqual(panel.shared)
  })

  test('the order of people and votes never matters', () => {
    const shuffle = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
    fc.assert(
      fc.property(
        shuffle(few.listening.votes),
        shuffle(few.listening.statements),
        shuffle(few.map.people),
        (votes, statements, people) => {
          const other = {
            listening: { ...few.listening, votes, statements },
            map: { ...few.map, people },
          }
          expect(panelOf({ ...request, ...other })).toEqual(panel)
        },
      ),
      { numRuns: 3 },
    )
  })

  test('a step at a time is the same, and says how far it is', () => {
    const steps = panelSteps(request)
    const seen = []
    let step = steps.next()
    for (; !step.done; step = steps.next()) seen.push(step.value)
    expect(step.value).toEqual(panel)
    expect(seen.at(-1)).toEqual({ doing: 'resamples', done: 10, of: 10 })
    expect(seen).toHaveLength(10)
  })
})

describe('at the edges', () => {
  const silent = told({ statements: [statement('1')] })

  test('no votes: no candidates, empty slates', () => {
    const panel = ask({ listening: silent, map: toldMap({}), register: registerOf(silent, toldMap({})) })
    expect(panel).toMatchObject({ candidates: [], shared: [], parted: [] })
    for (const { seats, utilities } of panel.slates) expect([seats, utilities]).toEqual([[], []])
  })

  test('fewer candidates than seats: all of them, under every rule', () => {
    const panel = ask({ seats: 30, resamples: 3 })
    expect(panel.shared).toHaveLength(17)
    expect(panel.parted).toEqual([])
    expect(panel.slates.every(({ seats }) => seats.every(({ inclusion }) => inclusion.estimate === 1))).toBe(
      true,
    )
  })

  test('one group, and no groups', () => {
    const one = planted({ groups: { A: 60 }, statements: 6, common: 3, sees: 1, seed: 'one' })
    expect(ask({ ...one, seats: 2, resamples: 3 }).slates[0]!.utilities.map(({ group }) => group)).toEqual([
      'A',
    ])
    expect(ask({ ...one, map: toldMap({}), seats: 2, resamples: 3 }).slates[0]!.utilities).toEqual([])
  })

  test('no seats: nobody is seated, and nobody is owed a place', () => {
    const panel = ask({ seats: 0, resamples: 2 })
    for (const { seats } of panel.slates) expect(seats).toEqual([])
    expect(panel.slates.every(({ checks }) => checks.every(({ outcome }) => outcome === 'proved'))).toBe(true)
  })

  test('a rule that does not exist is a programmer’s mistake, declared or in force, and so is half a seat', () => {
    expect(() => ask({ declared: ['lottery' as RuleName] })).toThrow('no rule "lottery"')
    expect(() => ask({ rule: 'lottery' })).toThrow('no rule "lottery"; there are equal-shares, phragmen')
    expect(() => ask({ seats: 1.5 })).toThrow('a count is needed, got 1.5')
  })
})
