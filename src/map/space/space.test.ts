import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, anyAnswers, listeningOf } from '../listening.case.ts'
import { planted } from '../planted.case.ts'
import { answersOf, matrixOf, type VoteMatrix } from '../votes/matrix.ts'
import { symmetricEigen } from './eigen.ts'
import { placedRows, planeOf, positionsOf, spaceOf } from './space.ts'

/** The centred, mean-imputed matrix written out, and its covariance: what the sparse method never builds. */
function dense(matrix: VoteMatrix) {
  const size = matrix.statements.length
  const { mean } = planeOf(matrix)
  const rows = matrix.participants.map((_, row) => {
    const filled = new Array<number>(size).fill(0)
    for (let at = matrix.rowStart[row]!; at < matrix.rowStart[row + 1]!; at++)
      filled[matrix.statement[at]!] = matrix.vote[at]! - mean[matrix.statement[at]!]!
    return filled
  })
  const covariance = Array.from({ length: size }, (_, i) =>
    Array.from({ length: size }, (_, j) => rows.reduce((sum, row) => sum + row[i]! * row[j]!, 0)),
  )
  return {
    rows,
    eigen: symmetricEigen(covariance),
    trace: covariance.reduce((sum, row, i) => sum + row[i]!, 0),
  }
}

const similarity = (a: Float64Array, b: Float64Array) => Math.abs(a.reduce((sum, x, i) => sum + x * b[i]!, 0))

describe('the plane in which people differ most', () => {
  test('means are of those who answered', () => {
    const answers: Answer[] = [
      ['a', '1', 'agree'],
      ['b', '1', 'pass'],
      ['b', '2', 'disagree'],
    ]
    expect([...planeOf(matrixOf(listeningOf(answers))).mean]).toEqual([0.5, -1])
  })

  test.each([
    { people: 40, statements: 12, answered: 0.6 },
    { people: 150, statements: 70, answered: 0.3 },
    { people: 30, statements: 120, answered: 0.5 },
  ])('is that of a dense decomposition: %o', (size) => {
    for (const population of [{ kind: 'groups', shares: [0.6, 0.4] }, { kind: 'random' }] as const) {
      const matrix = matrixOf(planted(population, size, 'plane').listening)
      const { axes, explained } = planeOf(matrix)
      const { eigen, trace } = dense(matrix)
      axes.forEach((axis, i) => {
        expect(similarity(axis, eigen.vectors[i]!)).toBeCloseTo(1, 9)
        expect(explained[i]).toBeCloseTo(eigen.values[i]! / trace, 12)
      })
    }
  })

  test('explains what the largest eigenvalues explain, whatever the votes', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const matrix = matrixOf(listeningOf(answers))
        const { axes, explained } = planeOf(matrix)
        const { eigen, trace } = dense(matrix)
        explained.forEach((share, i) => {
          expect(share).toBeCloseTo(trace === 0 ? 0 : (eigen.values[i] ?? 0) / trace, 9)
          const length = Math.hypot(...axes[i]!)
          expect(length).toBeCloseTo(share > 0 ? 1 : 0, 9)
        })
        expect(similarity(axes[0], axes[1])).toBeCloseTo(0, 9)
      }),
    )
  })

  test('the largest loading is positive, the first by id among equals', () => {
    const answers = ['a', 'b', 'c', 'd'].flatMap((person, at): Answer[] => [
      [person, '1', at < 2 ? 'agree' : 'disagree'],
      [person, '2', at < 2 ? 'disagree' : 'agree'],
    ])
    const { axes } = planeOf(matrixOf(listeningOf(answers)))
    expect([...axes[0]]).toEqual([expect.closeTo(Math.SQRT1_2, 12), expect.closeTo(-Math.SQRT1_2, 12)])
    expect([...axes[1]]).toEqual([0, 0])
  })

  test('a warm start changes nothing but the time', () => {
    const { listening } = planted({ kind: 'cloud' }, { people: 80, statements: 40, answered: 0.5 }, 'warm')
    const matrix = matrixOf(listening)
    const cold = planeOf(matrix)
    const warm = planeOf(matrix, cold.axes)
    for (const i of [0, 1]) expect(similarity(warm.axes[i]!, cold.axes[i]!)).toBeCloseTo(1, 9)
  })

  test('is keyed by statement', () => {
    const space = spaceOf(
      { mean: new Float64Array(1), axes: [Float64Array.of(1), Float64Array.of(0)], explained: [1, 0] },
      matrixOf(listeningOf([['a', '7', 'agree']])).statements,
    )
    expect(space).toEqual({ axes: [new Map([['7', 1]]), new Map([['7', 0]])], explained: [1, 0] })
  })
})

describe('where people stand', () => {
  test('√(C / n) times the answers along the axes; what was left out counts in both', () => {
    const { listening } = planted(
      { kind: 'cloud' },
      { people: 30, statements: 12, answered: 0.6 },
      'positions',
    )
    for (const removed of [0, 3]) {
      const statements = listening.statements.map((statement, at) =>
        at < removed ? { ...statement, moderation: 'removed' as const } : statement,
      )
      const matrix = { ...matrixOf({ ...listening, statements }), leftOut: removed }
      const plane = planeOf(matrix)
      const positions = positionsOf(matrix, plane)
      dense(matrix).rows.forEach((row, i) => {
        const scale = Math.sqrt(12 / (answersOf(matrix, i) + removed))
        plane.axes.forEach((axis, which) => {
          const along = row.reduce((sum, x, column) => sum + x * axis[column]!, 0)
          expect(positions[2 * i + which]).toBeCloseTo(scale * along, 12)
        })
      })
    }
  })

  test('placed are those with seven answers, or all of fewer statements', () => {
    const answers = (counts: readonly number[]): Answer[] =>
      counts.flatMap((count, person) =>
        Array.from({ length: count }, (_, at): Answer => [`${person}`, `${at}`, 'agree']),
      )
    expect([...placedRows(matrixOf(listeningOf(answers([9, 7, 6]))))]).toEqual([0, 1])
    expect([...placedRows(matrixOf(listeningOf(answers([3, 2, 3]))))]).toEqual([0, 2])
  })
})
