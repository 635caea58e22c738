import type { GroupId, StatementId } from '../../kernel/index.ts'
import type { Fewest } from './fewest.ts'
import type { OriginCheck } from './origins.ts'

/** What added ballots would do to an outcome. */
export type Flip =
  /** The answers no longer carry a floor, or it is crowded out by other floors. */
  | 'floor-falls'
  /** The rule in force no longer seats a statement, or seats one that it did not. */
  | 'seat-lost'
  | 'seat-won'
  /** A ruling no longer stands, or a contested one does, for either side. */
  | 'ruling-undone'
  | 'ruling-made'

/**
 * The price of capture: the fewest ballots that, added to those that were cast, flip an outcome.
 *
 * Source: this project, ADR 0058.
 */
export type Capture =
  | {
      readonly kind: 'exact'
      readonly flips: Flip
      readonly ballots: number
      /** The groups in which so few are enough; none where it does not matter, or is not known. */
      readonly aim: readonly GroupId[]
    }
  | {
      readonly kind: 'between'
      readonly flips: Flip
      /** Proven: fewer never do. */
      readonly atLeast: number
      /** So many do, cast as in an attack that was found; null where none was. */
      readonly atMost: number | null
      readonly aim: readonly GroupId[]
    }
  /** No number of added ballots does. */
  | { readonly kind: 'never'; readonly flips: Flip }
  | { readonly kind: 'not-by-votes'; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string }

/** What was found of one outcome: how few ballots flip it, and whose say on it rests on one origin. */
export interface Priced {
  readonly capture: Capture
  readonly origins: OriginCheck
}

/** What was found of every outcome that ballots could flip. */
export interface Captures {
  readonly floors: ReadonlyMap<StatementId, Priced>
  /** Of statements seated under the rule in force, to lose the seat; of those other declared rules seat, to win one. */
  readonly seats: ReadonlyMap<StatementId, Priced>
  readonly rulings: readonly ({ readonly prefer: StatementId; readonly over: StatementId } & Priced)[]
  /** The fewest added people who could be drawn as an opinion group of their own; no clause is proof against one. */
  readonly newGroup: number
}

/** What is proven and what was found, as one of the two kinds. */
export function captureOf(flips: Flip, { atLeast, atMost, aim }: Fewest): Capture {
  if (atLeast === Number.POSITIVE_INFINITY) return { kind: 'never', flips }
  if (atLeast === atMost) return { kind: 'exact', flips, ballots: atMost, aim }
  return { kind: 'between', flips, atLeast, atMost: Number.isFinite(atMost) ? atMost : null, aim }
}
