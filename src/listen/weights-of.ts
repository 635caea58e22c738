import type { ParticipantId, StatementId } from '../kernel/index.ts'
import type { Listening } from './listening.ts'

/**
 * How much each statement matters to each person, as shares of that person's concern.
 *
 * A person who gave nothing but zeros told no statement from another, so theirs count alike.
 *
 * Shapes: weights as given -> for each person who weighed anything, statement -> share.
 * Units:  shares of 1, summing to 1 for each person.
 *
 * @example
 * const weights = [{ participant: 'p', statement: 'a', matters: 1 }, { participant: 'p', statement: 'b', matters: 3 }]
 * weightsOf({ weights }).get('p').get('b') // => 0.75
 */
export function weightsOf({
  weights,
}: Pick<Listening, 'weights'>): ReadonlyMap<ParticipantId, ReadonlyMap<StatementId, number>> {
  const given = new Map<ParticipantId, Map<StatementId, number>>()
  for (const { participant, statement, matters } of weights)
    given.set(participant, (given.get(participant) ?? new Map<StatementId, number>()).set(statement, matters))
  return new Map([...given].map(([participant, own]) => [participant, shares(own)]))
}

function shares(given: ReadonlyMap<StatementId, number>): ReadonlyMap<StatementId, number> {
  const most = Math.max(...given.values())
  // Scaled by the largest first: the sum of very large weights would be infinite.
  const scaled = [...given].map(
    ([statement, matters]) => [statement, most === 0 ? 1 : matters / most] as const,
  )
  const sum = scaled.reduce((total, [, matters]) => total + matters, 0)
  return new Map(scaled.map(([statement, matters]) => [statement, matters / sum]))
}
