import type { ParticipantId, StatementId } from '../../../kernel/index.ts'
import type { Listening } from '../../../listen/index.ts'

/** Who holds the values of a conflict. */
export interface Holders {
  /** How many agree with at least one. */
  readonly some: number
  /** How many answered all of them, and how many of those agree with all. */
  readonly sawAll: number
  readonly all: number
  /** Of those who agree with all: how many were asked whether they want to feel so, and how many wish otherwise. */
  readonly asked: number
  readonly wishOtherwise: number
}

/**
 * How many people hold one, and all, of some values; and how many who hold all wish they felt otherwise about one.
 *
 * A conflict runs between people, and through some of them: those are the ones who hold both sides. The votes are
 * sorted by statement once, however many conflicts are asked about.
 *
 * Errors: none; nobody is counted as holding what they did not see.
 */
export function holdersIn({
  votes,
  secondOrder,
}: Listening): (statements: readonly StatementId[]) => Holders {
  const byStatement = new Map<StatementId, { participant: ParticipantId; agrees: boolean }[]>()
  for (const { participant, statement, vote } of votes) {
    const answers = byStatement.get(statement) ?? []
    byStatement.set(statement, answers)
    answers.push({ participant, agrees: vote === 'agree' })
  }
  return (statements) => {
    const answered = new Map<ParticipantId, { saw: number; agrees: number }>()
    for (const { participant, agrees } of statements.flatMap(
      (statement) => byStatement.get(statement) ?? [],
    )) {
      const so = answered.get(participant) ?? { saw: 0, agrees: 0 }
      answered.set(participant, { saw: so.saw + 1, agrees: so.agrees + Number(agrees) })
    }
    const holdAll = new Set(
      [...answered].flatMap(([id, { agrees }]) => (agrees === statements.length ? [id] : [])),
    )
    const wishes = secondOrder.filter(
      ({ participant, statement }) => holdAll.has(participant) && statements.includes(statement),
    )
    const people = [...answered.values()]
    const different = (some: typeof wishes) => new Set(some.map(({ participant }) => participant)).size
    return {
      some: people.filter(({ agrees }) => agrees > 0).length,
      sawAll: people.filter(({ saw }) => saw === statements.length).length,
      all: holdAll.size,
      asked: different(wishes),
      wishOtherwise: different(wishes.filter(({ says }) => says === 'disown')),
    }
  }
}
