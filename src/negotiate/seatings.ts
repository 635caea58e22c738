import { type StatementId, wilson } from '../kernel/index.ts'
import type { Reading } from './profiles/reading.ts'
import type { Rule } from './rules/rule.ts'
import type { Seat } from './slate.ts'

/** A rule to be asked, and in which of the draws: in every one, in one of so many, or in none (`null`). */
export interface Asked {
  readonly rule: Rule
  readonly every: number | null
}

export interface SeatingsRequest {
  readonly reading: Reading
  readonly asked: readonly Asked[]
  readonly seats: number
  readonly resamples: number
}

/** The seats of each rule, by its name, in the order in which they were asked. */
export type Seatings = ReadonlyMap<string, readonly Seat[]>

/**
 * What each rule seats, and in what share of the draws it saw it does so again.
 *
 * Shapes: yields how many draws are done.
 */
export function* seatingsOf({
  reading,
  asked,
  seats,
  resamples,
}: SeatingsRequest): Generator<number, Seatings> {
  const tallies = asked.map(({ rule, every }) => ({
    rule,
    every,
    chosen: rule.choose(reading.profile, seats),
    times: new Map<StatementId, number>(),
    draws: 0,
  }))
  for (let done = 0; done < resamples; done++) {
    const sample = reading.drawn(done)
    for (const tally of tallies) {
      if (tally.every === null || done % tally.every > 0) continue
      tally.draws++
      for (const statement of tally.rule.choose(sample, seats))
        tally.times.set(statement, (tally.times.get(statement) ?? 0) + 1)
    }
    yield done + 1
  }
  return new Map(
    tallies.map(({ rule, chosen, times, draws }) => [
      rule.name,
      chosen.map((statement) => ({ statement, inclusion: wilson(times.get(statement) ?? 0, draws) })),
    ]),
  )
}

/** Only the statements of the seats, by rule. */
export const statementsBy = (seatings: Seatings): ReadonlyMap<string, readonly StatementId[]> =>
  new Map([...seatings].map(([rule, seats]) => [rule, seats.map(({ statement }) => statement)]))
