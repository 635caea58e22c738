import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { planted } from '../planted.case.ts'
import { matrixOf } from '../votes/matrix.ts'
import { anyDiffers, DIFFERS, heldOutOf } from './held-out.ts'
import { groupedInto } from './regrouped.ts'
import { talliesOf } from './support.ts'

const SIZE = { people: 150, statements: 30, answered: 0.7 }
const INTO = { k: 2, seed: 'held-out' }

/** Of the single tests, the share that calls a difference: on the votes that made the groups, and on others. */
const called = (seed: string) => {
  const matrix = matrixOf(planted({ kind: 'random' }, SIZE, seed).listening)
  const naive = talliesOf(matrix, groupedInto(matrix, INTO)!).map(anyDiffers)
  const heldOut = heldOutOf(matrix, INTO)
  const share = (values: readonly number[]) => values.filter((p) => p <= 0.05).length / SIZE.statements
  return {
    naive: share(naive),
    heldOut: share(heldOut.map(({ p }) => p)),
    any: heldOut.some(({ differs }) => differs),
  }
}

describe('differences held out', () => {
  test('where no groups are planted: naive tests call a third of all statements, held-out ones at most 5 %', () => {
    const runs = [1, 2, 3].map((run) => called(`none/${run}`))
    for (const { naive, heldOut, any } of runs) {
      expect(naive).toBeGreaterThan(0.25)
      expect(heldOut).toBeLessThanOrEqual(0.05)
      expect(any).toBe(false)
    }
  })

  test('where groups are planted, most statements that part them are found', () => {
    const { listening, truth } = planted({ kind: 'groups', shares: [0.6, 0.4] }, SIZE, 'two')
    const matrix = matrixOf(listening)
    const groups = [id<'group'>('0'), id<'group'>('1')]
    const labels = Uint8Array.from(matrix.participants, (person) => Number(truth.get(person)))
    const apart = talliesOf(matrix, { groups, labels }).filter((tally) => anyDiffers(tally) < 1e-6)
    const found = new Map(heldOutOf(matrix, INTO).map((one) => [one.statement, one]))
    expect(apart.length).toBeGreaterThan(8)
    for (const { statement } of apart) expect(found.get(statement)?.differs).toBe(true)
  })

  test('says the corrected probability beside the single one, and is the same every time', () => {
    const matrix = matrixOf(planted({ kind: 'cloud' }, { ...SIZE, people: 60 }, 'cloud').listening)
    const tests = heldOutOf(matrix, INTO)
    expect(tests).toEqual(heldOutOf(matrix, INTO))
    expect(tests).toHaveLength(SIZE.statements)
    for (const { p, adjusted, differs } of tests) {
      expect(adjusted).toBeGreaterThanOrEqual(p)
      expect(differs).toBe(adjusted <= DIFFERS)
    }
  })

  test('people who do not divide are not tested', () => {
    const { listening } = planted({ kind: 'random' }, { people: 1, statements: 10, answered: 1 }, 'one')
    expect(heldOutOf(matrixOf(listening), INTO)).toEqual([])
  })

  test('two groups differ from each other once, three each from the rest', () => {
    const of = (agree: number) => ({ agree, pass: 0, disagree: 20 - agree })
    const two = {
      groups: new Map([
        [id<'group'>('a'), of(18)],
        [id<'group'>('b'), of(2)],
      ]),
    }
    const three = { groups: new Map([...two.groups, [id<'group'>('c'), of(10)]]) }
    expect(anyDiffers(two)).toBeLessThan(1e-5)
    expect(
      anyDiffers({
        groups: new Map([
          [id<'group'>('a'), of(9)],
          [id<'group'>('b'), of(9)],
        ]),
      }),
    ).toBe(1)
    expect(anyDiffers(three)).toBeGreaterThan(anyDiffers(two))
  })
})
