import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answer, anyAnswers, listeningOf } from '../listening.case.ts'
import { answeredStatements, answersOf, matrixOf } from './matrix.ts'
import { rowsOf } from './picked.ts'

const ANSWERS: Answer[] = [
  ['b', '10', 'disagree'],
  ['a', '10', 'agree'],
  ['a', '2', 'pass'],
  ['10', '2', 'agree'],
]

describe('the vote matrix', () => {
  test('stands in order of id: numbers by value, then names', () => {
    const { participants, statements, rowStart, statement, vote } = matrixOf(listeningOf(ANSWERS))
    expect({ participants, statements }).toEqual({ participants: ['10', 'a', 'b'], statements: ['2', '10'] })
    expect([[...rowStart], [...statement], [...vote]]).toEqual([
      [0, 1, 3, 4],
      [0, 0, 1, 1],
      [1, 0, 1, -1],
    ])
  })

  test('leaves out what was removed and what is about people; what waits counts once it is answered', () => {
    const matrix = matrixOf(
      listeningOf(ANSWERS, [
        { id: '2', moderation: 'removed' },
        { id: '10', moderation: 'waiting' },
        { id: '11', moderation: 'waiting' },
        { id: '12', subject: 'about-people' },
        { id: '13' },
      ]),
    )
    expect(matrix.statements).toEqual(['10', '13'])
    expect(matrix.participants).toEqual(['a', 'b'])
    expect(matrix.leftOut).toBe(0)
    expect(answeredStatements(matrix)).toBe(1)
  })

  test('two votes of one person on one statement are a programmer’s mistake', () => {
    const twice: Answer[] = [...ANSWERS, ['a', '2', 'agree']]
    expect(() => matrixOf(listeningOf(twice))).toThrow('"a" has two votes on statement "2"')
  })

  test('more than 65,536 statements have room', () => {
    const many = Array.from({ length: 65_537 }, (_, at): Answer => ['a', String(at), 'agree'])
    const { statement } = matrixOf(listeningOf(many))
    expect(statement[65_536]).toBe(65_536)
  })

  test('holds every answer once, and gives each back', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const matrix = matrixOf(listeningOf(answers))
        const said = matrix.participants.flatMap((person, row) =>
          Array.from({ length: answersOf(matrix, row) }, (_, at) => {
            const entry = matrix.rowStart[row]! + at
            return `${person} ${matrix.statements[matrix.statement[entry]!]} ${matrix.vote[entry]}`
          }),
        )
        const given = answers.map(([person, statement, vote]) => `${person} ${statement} ${NUMBER[vote]}`)
        expect(said.sort()).toEqual(given.sort())
      }),
    )
  })

  test('some of its rows are the matrix of those people, in all columns', () => {
    fc.assert(
      fc.property(anyAnswers, fc.func(fc.boolean()), (answers, stays) => {
        const matrix = matrixOf(listeningOf(answers))
        const rows = [...matrix.participants.keys()].filter((row) => stays(matrix.participants[row]!))
        const kept = new Set<string>(rows.map((row) => matrix.participants[row]!))
        const some = matrixOf(
          listeningOf(
            answers.filter(([person]) => kept.has(person)),
            matrix.statements.map((id) => ({ id })),
          ),
        )
        expect(rowsOf(matrix, rows)).toEqual(some)
      }),
    )
  })
})

const NUMBER = { agree: 1, pass: 0, disagree: -1 }
