import { describe, expect, test } from 'vitest'
import { chance, id, type ParticipantId } from '../kernel/index.ts'
import { isRefuted, type Says, shareSequence } from './confidence-sequence.ts'
import { soFar } from './so-far.ts'

const answers = (yes: number, no: number, abstain = 0): Says[] => [
  ...Array<Says>(yes).fill('yes'),
  ...Array<Says>(no).fill('no'),
  ...Array<Says>(abstain).fill('abstain'),
]

/** Every order in which these may come, each once. */
function* orders(yes: number, no: number, abstain: number): Generator<readonly Says[]> {
  if (yes + no + abstain === 0) yield []
  if (yes > 0) for (const rest of orders(yes - 1, no, abstain)) yield ['yes', ...rest]
  if (no > 0) for (const rest of orders(yes, no - 1, abstain)) yield ['no', ...rest]
  if (abstain > 0) for (const rest of orders(yes, no, abstain - 1)) yield ['abstain', ...rest]
}

describe('bounds that may be watched', () => {
  test.each([
    [4, 3, 0],
    [6, 2, 0],
    [2, 7, 0],
    [3, 3, 2],
    [5, 2, 1],
  ])('%d yes, %d no, %d abstained: over all orders the true share is refuted at some look in at most alpha of them', (yes, no, abstain) => {
    const share = yes / (yes + no)
    const all = [...orders(yes, no, abstain)]
    for (const alpha of [0.5, 0.2, 0.05]) {
      const watching = { roll: yes + no + abstain, every: 1, alpha }
      const refuted = all.filter((order) => isRefuted(share, order, watching)).length
      expect(refuted / all.length).toBeLessThanOrEqual(alpha)
    }
  })

  test.each([
    [20, 10, 0],
    [7, 30, 9],
    [12, 12, 3],
    [9, 0, 0],
  ])('close on the share itself once everybody has voted: %d yes, %d no, %d abstained', (yes, no, abstain) => {
    const order = chance('everybody').shuffled(answers(yes, no, abstain))
    const { low, high } = shareSequence(order, { roll: yes + no + abstain, every: 7, alpha: 0.05 })
    expect(low).toBeCloseTo(yes / (yes + no), 3)
    expect(high).toBeCloseTo(yes / (yes + no), 3)
  })

  test('turn round with yes and no, and only narrow', () => {
    const order = chance('narrowing').shuffled(answers(70, 30, 10))
    const opposite = order.map((says): Says => (says === 'yes' ? 'no' : says === 'no' ? 'yes' : says))
    let before = { low: 0, high: 1 }
    for (const n of [10, 40, 80]) {
      const watching = { roll: 400, every: 10, alpha: 0.05 }
      const here = shareSequence(order.slice(0, n), watching)
      const there = shareSequence(opposite.slice(0, n), watching)
      expect(here.low).toBeCloseTo(1 - there.high, 3)
      expect(here.low).toBeGreaterThanOrEqual(before.low)
      expect(here.high).toBeLessThanOrEqual(before.high)
      before = here
    }
  })

  test('watched at every tenth ballot they miss in at most 5 % of votes, where a peeked z-interval misses in a fifth', () => {
    const draw = chance('watched votes')
    const runs = 200
    let [sequence, peeked] = [0, 0]
    for (let run = 0; run < runs; run++) {
      const order = draw.shuffled(answers(342, 228, 30))
      const watching = { roll: 600, every: 10, alpha: 0.025 }
      const opposite = order.map((says): Says => (says === 'yes' ? 'no' : says === 'no' ? 'yes' : says))
      if (isRefuted(0.6, order, watching) || isRefuted(0.4, opposite, watching)) sequence++
      if (zMisses(order, 0.6)) peeked++
    }
    expect(sequence / runs).toBeLessThanOrEqual(0.05)
    expect(peeked / runs).toBeGreaterThan(0.2)
  })
})

/** Whether a 95 % z-interval excludes the share at some tenth ballot from the twentieth on. */
function zMisses(order: readonly Says[], share: number): boolean {
  let [yes, n] = [0, 0]
  return order.some((says, at) => {
    if (says !== 'abstain') n++
    if (says === 'yes') yes++
    const off = Math.abs(yes / n - share)
    return at >= 19 && at % 10 === 9 && off > 1.96 * Math.sqrt((yes / n) * (1 - yes / n) * (1 / n))
  })
}

describe('how a vote stands so far', () => {
  const people = (group: string, many: number): ParticipantId[] =>
    Array.from({ length: many }, (_, at) => id(`${group}${at}`))
  const roll = new Map([
    ...people('a', 200).map((one) => [one, id<'group'>('A')] as const),
    ...people('b', 100).map((one) => [one, id<'group'>('B')] as const),
    ...people('n', 30).map((one) => [one, null] as const),
  ])
  const plan = { overall: 0.6, eachGroup: 0.5, quorum: 100 }
  const cast = (group: string, many: number, says: Says) =>
    people(group, many).map((participant) => ({ participant, says, dissent: [] }))

  test('says of everybody and of each group whether it is above or below what is asked', () => {
    const all = [...cast('a', 113, 'yes'), ...cast('b', 60, 'no'), ...cast('x', 90, 'no')]
    const ballots = chance('who comes first').shuffled(all)
    const { lines } = soFar(plan, ballots, roll)
    expect(lines.map(({ group, n, stands }) => [group, n, stands])).toEqual([
      [null, 170, 'open'],
      ['A', 110, 'above'],
      ['B', 60, 'below'],
    ])
  })

  test('shows nothing of fewer than twenty, and moves by tens', () => {
    const before = soFar(plan, cast('a', 29, 'yes'), roll)
    expect(soFar(plan, [...cast('a', 29, 'yes').slice(0, 25)], roll)).toEqual(before)
    expect(before.lines[2]).toMatchObject({ n: 0, share: null, stands: 'open' })
    expect(soFar(plan, cast('a', 19, 'yes'), roll).lines[0]?.share).toBeNull()
  })
})
