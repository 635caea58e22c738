import type { Direction, GroupId, Interval, StatementId } from '../kernel/index.ts'
import type { GroupingMethod } from './groups/grouped.ts'

/** Whether groups found from other statements differ on this one. */
export interface HeldOut {
  readonly statement: StatementId
  /** How surprising the answers are if they do not. */
  readonly p: number
  /** The same, corrected for all statements. */
  readonly adjusted: number
  readonly differs: boolean
}

/** The fewest votes that would take a statement off a list. */
export interface Flip {
  /** Whose votes; null where everybody counts as one. */
  readonly group: GroupId | null
  /** So many answer otherwise after all. */
  readonly changed: number
  /** Or so many more come and answer otherwise. */
  readonly added: number
}

/** What the findings hang on: who is in which group, a few votes, how many groups there are. */
export interface Checks {
  /** Small, and too far from everybody else to be counted with them; those that are groups of the map are left out. */
  readonly minorities: readonly Minority[]
  /** Without groups there is nothing to differ, and it is empty. */
  readonly heldOut: readonly HeldOut[]
  /** What every group surely agrees with, or rejects; without groups, what everybody does. Strongest first. */
  readonly consensus: readonly CheckedConsensus[]
  readonly representative: readonly CheckedRepresentative[]
}

export interface CheckedConsensus {
  readonly statement: StatementId
  readonly direction: Direction
  /** The product of the groups' shares, with the doubt about who is in which group. */
  readonly interval: Interval
  readonly flip: Flip
  readonly byK: readonly ListedAt[]
  readonly byMethod: readonly ListedBy[]
}

export interface CheckedRepresentative {
  readonly group: GroupId
  readonly statement: StatementId
  readonly direction: Direction
  /** Null where it does not qualify, and is the most telling of those that do not. */
  readonly flip: Flip | null
  /** Whether it speaks for some group, the same way. */
  readonly byK: readonly ListedAt[]
  readonly byMethod: readonly ListedBy[]
}

/** Whether a finding is on its list when people are divided into so many groups. */
export interface ListedAt {
  readonly k: number
  readonly listed: boolean
}

/** Whether a finding is on its list when people are grouped in this way. */
export interface ListedBy {
  readonly method: GroupingMethod
  /** How many groups it finds; 0 where none are stable, and everybody counts as one. */
  readonly groups: number
  readonly listed: boolean
}

/** A few people who vote alike and unlike everybody else, whom no group of the map sets apart. */
export interface Minority {
  readonly members: number
  /** The group that most of them are counted in; null where they are in none. */
  readonly among: { readonly group: GroupId; readonly share: number } | null
  /** How much of the minority came back when it was sought again among people picked by chance (Jaccard). */
  readonly holds: Interval
  /** What its members say that those around them do not: the group they are counted in, or everybody. */
  readonly says: readonly MinoritySays[]
}

export interface MinoritySays {
  readonly statement: StatementId
  readonly direction: Direction
  /** The share of those who saw it. */
  readonly own: Interval
  readonly around: Interval
}
