import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../kernel/index.ts'
import type { Weight } from './listening.ts'
import { weightsOf } from './weights-of.ts'

const weight = (participant: string, statement: string, matters: number): Weight => ({
  participant: id(participant),
  statement: id(statement),
  matters,
})

test('each person’s weights are shares of their own concern', () => {
  const shares = weightsOf({ weights: [weight('p', 'a', 1), weight('p', 'b', 3), weight('q', 'a', 50)] })
  expect([...(shares.get(id('p')) ?? [])]).toEqual([
    ['a', 0.25],
    ['b', 0.75],
  ])
  expect(shares.get(id('q'))?.get(id('a'))).toBe(1)
  expect(shares.has(id('r'))).toBe(false)
})

test('nothing but zeros tells no statement from another', () => {
  const shares = weightsOf({ weights: [weight('p', 'a', 0), weight('p', 'b', 0)] })
  expect([...(shares.get(id('p'))?.values() ?? [])]).toEqual([0.5, 0.5])
})

test('a zero beside a weight stays zero', () => {
  const shares = weightsOf({ weights: [weight('p', 'a', 0), weight('p', 'b', 2)] })
  expect([...(shares.get(id('p'))?.values() ?? [])]).toEqual([0, 1])
})

test('shares sum to 1, however large or small the weights', () => {
  const matters = fc.double({ min: 0, max: Number.MAX_VALUE, noNaN: true })
  fc.assert(
    fc.property(fc.array(matters, { minLength: 1, maxLength: 30 }), (given) => {
      const shares = weightsOf({ weights: given.map((each, at) => weight('p', String(at), each)) })
      const sum = [...(shares.get(id('p'))?.values() ?? [])].reduce((total, each) => total + each, 0)
      expect(sum).toBeCloseTo(1, 12)
    }),
  )
})
