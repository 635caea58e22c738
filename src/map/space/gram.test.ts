import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyVotes } from '../kernels/kernels.case.ts'
import type { Votes } from '../votes/matrix.ts'
import { gramOf, without } from './gram.ts'
import { DENSE_UP_TO, planeOf, planeOfGram } from './space.ts'

type Answers = ReadonlyMap<number, number>

const COLUMNS = 5
const anyAnswers: fc.Arbitrary<Answers> = fc
  .uniqueArray(fc.tuple(fc.nat({ max: COLUMNS - 1 }), fc.constantFrom(-1, 0, 1)), {
    selector: ([column]) => column,
  })
  .map((answers) => new Map(answers))

const rowOf = (answers: Answers) => {
  const inOrder = [...answers].sort(([a], [b]) => a - b)
  return { statement: inOrder.map(([column]) => column), vote: inOrder.map(([, vote]) => vote) }
}

const votesOf = (rows: readonly Answers[]): Votes => {
  const all = rows.map(rowOf)
  let end = 0
  return {
    people: rows.length,
    columns: COLUMNS,
    rowStart: Uint32Array.of(0, ...all.map(({ statement }) => (end += statement.length))),
    statement: Uint16Array.from(all.flatMap(({ statement }) => statement)),
    vote: Int8Array.from(all.flatMap(({ vote }) => vote)),
  }
}

describe('the counts of pairs', () => {
  test('are those of everybody who answered both', () => {
    fc.assert(
      fc.property(fc.array(anyAnswers, { maxLength: 12 }), (rows) => {
        const expected: number[] = []
        for (let left = 0; left < COLUMNS; left++)
          for (let right = left; right < COLUMNS; right++) {
            const both = rows.filter((row) => row.has(left) && row.has(right))
            const sum = (term: (row: Answers) => number) => both.reduce((all, row) => all + term(row), 0)
            expected.push(
              both.length,
              sum((row) => row.get(left)! * row.get(right)!),
              sum((row) => row.get(left)!),
              sum((row) => row.get(right)!),
            )
          }
        expect([...gramOf(votesOf(rows)).counts]).toEqual(expected)
      }),
    )
  })

  test('without some people are those of the others', () => {
    fc.assert(
      fc.property(fc.array(anyAnswers, { maxLength: 8 }), fc.nat({ max: 8 }), (rows, cut) => {
        const [left, stay] = [rows.slice(0, cut), rows.slice(cut)]
        expect(without(gramOf(votesOf(rows)), gramOf(votesOf(left)))).toStrictEqual(gramOf(votesOf(stay)))
      }),
    )
  })
})

describe('the plane', () => {
  test('that the counts hold is that of the votes, to the last bit', () => {
    const votes = anyVotes(60, 20, 'plane')
    expect(planeOfGram(gramOf(votes))).toStrictEqual(planeOf(votes))
  })

  test('is the same where there are too many statements to count pairs', () => {
    const votes = anyVotes(80, 20, 'many statements')
    const few = planeOf(votes)
    const many = planeOf({ ...votes, columns: DENSE_UP_TO + 1 })
    many.axes.forEach((axis, i) => {
      few.axes[i]!.forEach((loading, column) => {
        expect(axis[column]).toBeCloseTo(loading, 9)
      })
      expect(many.explained[i]).toBeCloseTo(few.explained[i]!, 12)
    })
    expect(many.mean.slice(0, 20)).toStrictEqual(few.mean)
  })
})
