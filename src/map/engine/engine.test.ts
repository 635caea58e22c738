import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FOUR_GROUPS, populationOf } from '../../kernel/index.ts'
import { kernelsFor, MOST_ROWS } from '../kernels/index.ts'
import { anyVotes } from '../kernels/kernels.case.ts'
import type { Votes } from '../votes/matrix.ts'
import {
  columnStats,
  covarianceTimes,
  type Operation,
  pairCounts,
  project,
  sharedPositions,
  singleThread,
  stand,
  stretchesOf,
  tally,
} from './index.ts'

const { votes, group } = populationOf({ ...FOUR_GROUPS, people: 11_000, statements: 40 }, 'engine')
const numbers = (length: number) => Float64Array.from({ length }, (_, at) => Math.sin(at + 1))

/** The result of an operation whose stretches were shared out so, as bytes. */
function shared<Input, Part, Output extends object>(
  operation: Operation<Input, Part, Output>,
  input: Input,
  takerOf: readonly number[],
): Buffer[] {
  const shares = [0, 1, 2].map(() => operation.begin({ votes, input }, kernelsFor(votes)))
  for (const [stretch, chunks] of [...stretchesOf(votes).entries()].reverse())
    for (const rows of chunks) shares[takerOf[stretch % takerOf.length]!]!.take(rows, stretch)
  const merged = operation.merged(
    shares.map((share) => share.part()),
    { votes, input },
  )
  return bytesOf(merged)
}

const bytesOf = (result: object): Buffer[] =>
  (ArrayBuffer.isView(result) ? [result] : Object.values(result)).map((array) =>
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
  )

describe('an operation', () => {
  test('gives the same bits, however its stretches are shared out', () => {
    expect(stretchesOf(votes).length).toBeGreaterThan(2)
    const same = <Input, Part, Output extends object>(
      operation: Operation<Input, Part, Output>,
      input: Input,
    ) => {
      const alone = bytesOf(singleThread.run(operation, votes, input))
      const takers = fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 })
      fc.assert(
        fc.property(takers, (takerOf) => {
          const equal = shared(operation, input, takerOf).map((bytes, at) => bytes.equals(alone[at]!))
          expect(equal).not.toContain(false)
        }),
        { numRuns: 3 },
      )
    }
    same(columnStats, null)
    same(pairCounts, null)
    same(tally, { labels: group, parts: 3 })
    same(covarianceTimes, { mean: numbers(40), block: numbers(160) })
    same(project, { axes: { mean: numbers(40), loadings: numbers(80) }, into: sharedPositions(votes.people) })
    same(stand, {
      axes: { mean: numbers(40), loadings: numbers(80) },
      scales: numbers(41),
      enough: 7,
      centres: numbers(6),
      positions: sharedPositions(votes.people),
      labels: new Uint8Array(new SharedArrayBuffer(votes.people)),
    })
  })
})

describe('the stretches', () => {
  test('hold every row once, in order, and no chunk too many', () => {
    for (const some of [votes, anyVotes(0, 3, 'nobody'), oneAnswerEach(3 * MOST_ROWS + 1)]) {
      const chunks = stretchesOf(some).flat()
      const rows = chunks.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at))
      expect(rows).toEqual(Array.from({ length: some.people }, (_, row) => row))
      expect(Math.max(0, ...chunks.map(({ from, to }) => to - from))).toBeLessThanOrEqual(MOST_ROWS)
    }
  })

  test('a person who answered more than a chunk holds is a chunk', () => {
    const wide: Votes = {
      people: 2,
      columns: 200_000,
      rowStart: Uint32Array.of(0, 200_000, 200_001),
      statement: Uint32Array.from({ length: 200_001 }, (_, at) => at % 200_000),
      vote: new Int8Array(200_001),
    }
    expect(stretchesOf(wide).map((chunks) => chunks.map(({ from, to }) => [from, to]))).toEqual([
      [[0, 1]],
      [[1, 2]],
    ])
    expect(singleThread.run(columnStats, wide, null).seen[0]).toBe(2)
  })
})

const oneAnswerEach = (people: number): Votes => ({
  people,
  columns: 1,
  rowStart: Uint32Array.from({ length: people + 1 }, (_, at) => at),
  statement: new Uint16Array(people),
  vote: new Int8Array(people).fill(1),
})
