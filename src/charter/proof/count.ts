import type { StatementId } from '../../kernel/index.ts'
import type { CountedBallot } from './ballots.ts'

/** A slate among its candidates, and the ballots it is held against. */
export interface Counting {
  readonly ballots: readonly CountedBallot[]
  readonly candidates: readonly StatementId[]
  readonly slate: readonly StatementId[]
  readonly seats: number
}

export const everybody = (ballots: readonly CountedBallot[]): number =>
  ballots.reduce((sum, { people }) => sum + people, 0)

/** How many people cast a ballot like this. */
export const peopleWho = (ballots: readonly CountedBallot[], like: (one: CountedBallot) => boolean): number =>
  everybody(ballots.filter(like))

/** How many of these statements a ballot agrees with. */
export const agreed = ({ agree }: CountedBallot, statements: readonly StatementId[]): number =>
  statements.filter((statement) => agree.has(statement)).length

/** Whether so many people are enough for so many seats: at least that part of everybody, and somebody. */
export const areEnough = (people: number, owed: number, { ballots, seats }: Counting): boolean =>
  people > 0 && BigInt(people) * BigInt(seats) >= BigInt(owed) * BigInt(everybody(ballots))
