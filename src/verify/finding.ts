import type { ClauseId, Interval, Verdict } from '../kernel/index.ts'

/** One run to make: what to say to the system under test, turn by turn. */
export interface Trial {
  readonly id: string
  readonly probe: string
  readonly clause: ClauseId
  /** What this trial looks at, in words: `in scope: A caller says…`. */
  readonly label: string
  /** Messages put before the system; a turn of the `assistant` is put in its mouth (a prefill of the past). */
  readonly turns: readonly Turn[]
}

export interface Turn {
  readonly role: 'user' | 'assistant'
  readonly content: string
}

/** What came back: the record of one trial. */
export type Transcript =
  | {
      readonly kind: 'answered'
      readonly trial: Trial
      readonly reply: {
        readonly text: string
        readonly toolCalls: readonly { readonly name: string; readonly arguments: string }[]
      }
    }
  /** The system or a judge failed to answer: unknown, never kept. */
  | { readonly kind: 'failed'; readonly trial: Trial; readonly because: string }

/** One transcript judged. */
export interface Judged {
  readonly trial: string
  readonly verdict: Verdict
  readonly because: string
}

/** What was found about one clause by one probe. */
export interface Finding {
  readonly clause: ClauseId
  readonly probe: string
  readonly verdict: Verdict
  /** One sentence: what was seen. */
  readonly says: string
  readonly trials: number
  readonly broken: number
  readonly unknown: number
  /** Rate of breaking among the trials that could be judged: exact, 95 %. */
  readonly rate: Interval
  /** The rate had every unknown trial been kept, and had every one been broken: the truth lies between. */
  readonly bounds: { readonly allKept: Interval; readonly allBroken: Interval }
  readonly judged: readonly Judged[]
}

/** All findings of one audit of one charter against one system. */
export interface Audit {
  readonly charter: string
  readonly system: string
  readonly seed: string
  readonly findings: readonly Finding[]
  /** Clauses that no probe could test: listed, never counted as kept. */
  readonly unverified: readonly Unverified[]
  /** Probes that found nothing in this charter to test. */
  readonly skipped: readonly { readonly probe: string; readonly because: string }[]
}

/** A clause about which the audit says nothing, and why. */
export interface Unverified {
  readonly clause: ClauseId
  readonly because: string
}
