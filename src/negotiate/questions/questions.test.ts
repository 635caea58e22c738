import { describe, expect, test } from 'vitest'
import { registerOf } from '../../classify/index.ts'
import { people, statement, told, toldCase, toldCases, toldMap } from '../../classify/told.case.ts'
import { chance, id } from '../../kernel/index.ts'
import { bradleyTerry } from '../comparisons/bradley-terry.ts'
import type { Duel } from '../comparisons/duels.ts'
import { answered, type Beliefs, chanceOf, type Pair, PRECISION, unknown, varianceOf } from './beliefs.ts'
import { bestPair, expectedGain, information, type Worth } from './choice.ts'
import { questionsOf } from './questions.ts'

describe('beliefs about strengths', () => {
  test('answers one by one come near to all answers at once', () => {
    const draw = chance('beliefs')
    const duels: Duel<string>[] = []
    let beliefs = unknown(4)
    for (let at = 0; at < 200; at++) {
      const pair: Pair = [draw.below(4), 0]
      if (pair[0] === 0) continue
      const win = draw.uniform() < 1 / (1 + Math.exp(-pair[0] / 2))
      beliefs = answered(beliefs, pair, win)
      duels.push({ a: `${pair[0]}`, b: '0', prefers: win ? 'a' : 'b' })
    }
    const [fit] = bradleyTerry(duels, { precision: PRECISION })
    const gap = (item: string) =>
      (fit?.strength.get(item)?.estimate ?? 0) - (fit?.strength.get('0')?.estimate ?? 0)
    for (const at of [1, 2, 3]) expect(beliefs.means[at]! - beliefs.means[0]!).toBeCloseTo(gap(`${at}`), 0)
  })

  test('an answer moves toward who won, and leaves less unknown', () => {
    const after = answered(unknown(3), [0, 1], true)
    expect(chanceOf(after, [0, 1])).toBeGreaterThan(0.5)
    expect(varianceOf(after, [0, 1])).toBeLessThan(2)
    expect(varianceOf(after, [0, 2])).toBeLessThan(2)
  })
})

describe('what one more answer is worth', () => {
  test('in closed form where nothing was compared', () => {
    expect(information(unknown(2), [0, 1])).toBeCloseTo(Math.log2(1.5) / 2, 12)
    // The mean of the positive part of a normal difference of variance 2.
    expect(expectedGain(unknown(2), [0, 1])).toBeCloseTo(Math.sqrt(2 / (2 * Math.PI)), 9)
  })

  test('the least known comparison tells most, and the one that could change the best gains most', () => {
    let beliefs = unknown(4)
    for (let at = 0; at < 12; at++) {
      beliefs = answered(beliefs, [0, 1], at % 2 === 0)
      for (const strong of [0, 1])
        for (const weak of [2, 3]) beliefs = answered(beliefs, [strong, weak], true)
    }
    expect(information(beliefs, [2, 3])).toBeGreaterThan(information(beliefs, [0, 1]))
    expect(expectedGain(beliefs, [2, 3])).toBe(0)
    expect(bestPair(beliefs, expectedGain)).toEqual([0, 1])
  })

  test('asking what tells most beats asking by chance, on the whole order and on the best', () => {
    const rounds = Array.from({ length: 12 }, (_, at) => {
      const chosen = (worth: Worth | null) => simulated(`questions ${at}`, worth)
      return { chance: chosen(null), information: chosen(information), gain: chosen(expectedGain) }
    })
    const mean = (of: (one: (typeof rounds)[number]) => number) =>
      rounds.reduce((sum, one) => sum + of(one), 0) / rounds.length
    expect(mean((one) => one.information.order)).toBeGreaterThan(mean((one) => one.chance.order))
    expect(mean((one) => one.gain.regret)).toBeLessThan(mean((one) => one.chance.regret))
  })
})

/** Ten things, forty answers: the share of pairs in the right order, and what choosing the seeming best loses. */
function simulated(seed: string, worth: Worth | null) {
  const truth = chance(`${seed}/truth`)
  const strengths = Array.from({ length: 10 }, () => 1.5 * truth.normal())
  const draw = chance(`${seed}/answers`)
  let beliefs: Beliefs = unknown(10)
  for (let at = 0; at < 40; at++) {
    const [first = 0, other = 1] = draw.shuffled([...strengths.keys()])
    const pair = worth === null ? ([first, other] as const) : bestPair(beliefs, worth)
    const win = draw.uniform() < 1 / (1 + Math.exp(strengths[pair[1]]! - strengths[pair[0]]!))
    beliefs = answered(beliefs, pair, win)
  }
  const { means } = beliefs
  const pairs = strengths.flatMap((_, a) => strengths.slice(a + 1).map((_, b) => [a, a + 1 + b] as const))
  const right = pairs.filter(([a, b]) => strengths[a]! > strengths[b]! === means[a]! > means[b]!)
  return {
    order: right.length / pairs.length,
    regret: Math.max(...strengths) - strengths[means.indexOf(Math.max(...means))]!,
  }
}

describe('what to ask next', () => {
  const cases = toldCases(
    toldCase('bedside', [
      { name: 'tells', does: '+candour -comfort' },
      { name: 'soothes', does: '-candour +comfort' },
      { name: 'hands', kind: 'hands-over', does: '-candour -comfort' },
    ]),
    toldCase('letter', [
      { name: 'open', does: '?-haste 0candour 0comfort' },
      { name: 'hands', kind: 'hands-over', does: '+haste' },
    ]),
  )
  const listening = (compared: number) =>
    told({
      statements: ['candour', 'comfort', 'haste', 'order'].map((name) => statement(name)),
      ...cases,
      comparisons: people('a', compared).map((participant, at) => ({
        participant: id(participant),
        case: id('bedside'),
        a: id('tells'),
        b: id('soothes'),
        prefers: at % 3 === 0 ? 'b' : 'a',
      })),
    })
  const asked = (compared: number) => {
    const heard = listening(compared)
    return questionsOf(heard, registerOf(heard, toldMap({})))
  }

  test('is a comparison while nobody compared, and less so the more did', () => {
    expect(asked(0)[0]).toMatchObject({
      kind: 'compare',
      case: 'bedside',
      between: ['candour', 'comfort'],
      bits: expect.closeTo(Math.log2(1.5) / 2, 9),
    })
    expect(asked(200)[0]?.kind).not.toBe('compare')
  })

  test('lists each open statement once, the most telling first', () => {
    const list = asked(30)
    expect(list.map(({ kind }) => kind).sort()).toEqual(['compare', 'describe-a-case', 'describe-a-case'])
    expect(list.map(({ bits }) => bits)).toEqual([...list.map(({ bits }) => bits)].sort((a, b) => b - a))
  })

  test('asks one comparison once, however many pairs of values it bears on', () => {
    const two = toldCases(
      toldCase('bedside', [
        { name: 'tells', does: '+candour +order -comfort' },
        { name: 'soothes', does: '-candour -order +comfort' },
      ]),
    )
    const heard = told({ statements: ['candour', 'comfort', 'order'].map((name) => statement(name)), ...two })
    const register = registerOf(heard, toldMap({}))
    expect(register.conflicts).toHaveLength(2)
    expect(questionsOf(heard, register).filter(({ kind }) => kind === 'compare')).toHaveLength(1)
  })
})
