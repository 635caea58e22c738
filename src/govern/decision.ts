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
  /** What each choice of the reply shows and asks for; `require-` rules must hold in every one. */
  readonly choices: readonly Choice[]
  /** SHA-256 of exactly the bytes that would be sent. */
  readonly digest: string
}

/** One of the answers a reply offers: a client may show any of them, and only one. */
export interface Choice {
  /** What the person would read: content and refusal, without reasoning or unknown fields. */
  readonly text: string
  readonly tools: readonly string[]
}

declare const examined: unique symbol

/** The digest of bytes that were examined. Only `examine` makes one, so nothing else can lead to a `send`. */
export type ExaminedDigest = string & { readonly [examined]: true }

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
  readonly digest: ExaminedDigest
  readonly findings: readonly FloorFinding[]
}

/** What the gateway does with a reply or an action. Each cites the clauses it rests on. */
export type Decision =
  | { readonly kind: 'send'; readonly digest: ExaminedDigest; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'ask'; readonly about: readonly ClauseId[]; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'hold'; readonly because: string; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'refuse'; readonly because: string; readonly clauses: readonly ClauseId[] }
  | { readonly kind: 'off'; readonly because: string; readonly clauses: readonly ClauseId[] }

export type DecisionKind = Decision['kind']
