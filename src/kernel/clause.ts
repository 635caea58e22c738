/** Words about clauses that drafting, governing and verifying share. */

/** Why a clause exists. Source: DESIGN, words. */
export type Motive = 'control' | 'censorship' | 'ethics' | 'pr' | 'survey'

/** Who decided a clause. */
export type Authority = 'participants' | 'operator' | 'law'

/**
 * How a floor is checked on a reply or an action. Declarative, so that a charter never carries code; patterns run
 * in a linear-time engine. A rule with a `when` is in play only where the request or the reply matches it.
 */
export type FloorRule =
  /** Nothing that goes out may match. */
  | { readonly kind: 'forbid-pattern'; readonly pattern: string; readonly when: Trigger }
  /** Something in what goes out must match. */
  | { readonly kind: 'require-pattern'; readonly pattern: string; readonly when: Trigger }
  /** None of these tools may be called. */
  | { readonly kind: 'forbid-tools'; readonly tools: readonly string[]; readonly when: Trigger }
  /** At least one of these tools must be called. */
  | { readonly kind: 'require-tools'; readonly tools: readonly string[]; readonly when: Trigger }
  /** A call of one of these tools waits for a person. */
  | { readonly kind: 'hold-tools'; readonly tools: readonly string[]; readonly when: Trigger }
  /** A judge answers; without a judge the verdict is unknown, and unknown holds. */
  | { readonly kind: 'ask-judge'; readonly question: string; readonly when: Trigger }

/** Where a rule is in play: always, or where the last request or the reply matches a pattern. */
export type Trigger =
  | { readonly kind: 'always' }
  | { readonly kind: 'request-matches'; readonly pattern: string }
  | { readonly kind: 'reply-matches'; readonly pattern: string }

/** The two ends of a dial, each with what it tells the model, and how far a person may turn it. */
export interface DialScale {
  readonly low: DialEnd
  readonly high: DialEnd
  /** Steps from 0 (low) to 4 (high). */
  readonly from: number
  readonly to: number
  readonly start: number
}

export interface DialEnd {
  readonly label: string
  readonly instruction: string
}

/** What a person or a check found: three outcomes only, and unknown is never success. */
export type Verdict = 'kept' | 'broken' | 'unknown'
