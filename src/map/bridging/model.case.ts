import { chance } from '../../kernel/index.ts'
import type { Votes } from '../votes/matrix.ts'
import { FACTOR_PRICE, INTERCEPT_PRICE } from './objective.ts'

/** Everything the model explains answers by. */
export interface Model {
  mean: number
  readonly people: [intercept: number, factor: number][]
  readonly statements: [intercept: number, factor: number][]
}

/** The answers as they are said: who, what, and 1, ½ or 0. */
export const answersIn = ({ people, rowStart, statement, vote }: Votes) =>
  Array.from({ length: people }, (_, row) =>
    Array.from({ length: rowStart[row + 1]! - rowStart[row]! }, (_, at) => {
      const entry = rowStart[row]! + at
      return { row, column: statement[entry]!, r: (vote[entry]! + 1) / 2 }
    }),
  ).flat()

/** The objective as it is written: means of squares, over the people and statements that have an answer. */
export function lossOf(votes: Votes, { mean, people, statements }: Model): number {
  const answers = answersIn(votes)
  const errors = answers.map(({ row, column, r }) => {
    const [[i, f], [j, g]] = [people[row]!, statements[column]!]
    return r - mean - i - j - f * g
  })
  const rows = [...new Set(answers.map(({ row }) => row))].map((row) => people[row]!)
  const columns = [...new Set(answers.map(({ column }) => column))].map((column) => statements[column]!)
  const square = (of: readonly number[]) => of.reduce((sum, x) => sum + x * x, 0) / of.length
  const both = (which: 0 | 1) => square(rows.map((x) => x[which])) + square(columns.map((x) => x[which]))
  return square(errors) + INTERCEPT_PRICE * (both(0) + mean * mean) + FACTOR_PRICE * both(1)
}

/** How steeply the objective falls in each of its directions, by small steps to both sides. */
export function slopesOf(votes: Votes, model: Model): number[] {
  const step = 1e-5
  const along = (move: (by: number) => void) => {
    move(step)
    const above = lossOf(votes, model)
    move(-2 * step)
    const below = lossOf(votes, model)
    move(step)
    return (above - below) / (2 * step)
  }
  const cells = [...model.people, ...model.statements]
  const ofCell = (cell: [number, number]) =>
    ([0, 1] as const).map((which) =>
      along((by) => {
        cell[which] += by
      }),
    )
  return [
    ...cells.flatMap(ofCell),
    along((by) => {
      model.mean += by
    }),
  ]
}

/** The least that the objective reaches from some starts drawn by chance, one parameter at a time. */
export function leastLoss(votes: Votes, starts: number, seed: string): number {
  const random = chance(`bridging/${seed}`)
  const cells = (count: number) => Array.from({ length: count }, (): [number, number] => [0, random.normal()])
  const reached = Array.from({ length: starts }, () => {
    const model = { mean: 0, people: cells(votes.people), statements: cells(votes.columns) }
    for (let sweep = 0; sweep < 300; sweep++) descend(votes, model)
    return lossOf(votes, model)
  })
  return Math.min(...reached)
}

function descend(votes: Votes, model: Model): void {
  const answers = answersIn(votes)
  const V = answers.length
  const U = new Set(answers.map(({ row }) => row)).size
  const N = new Set(answers.map(({ column }) => column)).size
  const left = ({ row, column, r }: (typeof answers)[number]) =>
    r -
    model.mean -
    model.people[row]![0] -
    model.statements[column]![0] -
    model.people[row]![1] * model.statements[column]![1]
  const settle = (
    cell: [number, number],
    own: typeof answers,
    by: (one: (typeof answers)[number]) => number,
    among: number,
  ) => {
    const sum = (term: (one: (typeof answers)[number]) => number) =>
      own.reduce((all, one) => all + term(one), 0)
    cell[0] = sum((one) => left(one) + cell[0]) / (own.length + (INTERCEPT_PRICE * V) / among)
    cell[1] =
      sum((one) => (left(one) + cell[1] * by(one)) * by(one)) /
      (sum((one) => by(one) ** 2) + (FACTOR_PRICE * V) / among)
  }
  model.people.forEach((cell, at) => {
    settle(
      cell,
      answers.filter(({ row }) => row === at),
      ({ column }) => model.statements[column]![1],
      U,
    )
  })
  model.statements.forEach((cell, at) => {
    settle(
      cell,
      answers.filter(({ column }) => column === at),
      ({ row }) => model.people[row]![1],
      N,
    )
  })
  model.mean = answers.reduce((sum, one) => sum + left(one) + model.mean, 0) / (V * (1 + INTERCEPT_PRICE))
}
