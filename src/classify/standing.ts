import type { CaseId, Interval, ResponseId, StatementId } from '../kernel/index.ts'

/** Can any system meet this value, and at whose cost? */
export type Standing = 'alignable' | 'conflicting' | 'unalignable' | 'undetermined'

/** The register of standings: every statement with what the cases say of it. */
export interface Register {
  readonly entries: readonly RegisterEntry[]
  /** Every conflict once, with all the cases it stands in, widest first. */
  readonly conflicts: readonly Conflict[]
  /** What the judges together say of each response and statement that someone judged. */
  readonly cells: readonly Cell[]
}

export interface RegisterEntry {
  readonly statement: StatementId
  readonly standing: Standing
  /** One sentence: why this standing. */
  readonly because: string
  /** Cases in which the statement matters to some response. */
  readonly relevant: readonly CaseId[]
  /** For unalignable statements: the cases in which "no AI acts" may be chosen, and so honours it. */
  readonly honoured: readonly CaseId[]
  /** The conflicts this statement is part of. */
  readonly conflicts: readonly Conflict[]
  readonly resolution: Resolution
  /** For undetermined statements: the question that would settle it most cheaply. */
  readonly question: DecidingQuestion | null
}

/** A smallest set of values that no acting response honours together, and where. */
export interface Conflict {
  readonly statements: readonly StatementId[]
  readonly cases: readonly CaseId[]
  /** `possible`: it stands only if cells that the judges left open turn out to be violations. */
  readonly certainty: 'probable' | 'possible'
}

/** One cell of a case: what the judges together say. */
export interface Cell {
  readonly case: CaseId
  readonly response: ResponseId
  readonly statement: StatementId
  /** The probability of each verdict; they sum to 1. */
  readonly meets: number
  readonly violates: number
  readonly irrelevant: number
  readonly judges: number
  /** The verdict where it is sure (ADR 0005), else undetermined. */
  readonly verdict: 'meets' | 'violates' | 'irrelevant' | 'undetermined'
}

/** How a value is settled, the first that applies (DESIGN, section 2). */
export interface Resolution {
  readonly mode: 'declare' | 'floor' | 'configure' | 'negotiate'
  readonly because: string
  /** The shares the mode rests on; null where nobody was asked. */
  readonly mustHold: Interval | null
  readonly touchesOthers: Interval | null
}

export type DecidingQuestion =
  /** Nobody described a case in which the statement matters. */
  | { readonly kind: 'describe-a-case'; readonly asks: string }
  /** More judges on one cell; `more` is how many would probably settle it. */
  | {
      readonly kind: 'judge-a-cell'
      readonly case: CaseId
      readonly response: ResponseId
      readonly more: number
      readonly asks: string
    }
