import { byId } from '../kernel/index.ts'
import type { Case, CaseResponse, Statement } from '../listen/index.ts'
import { acting, type CaseOutcome } from './case-outcome.ts'
import type { CellIndex } from './cell-index.ts'
import { SURE } from './judges.ts'
import type { Cell, DecidingQuestion } from './standing.ts'
import { FEWEST_CASES } from './standing-of.ts'
import { counted, named } from './words.ts'

export interface Doubt {
  readonly statement: Statement
  readonly outcomes: readonly CaseOutcome[]
  readonly cases: ReadonlyMap<Case['id'], Case>
  readonly cells: CellIndex
  /** How many more judges would settle a cell of which this is believed. */
  readonly judgesFor: JudgesFor
}

/** What is believed of a cell (three probabilities) -> how many more judges would probably settle it. */
export type JudgesFor = (believed: readonly number[]) => number

/** `judgesToSettle` for judges who err as `typical` says, worked out once for all cells of which the same is believed. */
export function judgesForCells(typical: Float64Array): JudgesFor {
  const known = new Map<string, number>()
  return (believed) => {
    const key = believed.join()
    const judges = known.get(key) ?? judgesToSettle(believed, typical)
    known.set(key, judges)
    return judges
  }
}

/**
 * The one question whose answer would bring an undetermined statement furthest for the least work.
 *
 * With too few cases it is a missing case. Otherwise it is the open cell that the fewest more judges would probably
 * settle; among those, the one that most likely bears on the statement.
 *
 * Source: DESIGN, section 2; ADR 0006.
 */
export function decidingQuestion(doubt: Doubt): DecidingQuestion {
  const { statement, outcomes } = doubt
  if (outcomes.length < FEWEST_CASES)
    return { kind: 'describe-a-case', asks: wanted(statement, outcomes.length) }
  const cheapest = openCells(doubt).sort(byCost)[0]
  if (cheapest) return cheapest.question
  const spared = doubt.cases.get(outcomes.find(({ kind }) => kind === 'spared')?.case ?? outcomes[0]!.case)!
  return {
    kind: 'describe-a-case',
    asks: `In the case ${named(spared.title)}, what could be said or done that honours ${named(statement.text)}?`,
  }
}

/**
 * How many more judges would more likely than not make a cell sure, if they judge as the bench does on average.
 *
 * Every way in which `more` judges can answer is weighed by how likely it is.
 *
 * Shapes: what is believed of the cell (three probabilities), true × said verdict -> a count, at most `MOST_JUDGES`.
 *
 * @example
 * judgesToSettle([0.9, 0.05, 0.05], new Float64Array([0.9, 0.05, 0.05, 0.05, 0.9, 0.05, 0.05, 0.05, 0.9])) // => 1
 */
export function judgesToSettle(believed: readonly number[], typical: Float64Array): number {
  for (let more = 1; more < MOST_JUDGES; more++)
    if (chanceToSettle(believed, typical, more) >= 0.5) return more
  return MOST_JUDGES
}

/** Beyond this many, asking judges is no way to settle a cell. */
export const MOST_JUDGES = 30

interface OpenCell {
  readonly question: Extract<DecidingQuestion, { kind: 'judge-a-cell' }>
  readonly bears: number
}

function openCells({ statement, outcomes, cases, cells, judgesFor }: Doubt): OpenCell[] {
  return outcomes
    .filter(({ kind }) => kind === 'open')
    .map(({ case: where }) => cases.get(where)!)
    .flatMap((one) => {
      const judged = cells.about(statement.id).get(one.id) ?? []
      return acting(one).flatMap((response) => {
        const cell = judged.find((other) => other.response === response.id)
        return cell && cell.verdict !== 'undetermined'
          ? []
          : [openCell({ statement, one, response, cell, judgesFor })]
      })
    })
}

interface Place {
  readonly statement: Statement
  readonly one: Case
  readonly response: CaseResponse
  readonly cell: Cell | undefined
  readonly judgesFor: JudgesFor
}

function openCell({ statement, one, response, cell, judgesFor }: Place): OpenCell {
  const believed = cell ? [cell.meets, cell.violates, cell.irrelevant] : [1 / 3, 1 / 3, 1 / 3]
  const more = judgesFor(believed)
  const cost =
    more < MOST_JUDGES
      ? `${counted(more, 'more judge')} would probably settle it`
      : 'the judges differ too much to settle it soon'
  const asks = `In the case ${named(one.title)}, does the response ${named(response.text)} honour ${named(statement.text)}? ${capital(cost)}.`
  return {
    question: { kind: 'judge-a-cell', case: one.id, response: response.id, more, asks },
    bears: 1 - believed[2]!,
  }
}

const byCost = (a: OpenCell, b: OpenCell): number =>
  a.question.more - b.question.more ||
  b.bears - a.bears ||
  byId(a.question.case, b.question.case) ||
  byId(a.question.response, b.question.response)

function chanceToSettle(believed: readonly number[], typical: Float64Array, more: number): number {
  let settled = 0
  for (let meets = 0; meets <= more; meets++)
    for (let violates = 0; violates <= more - meets; violates++) {
      const said = [meets, violates, more - meets - violates]
      const ways = said.reduce((total, n) => total / factorial(n), factorial(more))
      const joint = believed.map((share, truth) =>
        said.reduce((product, n, answer) => product * typical[truth * 3 + answer]! ** n, share * ways),
      )
      const sum = joint.reduce((a, b) => a + b)
      if (Math.max(...joint) >= SURE * sum) settled += sum
    }
  return settled
}

const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1))

const wanted = (statement: Statement, cases: number): string =>
  cases === 0
    ? `Describe a situation in which ${named(statement.text)} makes a difference to what should be done.`
    : `Describe another situation in which ${named(statement.text)} makes a difference: one alone does not tell.`

const capital = (text: string): string => text[0]!.toUpperCase() + text.slice(1)
