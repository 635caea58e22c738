import type { MessagePort } from 'node:worker_threads'
import type { Votes } from '../../map/index.ts'

/** One operation as it is sent to a thread. */
export interface Run {
  readonly id: number
  readonly operation: string
  readonly votes: Votes
  readonly input: unknown
  /** The words through which the threads agree: CLAIMED, then one state per thread. */
  readonly words: Int32Array
}

/** What a thread sends back for a run that it took part in. */
export type Answer =
  | { readonly run: number; readonly kind: 'part'; readonly part: unknown }
  | { readonly run: number; readonly kind: 'failed'; readonly because: string }

/** What a thread is given at its start. */
export interface ThreadData {
  readonly port: MessagePort
  /** Which of the words is its own state. */
  readonly word: number
}

/** The word that counts how many stretches were taken; whoever raises it takes the next. */
export const CLAIMED = 0
/** The word that counts how many chunks threads have done: while it rises, they are alive. */
export const PROGRESS = 1
export const FIRST_STATE = 2

/** A thread takes part in a run when it gets to it before the caller has ended it. */
export const WAITING = 0
export const TAKING_PART = 1
export const ENDED = 2
