import type { Listening, ListeningRecord } from '../../listen/index.ts'
import type { GroupChange, LastGroups } from '../../map/index.ts'
import type { Mapped } from '../../web/views.ts'
import type { Negotiation } from './negotiation.ts'
import type { PackedVotes } from './packed-votes.ts'
import type { Concluded, StudyProgress } from './study-steps.ts'

/** What a server and the thread that draws for it say to each other. */

/** With what a thread starts. */
export interface ThreadStart {
  readonly listening: Listening
  readonly negotiation: Negotiation
  /** By which its groups are named. */
  readonly shown: LastGroups
  /** Its first number is the last drawing that was given up: that one ends at its next step. */
  readonly givenUp: Int32Array
}

export type ToThread =
  | { readonly kind: 'said'; readonly records: readonly ListeningRecord[] }
  /** Drawings are numbered from 1. A study begins with a map, unless nothing was said since the last one. */
  | { readonly kind: 'draw'; readonly drawing: number; readonly upTo: 'map' | 'study' }

export type FromThread =
  | { readonly kind: 'progress'; readonly drawing: number; readonly progress: StudyProgress }
  | {
      readonly kind: 'mapped'
      readonly drawing: number
      readonly map: Mapped['map']
      readonly heard: Omit<Listening, 'votes'>
      readonly votes: PackedVotes
      readonly changes: readonly GroupChange[]
    }
  | { readonly kind: 'concluded'; readonly drawing: number; readonly concluded: Concluded }
  /** It ended: with all that it was asked for, or because it was given up. */
  | { readonly kind: 'ended'; readonly drawing: number }
