import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { kernelsFor, MOST_ROWS } from './index.ts'
import { anyVotes, madeBy } from './kernels.case.ts'
import { typeScript } from './typescript/index.ts'
import { webAssembly } from './webassembly/index.ts'

const fast = webAssembly()

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('the kernels', () => {
  test('in WebAssembly give the same bits as in TypeScript', () => {
    expect(fast?.name).toBe('WebAssembly')
    fc.assert(
      fc.property(
        fc.nat({ max: 40 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat({ max: 3 }),
        fc.string(),
        (people, columns, skipped, seed) => {
          const votes = anyVotes(people, columns, seed)
          const rows = { votes, from: Math.min(skipped, people), to: people }
          expect(madeBy(fast!, rows, seed)).toStrictEqual(madeBy(typeScript, rows, seed))
        },
      ),
    )
  })

  test('do so for a thousand people, who do not fit the memory the module starts with', () => {
    const votes = anyVotes(1200, 80, 'many')
    const rows = { votes, from: 0, to: 1200 }
    expect(madeBy(fast!, rows, 'many')).toStrictEqual(madeBy(typeScript, rows, 'many'))
  })

  test('count pairs as they are defined', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 30 }),
        fc.integer({ min: 1, max: 12 }),
        fc.string(),
        (people, columns, seed) => {
          const votes = anyVotes(people, columns, seed)
          const counter = typeScript.pairCounter(columns)
          counter.add({ votes, from: 0, to: people })
          expect([...counter.counts()]).toEqual(pairsByDefinition(votes))
        },
      ),
    )
  })

  test('hold the most rows of one call, all of one answer', () => {
    const people = MOST_ROWS
    for (const answer of [-1, 1]) {
      const votes = {
        people,
        columns: 2,
        rowStart: Uint32Array.from({ length: people + 1 }, (_, at) => 2 * at),
        statement: Uint16Array.from({ length: 2 * people }, (_, at) => at % 2),
        vote: new Int8Array(2 * people).fill(answer),
      }
      const counter = fast!.pairCounter(2)
      counter.add({ votes, from: 0, to: people })
      const pair = [people, people, answer * people, answer * people]
      expect([...counter.counts()]).toEqual([...pair, ...pair, ...pair])
    }
  })

  test('are those of TypeScript where columns need more than 16 bits, and where there is no WebAssembly', () => {
    const votes = anyVotes(2, 2, 'few')
    expect(kernelsFor(votes).name).toBe('WebAssembly')
    expect(kernelsFor({ ...votes, statement: Uint32Array.from(votes.statement) }).name).toBe('TypeScript')
    const wide = { votes: { ...votes, statement: new Uint32Array(1) }, from: 0, to: 1 }
    expect(() => fast!.columnStats(wide, { seen: new Uint32Array(2), sum: new Int32Array(2) })).toThrow(
      /65,536 at most/,
    )
    vi.stubGlobal('WebAssembly', undefined)
    expect(webAssembly()).toBeNull()
    vi.stubGlobal('WebAssembly', { validate: () => false })
    expect(webAssembly()).toBeNull()
  })
})

function pairsByDefinition({ people, columns, rowStart, statement, vote }: ReturnType<typeof anyVotes>) {
  const rows = Array.from({ length: people }, (_, row) => {
    const answer = new Map<number, number>()
    for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) answer.set(statement[at]!, vote[at]!)
    return answer
  })
  const counts: number[] = []
  for (let left = 0; left < columns; left++)
    for (let right = left; right < columns; right++) {
      const both = rows.filter((row) => row.has(left) && row.has(right))
      const sum = (term: (l: number, r: number) => number) =>
        both.reduce((all, row) => all + term(row.get(left)!, row.get(right)!), 0)
      counts.push(
        both.length,
        sum((l, r) => l * r),
        sum((l) => l),
        sum((_, r) => r),
      )
    }
  return counts
}
