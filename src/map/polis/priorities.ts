import { type StatementId, seen, type Tally } from '../../kernel/index.ts'
import { NOBODY, type StatementTally, together } from '../findings/support.ts'
import type { Plane } from '../space/space.ts'
import { answeredStatements, type VoteMatrix } from '../votes/matrix.ts'
import type { Conversation } from './conversation.ts'

/** What a statement about people has for a priority: seven squared. */
export const ABOUT_PEOPLE_PRIORITY = 49

/**
 * How likely Polis is to show each statement next; the chance is in proportion to it.
 *
 * Counted are only the people in groups. A running Polis takes the counts of its tick before, which are these unless
 * somebody voted since.
 *
 * Source: ADR 0028.
 */
export function prioritiesOf(
  tallies: readonly StatementTally[],
  { cast, drawn, aboutPeople }: Conversation,
  plane: Pick<Plane, 'mean' | 'axes'>,
): ReadonlyMap<StatementId, number> {
  const extremity = extremitiesOf(drawn, answeredStatements(cast), plane)
  return new Map(
    tallies.map(({ statement, groups }) => [
      statement,
      aboutPeople.has(statement)
        ? ABOUT_PEOPLE_PRIORITY
        : priorityOf([...groups.values()].reduce(together, NOBODY), extremity.get(statement) ?? 0),
    ]),
  )
}

/**
 * The priority of one statement: high while few answered it, where people agree, where few pass, and far out.
 *
 * @example
 * priorityOf({ agree: 1, pass: 0, disagree: 0 }, 0) // ~> 12.5297
 */
export function priorityOf(tally: Tally, extremity: number): number {
  const all = seen(tally)
  const answered = 1 - (tally.pass + 1) / (all + 2)
  const agreed = (tally.agree + 1) / (all + 2)
  return (answered * agreed * (1 + extremity) * (1 + 8 * 2 ** (-all / 5))) ** 2
}

/** How far out each statement stands: where somebody would who answered nothing but agreed with it. */
export function extremitiesOf(
  { statements }: Pick<VoteMatrix, 'statements'>,
  columns: number,
  { mean, axes: [first, second] }: Pick<Plane, 'mean' | 'axes'>,
): ReadonlyMap<StatementId, number> {
  const far = (column: number) =>
    Math.sqrt(columns) * (1 - mean[column]!) * Math.hypot(first[column]!, second[column]!)
  return new Map(statements.map((statement, column) => [statement, far(column)]))
}
