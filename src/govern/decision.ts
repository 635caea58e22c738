import type { ClauseId, Verdict } from '../kernel/index.ts'

/** One tool the model asks to call. */
export interface ToolCall {
  readonly id: string
  readonly name: string
  /** The arguments as the model wrote them: JSON, or what should have been. */
  readonly arguments: string
}

/** What a person and a model said to each other, and what the model would now say or do. */
export interface Exchange {
  /** The person's last words; patterns with `request-matches` look here. */
  readonly request: string
  /** Everything that would leave the gateway, in every field: content, refusals, reasoning, names, unknown fields. */
  readonly outgoing: readonly string[]
  readonly toolCalls: readonly ToolCall[]
  /** SHA-256 of exactly the bytes that would be sent. */
  readonly digest: string
}

/** What was found about one floor on one exchange. */
export interface FloorFinding {
  readonly clause: ClauseId
  /** `not-in-play`: none of the floor's rules applies to this exchange. */
  readonly verdict: Verdict | 'not-in-play'
  readonly because: string
  /** Tools whose call this floor holds for a person. */
  readonly holds: readonly string[]
}

/** The findings about one exchange, tied to the bytes they are about. */
export interface Examination {
  readonly digest: string
  readonly findings: readonly FloorFinding[]
}

/** What the gateway does with a reply or an action. Each cites the clauses it rests on. */
export type Decision =
  | { readonly kind: 'send'; readonly digest: string; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'ask'; readonly about: readonly ClauseId[]; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'hold'; readonly because: string; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'refuse'; readonly because: string; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'off'; readonly because: string; readonly clauses: readonly ClauseId[] }

export type DecisionKind = Decision['kind']
