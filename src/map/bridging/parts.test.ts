import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyAnswers, listeningOf } from '../listening.case.ts'
import { matrixOf } from '../votes/matrix.ts'
import { mainPartOf, partsOf } from './parts.ts'

test('columns are in one part when somebody answered both, or a chain of people leads there', () => {
  const matrix = matrixOf(
    listeningOf([
      ['a', '0', 'agree'],
      ['a', '2', 'agree'],
      ['b', '1', 'pass'],
      ['b', '3', 'agree'],
      ['c', '2', 'agree'],
      ['c', '4', 'agree'],
      ['d', '3', 'agree'],
    ]),
  )
  const parts = partsOf(matrix)
  expect([...parts.of]).toEqual([0, 1, 0, 1, 0])
  expect(parts.main).toBe(0)
  expect([...parts.apart]).toEqual([0, 1, 0, 2, 0])
  expect(mainPartOf(matrix, parts).participants).toEqual(['a', 'c'])
})

test('nobody answers in two parts, and the main part has most answers', () => {
  fc.assert(
    fc.property(anyAnswers, (answers) => {
      const matrix = matrixOf(listeningOf(answers))
      const parts = partsOf(matrix)
      const answersIn = new Map<number, number>()
      for (let row = 0; row < matrix.people; row++) {
        const columns = matrix.statement.subarray(matrix.rowStart[row], matrix.rowStart[row + 1])
        expect(new Set(Array.from(columns, (column) => parts.of[column])).size).toBe(1)
        const part = parts.of[columns[0]!]!
        answersIn.set(part, (answersIn.get(part) ?? 0) + columns.length)
      }
      if (answers.length === 0) return
      expect(answersIn.get(parts.main)).toBe(Math.max(...answersIn.values()))
      expect(mainPartOf(matrix, parts).vote).toHaveLength(answersIn.get(parts.main)!)
    }),
  )
})
