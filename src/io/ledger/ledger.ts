import type { Json } from '../../kernel/index.ts'
import type { LedgerEvent } from './prepare.ts'

/** What was recorded, and where. */
export interface Appended {
  /** The first entry is 0. */
  readonly index: number
  readonly type: string
  /** ISO 8601 to the second, UTC. */
  readonly time: string
}

export type LedgerEntry =
  | (Appended & { readonly kind: 'content'; readonly content: Json })
  /** Its place in the record stays; what it said is gone. */
  | (Appended & { readonly kind: 'erased' })

/** The one durable truth: every other state is a fold of it. */
export interface Ledger {
  readonly origin: string
  /** The key that signs its checkpoints, to be published. */
  readonly vkey: string
  readonly recovery: Recovery
  /** How many entries are recorded and signed. */
  readonly size: () => number
  /** The last signed checkpoint, as text. */
  readonly checkpoint: () => string
  readonly state: () => LedgerState
  /**
   * Records events, in the order of the calls, and resolves once they are on disk and signed. A crash may keep the
   * first of several events whose call never resolved.
   */
  readonly append: (events: readonly LedgerEvent[]) => Promise<readonly Appended[]>
  /** The entries from one index on, up to those recorded when reading begins. */
  readonly read: (from: number) => AsyncIterable<LedgerEntry>
  /** The receipt of an entry, as the text of a file. */
  readonly receipt: (index: number) => Promise<string>
  /** Base64 hashes that prove to a witness that the record only grew since it had `from` entries. */
  readonly consistency: (from: number) => readonly string[]
  /** Destroys what an entry said. Its digest and every proof stay. Erasing twice is erasing once. */
  readonly erase: (index: number) => Promise<Appended>
  /** Writes the record and its checkpoint as one file that anyone can verify. */
  readonly export: (path: string) => Promise<void>
  /** Waits for what is being written and lets go of the files. */
  readonly close: () => Promise<void>
}

export type LedgerState = { readonly kind: 'open' } | { readonly kind: 'read-only'; readonly because: string }

/** Nothing is recorded any more: a write failed, and what it left on disk is unknown. Reading goes on. */
export class ReadOnlyLedger extends Error {
  override readonly name = 'ReadOnlyLedger'
}

/** What opening found to put right; all zeros after an orderly end. */
export interface Recovery {
  /** Bytes that were never acknowledged, cut from the ends of the files. */
  readonly cut: { readonly ledger: number; readonly content: number; readonly keys: number }
  /** Whole entries after the last checkpoint: kept, and signed now. */
  readonly signed: number
  /** Erasures that a crash cut short or a restored backup undid: done now. */
  readonly erased: number
}

/** The type of the entry that records an erasure. */
export const ERASED = 'erased'
