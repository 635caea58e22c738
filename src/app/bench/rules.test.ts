import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { ejrPlusOf, oneEach, RULES } from '../../negotiate/index.ts'
import { NAIVE_RULES, naiveEjrPlus } from './naive-rules.ts'
import { plantedApprovals } from './planted-approvals.ts'

const SIZE = { people: 300, statements: 80 }
const approvals = plantedApprovals(SIZE, 'test')
const profile = oneEach({
  candidates: Array.from({ length: SIZE.statements }, (_, at) => id(`${at}`)),
  people: Array.from({ length: SIZE.people }, (_, at) => id(`${at}`)),
  approvals,
  seen: approvals,
  groups: [],
})

test('planted ballots hold each statement once, in order, and are the same for the same seed', () => {
  const { offsets, candidates } = approvals
  for (let person = 0; person < SIZE.people; person++) {
    const row = [...candidates.subarray(offsets[person], offsets[person + 1])]
    expect(row).toEqual([...new Set(row)].sort((a, b) => a - b))
    expect(row.length).toBeGreaterThan(10)
  }
  expect(candidates.every((statement) => statement < SIZE.statements)).toBe(true)
  expect(plantedApprovals(SIZE, 'test')).toEqual(approvals)
  expect(plantedApprovals(SIZE, 'other')).not.toEqual(approvals)
})

describe('what is compared with says the same', () => {
  test.each(['equal-shares', 'phragmen', 'seq-pav'] as const)('%s', (rule) => {
    const slate = RULES[rule].choose(profile, 12)
    expect(NAIVE_RULES[rule](profile, 12)).toEqual(slate)
    expect(naiveEjrPlus(profile, slate, 12)).toBe(ejrPlusOf(profile, slate, 12).claim === null)
  })

  test('a slate that owes somebody a place', () => {
    const nobodys = [...profile.candidates].sort((a, b) => crowd(a) - crowd(b)).slice(0, 12)
    expect(naiveEjrPlus(profile, nobodys, 12)).toBe(false)
    expect(ejrPlusOf(profile, nobodys, 12).claim).not.toBeNull()
  })
})

const crowd = (statement: string): number =>
  approvals.candidates.filter((candidate) => `${candidate}` === statement).length
