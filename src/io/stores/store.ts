import type { Acted, Charter, RatificationBallot, Roll } from '../../charter/index.ts'
import type { DecisionRecord } from '../../govern/index.ts'
import type { AssemblyId, ClauseId, ParticipantId, StatementId, Vote } from '../../kernel/index.ts'
import type { Assembly, Listening, Statement } from '../../listen/index.ts'
import type { DecisionCount } from '../../publish/index.ts'
import type { Audit } from '../../verify/index.ts'
import type { DecisionContents, Event, HeldCall, SwitchPress } from '../events.ts'

/**
 * Answers to questions about what happened: a fold of the ledger kept in a database, so that it can be asked.
 *
 * It is derived. `apply` takes entries in order and remembers how far it came; whatever it misses after a crash is
 * applied again from the ledger, and `reset` forgets everything so that all of it can be.
 */
export interface Store {
  readonly name: string

  /** Takes the store for one ledger, by its public key; returns whose it is: the first that claimed it. */
  claim(vkey: string): Promise<string>
  /** How many ledger entries have been applied. */
  position(): Promise<number>
  /**
   * Applies entries that follow each other from `position()` on; all or none.
   *
   * Errors: throws when the first is not the next one; that is a programmer's mistake.
   */
  apply(entries: readonly Entry[]): Promise<void>
  reset(): Promise<void>
  close(): Promise<void>

  assemblies(): Promise<readonly Assembly[]>
  /** Null: no such assembly. */
  listening(assembly: AssemblyId): Promise<Listening | null>
  /** What machines wrote there, and what people said to it. */
  mediated(assembly: AssemblyId): Promise<Mediated>
  counts(assembly: AssemblyId): Promise<Counts>
  ballot(assembly: AssemblyId, participant: ParticipantId): Promise<Ballot>
  /** Ledger positions of everything a participant said, for reading and erasing it. */
  saidBy(assembly: AssemblyId, participant: ParticipantId): Promise<readonly number[]>

  /** Newest first. */
  charters(assembly: AssemblyId): Promise<readonly CharterVersion[]>
  /** What was done in the round on a draft, in its order; empty where none was opened. */
  roundActs(assembly: AssemblyId, draft: string): Promise<readonly Acted[]>
  /** Everyone who may vote on a charter, with their group when the vote was opened. */
  roll(assembly: AssemblyId, hash: string): Promise<Roll>
  /** The last ballot of each person, in the order in which these were cast. */
  ratificationBallots(assembly: AssemblyId, hash: string): Promise<readonly RatificationBallot[]>

  /** Newest first. */
  decisions(assembly: AssemblyId, limit: number): Promise<readonly Decided[]>
  decision(id: string): Promise<Decided | null>
  /** Holds that nobody answered, oldest first. */
  waiting(assembly: AssemblyId): Promise<readonly Decided[]>
  /** When a call with this digest was approved and not yet made; null when it was not. */
  grant(assembly: AssemblyId, digest: string): Promise<{ readonly approvedAt: string } | null>
  decisionCounts(assembly: AssemblyId): Promise<readonly DecisionCount[]>

  /** Every press of the switch, oldest first; none means that it was never touched. */
  presses(): Promise<readonly Pressed[]>
  dials(assembly: AssemblyId, participant: ParticipantId): Promise<ReadonlyMap<ClauseId, number>>
  latestAudit(assembly: AssemblyId): Promise<Audited | null>
}

/** One ledger entry on its way into the store: an event, the erasure of an earlier one, or one whose content is gone. */
export interface Entry {
  readonly position: number
  readonly at: string
  readonly event: Event | { readonly type: 'erased'; readonly position: number } | { readonly type: 'gone' }
}

export type Mediated = Pick<Listening, 'statements' | 'mediations' | 'rankings' | 'reasons'>

export interface Counts {
  readonly participants: number
  readonly statements: number
  readonly votes: number
  /** Position of the newest entry about this assembly's listening: it changes whenever the map could. */
  readonly revision: number
}

/** What one participant answered, newest first, and what they have not seen. */
export interface Ballot {
  readonly answered: readonly {
    readonly statement: Statement
    readonly vote: Vote
    readonly position: number
  }[]
  readonly unseen: readonly { readonly statement: Statement; readonly seenBy: number }[]
  readonly reflections: ReadonlyMap<StatementId, Reflection>
}

export interface Reflection {
  readonly matters: number | null
  readonly secondOrder: 'endorse' | 'disown' | 'unsure' | null
}

export interface CharterVersion {
  readonly charter: Charter
  readonly hash: string
  readonly position: number
  readonly status: 'draft' | 'voting' | 'ratified' | 'rejected' | 'quorum-not-met'
  /** When the status last changed, ISO 8601. */
  readonly since: string
}

export interface Decided {
  readonly record: DecisionRecord
  /** Null where the content was erased. */
  readonly contents: DecisionContents | null
  /** What waits for a person, if calls do. */
  readonly calls: readonly HeldCall[]
  readonly answer: {
    readonly answer: 'approved' | 'denied'
    readonly reason: string
    readonly by: string
    readonly at: string
  } | null
  readonly position: number
  readonly at: string
}

export interface Pressed {
  readonly press: SwitchPress
  readonly reason: string
  readonly by: string
  readonly at: string
}

export interface Audited {
  readonly audit: Audit
  readonly at: string
}
