import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { anyAnswers, listeningOf } from '../listening.case.ts'
import { gramOf } from '../space/gram.ts'
import type { VoteChange } from '../votes/change.ts'
import { matrixOf } from '../votes/matrix.ts'
import { voteStore } from '../votes/store.ts'
import { liveCounts } from './live-counts.ts'

const anyChange = fc
  .record({
    participant: fc.constantFrom('p0', 'p1', 'p3', 'a', '10'),
    statement: fc.constantFrom('0', '1', '3', 'x', '10', '02'),
    vote: fc.constantFrom<VoteChange['vote']>(1, 0, -1, null),
  })
  .map(
    ({ participant, statement, vote }): VoteChange => ({
      participant: id(participant),
      statement: id(statement),
      vote,
    }),
  )

test('after any changes the counts are those of the votes that are left', () => {
  fc.assert(
    fc.property(anyAnswers, fc.array(anyChange, { maxLength: 40 }), (start, changes) => {
      const matrix = matrixOf(listeningOf(start))
      const store = voteStore(matrix)
      const counts = liveCounts(gramOf(matrix))
      for (const change of changes) {
        const applied = store.apply(change)
        if (applied !== null) counts.take(applied)
      }
      expect(counts.gram(store.columnsInOrder())).toStrictEqual(gramOf(store.matrix()))
    }),
    { numRuns: 300 },
  )
})
