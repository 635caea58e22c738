import { describe, expect, test } from 'vitest'
import { id } from '../kernel/index.ts'
import { effectsOf, type RuleSlate } from './effects.ts'
import { groupDraws } from './group-draws.ts'
import { pooledShares } from './profiles/shares.ts'
import { times, toldProfile } from './told-profile.case.ts'

// A likes a and b, B likes c and d; nobody likes e.
const profile = toldProfile('abcde', [...times(60, 'ab'), ...times(40, 'cd')], {
  groups: { A: Array.from({ length: 60 }, (_, at) => at), B: Array.from({ length: 40 }, (_, at) => 60 + at) },
})
const slate = (rule: string, letters: string, isReference = false): RuleSlate => ({
  rule,
  statements: [...letters].map((letter) => id(letter)),
  isReference,
})
const told = (...slates: readonly RuleSlate[]) =>
  effectsOf({
    profile,
    shares: pooledShares(profile, new Float64Array(profile.seen.candidates.length).fill(Number.NaN)),
    draws: groupDraws(profile, 'test'),
    slates,
  })
const calls = (effects: ReturnType<typeof told>[number], kind: string) =>
  effects.filter(({ beside }) => beside.kind === kind).map(({ group, called }) => [group, called])

describe('who gains and who loses', () => {
  const [all, half] = told(slate('training', 'ab', true), slate('fair', 'ac'))

  test('beside deciding nothing: who mostly agrees gains, who mostly does not loses', () => {
    expect(calls(all!, 'status-quo')).toEqual([
      ['A', 'gains'],
      ['B', 'loses'],
    ])
    expect(calls(half!, 'status-quo')).toEqual([
      ['A', 'not-shown'],
      ['B', 'not-shown'],
    ])
  })

  test('beside its own best: nothing is lost where the slate is that', () => {
    expect(calls(all!, 'own-best')).toEqual([
      ['A', 'same'],
      ['B', 'loses'],
    ])
  })

  test('beside what plain training would do: the affected groups are named, with how much', () => {
    expect(calls(half!, 'rule')).toEqual([
      ['A', 'loses'],
      ['B', 'gains'],
    ])
    const [a] = half!.filter(({ beside }) => beside.kind === 'rule')
    expect(a!.places).toMatchObject({ n: 60 })
    expect(a!.places.estimate).toBeLessThan(-0.8)
    expect(calls(all!, 'rule')).toEqual([])
  })

  test('says the smallest difference that it would have shown, and more of it with more to look at', () => {
    const [a] = half!
    expect(a!.couldShow).toBeGreaterThan(0)
    const more = told(
      slate('training', 'ab', true),
      slate('fair', 'ac'),
      slate('odd', 'ae'),
      slate('none', 'e'),
    )
    expect(more[1]![0]!.couldShow).toBeGreaterThan(a!.couldShow)
  })

  test('same slates are the same, not "not shown"', () => {
    const [, other] = told(slate('training', 'ab', true), slate('fair', 'ba'))
    expect(calls(other!, 'rule').map(([, called]) => called)).toEqual(['same', 'same'])
  })
})
