import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, voteOf } from '../../kernel/index.ts'
import { type Answer, anyAnswers, listeningOf } from '../listening.case.ts'
import type { VoteChange } from './change.ts'
import { matrixOf, type VoteMatrix } from './matrix.ts'
import { voteStore } from './store.ts'

const change = (participant: string, statement: string, vote: VoteChange['vote']): VoteChange => ({
  participant: id(participant),
  statement: id(statement),
  vote,
})

/** What is left after the changes, computed the long way. */
function left(start: readonly Answer[], changes: readonly VoteChange[]): Answer[] {
  const votes = new Map(start.map((answer) => [`${answer[0]} ${answer[1]}`, answer]))
  for (const { participant, statement, vote } of changes)
    if (vote === null) votes.delete(`${participant} ${statement}`)
    else votes.set(`${participant} ${statement}`, [participant, statement, voteOf(vote)])
  return [...votes.values()]
}

/** The matrix as plain arrays: where its numbers lie does not matter. */
const plain = ({ rowStart, statement, vote, ...rest }: VoteMatrix) => ({
  ...rest,
  rowStart: [...rowStart],
  statement: [...statement],
  vote: [...vote],
})

const anyChange = fc
  .tuple(
    fc.constantFrom('p0', 'p1', 'p5', 'a', '10', '9'),
    fc.constantFrom('0', '1', '10', '2', 'x'),
    fc.constantFrom<VoteChange['vote']>(1, 0, -1, null),
  )
  .map((said) => change(...said))

describe('a store of votes that change', () => {
  test('ends in the matrix of the votes that are left, whatever the way there', () => {
    fc.assert(
      fc.property(
        anyAnswers,
        fc.array(anyChange, { maxLength: 60 }),
        fc.nat(60),
        (start, changes, packed) => {
          const matrix = matrixOf(listeningOf(start))
          const store = voteStore(matrix)
          changes.forEach((one, at) => {
            if (at === packed) store.pack()
            store.apply(one)
          })
          const end = left(start, changes)
          expect(plain(store.matrix())).toEqual(
            plain(
              matrixOf(
                listeningOf(
                  end,
                  matrix.statements.map((given) => ({ id: given })),
                ),
              ),
            ),
          )
          expect(store.votes).toBe(end.length)
        },
      ),
    )
  })

  test('tells what each change did, with the row as it was', () => {
    const store = voteStore(
      matrixOf(
        listeningOf([
          ['a', '1', 'agree'],
          ['a', '3', 'pass'],
          ['b', '1', 'disagree'],
        ]),
      ),
    )
    const told = (one: VoteChange) => {
      const applied = store.apply(one)
      if (applied === null) return null
      const { row, ...rest } = applied
      return { ...rest, row: Array.from({ length: row.length }, (_, at) => [row.columns[at], row.votes[at]]) }
    }
    expect(told(change('a', '3', -1))).toEqual({
      column: 1,
      before: 0,
      after: -1,
      row: [
        [0, 1],
        [1, 0],
      ],
    })
    expect(told(change('a', '3', -1))).toBeNull()
    expect(store.movedRows()).toEqual([])
    expect(told(change('a', '2', 1))).toEqual({
      column: 2,
      before: null,
      after: 1,
      row: [
        [0, 1],
        [1, -1],
      ],
    })
    expect(told(change('a', '1', null))).toEqual({
      column: 0,
      before: 1,
      after: null,
      row: [
        [0, 1],
        [2, 1],
        [1, -1],
      ],
    })
    expect(told(change('c', '1', null))).toBeNull()
    expect(store.movedRows()).toEqual([0])
  })
})
