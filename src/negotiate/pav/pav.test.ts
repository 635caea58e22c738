import { describe, expect, test } from 'vitest'
import { times, toldProfile } from '../told-profile.case.ts'
import { pavProgram } from './program.ts'
import { type Solution, solvedPav } from './solution.ts'

const profile = toldProfile('abc', [...times(2, 'ab'), 'c', ''])

test('a program has a column per candidate, and terms per distinct ballot', () => {
  const { text, terms } = pavProgram(profile, 2)
  expect(terms).toBe(3)
  expect(text.split(/\s+/).join(' ')).toBe(
    'Maximize score: + 2 y1_1 + 1 y1_2 + 1 y2_1 Subject To seats: + x0 + x1 + x2 = 2 ballot1: + y1_1 + y1_2 - x0 - x1 <= 0 ' +
      'ballot2: + y2_1 - x2 <= 0 Bounds 0 <= y1_1 <= 1 0 <= y1_2 <= 1 0 <= y2_1 <= 1 Binary x0 x1 x2 End ',
  )
})

describe('a solution', () => {
  const solution = (parts: Partial<Solution>, seated: readonly string[]): Solution => ({
    kind: 'proved',
    status: 'Optimal',
    objective: 3,
    columns: new Map(seated.map((column) => [column, 1])),
    ...parts,
  })

  test('that holds is a slate with its score', () => {
    expect(solvedPav(profile, 2, solution({}, ['x0', 'x1']))).toEqual({
      kind: 'proved',
      slate: ['a', 'b'],
      score: 3,
    })
    expect(solvedPav(profile, 2, solution({ kind: 'stopped' }, ['x0', 'x2'])).kind).toBe('stopped')
  })

  test.each([
    ['of another size', solution({}, ['x0']), 'the solver seats 1 statements, expected 2'],
    [
      'with another score',
      solution({ objective: 4 }, ['x0', 'x1']),
      'the solver says 4 for a slate that scores 3',
    ],
    [
      'that is none',
      solution({ kind: 'failed', status: 'Infeasible' }, []),
      'the solver ended with "Infeasible"',
    ],
  ])('%s fails', (_, given, because) => {
    expect(solvedPav(profile, 2, given)).toEqual({ kind: 'failed', because })
  })
})
