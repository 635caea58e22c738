import { canonical, type StatementId } from '../../kernel/index.ts'
import type { CastVote } from '../../listen/index.ts'

/** A ballot as the verifier counts it: what it agrees with, and how many people cast it. */
export interface CountedBallot {
  readonly people: number
  readonly agree: ReadonlySet<StatementId>
}

/**
 * The ballots behind a slate, counted from the votes themselves: whoever voted on a candidate has one, of those that
 * they agree with.
 */
export function recounted(
  votes: readonly CastVote[],
  candidates: readonly StatementId[],
): readonly CountedBallot[] {
  const standing = new Set(candidates)
  const own = new Map<string, Set<StatementId>>()
  for (const { participant, statement, vote } of votes) {
    if (!standing.has(statement)) continue
    const agree = own.get(participant) ?? new Set()
    own.set(participant, vote === 'agree' ? agree.add(statement) : agree)
  }
  const distinct = new Map<string, { people: number; agree: ReadonlySet<StatementId> }>()
  for (const agree of own.values()) {
    const known = distinct.get(spelled(agree))
    if (known === undefined) distinct.set(spelled(agree), { people: 1, agree })
    else known.people++
  }
  return [...distinct.values()]
}

/** Whether both are the same ballots, each cast by as many people. */
export function sameBallots(a: readonly CountedBallot[], b: readonly CountedBallot[]): boolean {
  const sorted = (ballots: readonly CountedBallot[]) =>
    ballots.map(({ people, agree }) => `${people} ${spelled(agree)}`).sort()
  return canonical(sorted(a)) === canonical(sorted(b))
}

const spelled = (agree: ReadonlySet<StatementId>): string => JSON.stringify([...agree].sort())
