import type { ColumnType, Generated } from 'kysely'
import type { Charter, RatificationBallot, RoundAct } from '../../charter/index.ts'
import type { DecisionRecord } from '../../govern/index.ts'
import type { ListeningRecord } from '../../listen/index.ts'
import type { Audit } from '../../verify/index.ts'
import type { DecisionContents, HeldCall } from '../events.ts'

/** Rows as the database holds them. JSON goes in as text and comes out parsed. */
type Body<T> = ColumnType<T, string, string>

export interface Tables {
  progress: { one: Generated<boolean>; position: number; ledger: string | null }
  /** Everything said but votes, by what it is about; the latest stands. */
  records: {
    assembly: string
    list: string
    key: string
    participant: string | null
    body: Body<ListeningRecord>
    position: number
  }
  votes: {
    assembly: string
    participant: string
    statement: string
    vote: number
    at: string | null
    shown: number | null
    position: number
  }
  /** The newest entry that changed what an assembly's answers say; it only grows. */
  revisions: { assembly: string; position: number }
  /** Which ledger entries hold a participant's words: what erasing them must reach. */
  said: { assembly: string; participant: string; position: number }
  charters: {
    assembly: string
    hash: string
    status: 'draft' | 'voting' | 'ratified' | 'rejected' | 'quorum-not-met'
    body: Body<Charter>
    roll: ColumnType<Record<string, string | null>, string | undefined, string>
    since: string
    position: number
  }
  /** What was done in the rounds on drafts; a round is named by its draft's hash. */
  round_acts: { assembly: string; round: string; body: Body<RoundAct>; at: string; position: number }
  ratification_ballots: {
    assembly: string
    hash: string
    participant: string
    body: Body<RatificationBallot>
    position: number
  }
  decisions: {
    id: string
    assembly: string
    kind: string
    body: Body<DecisionRecord>
    contents: ColumnType<DecisionContents | null, string | null, string | null>
    calls: Body<readonly HeldCall[]>
    answer: 'approved' | 'denied' | null
    reason: string | null
    answered_by: string | null
    answered_at: string | null
    at: string
    position: number
  }
  /** Approved calls that were not made yet, one row for each approval. */
  grants: { assembly: string; digest: string; approved_at: string; position: number }
  presses: {
    position: number
    press: 'off' | 'on-asked' | 'on-confirmed'
    reason: string
    by: string
    at: string
  }
  dials: { assembly: string; participant: string; body: Body<Record<string, number>>; position: number }
  audits: { assembly: string; position: number; body: Body<Audit>; at: string }
}
