import { type StatementId, wilson } from '../kernel/index.ts'
import type { Reading } from './profiles/reading.ts'
import type { Rule } from './rules/rule.ts'
import type { Seat } from './slate.ts'

/** A rule to be asked, and in which of the draws: in every one, in one of so many, or in none (`null`). */
export interface Asked {
  readonly rule: Rule
  readonly every: number | null
}

export interface Seatings {
  readonly reading: Reading
  readonly asked: readonly Asked[]
  readonly seats: number
  readonly resamples: number
}

/**
 * What each rule seats, and in what share of the draws it saw it does so again.
 *
 * Shapes: yields how many draws are done; one list of seats per rule.
 */
export function* seatingsOf({
  reading,
  asked,
  seats,
  resamples,
}: Seatings): Generator<number, readonly (readonly Seat[])[]> {
  const chosen = asked.map(({ rule }) => rule.choose(reading.profile, seats))
  const times = asked.map(() => new Map<StatementId, number>())
  const draws = asked.map(() => 0)
  for (let done = 0; done < resamples; done++) {
    const sample = reading.drawn(done)
    for (const [at, { rule, every }] of asked.entries()) {
      if (every === null || done % every > 0) continue
      draws[at]!++
      for (const statement of rule.choose(sample, seats))
        times[at]!.set(statement, (times[at]!.get(statement) ?? 0) + 1)
    }
    yield done + 1
  }
  return chosen.map((slate, at) =>
    slate.map((statement) => ({
      statement,
      inclusion: wilson(times[at]!.get(statement) ?? 0, draws[at]!),
    })),
  )
}
