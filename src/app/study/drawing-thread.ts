import { Worker } from 'node:worker_threads'
import { workerFile } from '../../io/worker-file.ts'
import type { CastVote, ListeningRecord } from '../../listen/index.ts'
import type { GroupChange } from '../../map/index.ts'
import type { Mapped } from '../../web/views.ts'
import type { FromThread, ThreadStart, ToThread } from './messages.ts'
import { unpackedVotes } from './packed-votes.ts'
import type { Concluded, StudyProgress } from './study-steps.ts'

/** A thread that hears what is said of one assembly, and draws when it is asked to. */
export interface DrawingThread {
  hear(records: readonly ListeningRecord[]): void
  /** Draws what was heard by now. One drawing at a time. */
  draw(upTo: 'map' | 'study', on: OnDrawn): Drawing
  close(): Promise<void>
}

/** What is told while something is drawn. */
export interface OnDrawn {
  progress(progress: StudyProgress): void
  mapped(mapped: Mapped, beside: Beside): void
  concluded(concluded: Concluded): void
}

/** What is told with a map. */
export interface Beside {
  /** How many votes were heard; counting them on the map would unpack them. */
  readonly votes: number
  readonly changes: readonly GroupChange[]
}

export interface Drawing {
  /** Resolves when it is drawn or was given up; rejects with what went wrong in the thread. */
  readonly ended: Promise<void>
  /** Ends it at its next step. */
  giveUp(): void
}

/** Starts a thread with what was said so far. */
export function drawingThread(start: Omit<ThreadStart, 'givenUp'>): DrawingThread {
  const givenUp = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const workerData: ThreadStart = { ...start, givenUp }
  const worker = new Worker(workerFile(import.meta.url, '../workers/study-worker.js'), { workerData })
  const tell = (message: ToThread) => worker.postMessage(message)
  let failure: Error | null = null
  let fail = (error: Error): void => {
    failure = error
  }
  worker.on('error', (error) => fail(error))
  worker.on('exit', () => fail(new Error('the study was stopped')))
  let drawings = 0

  const drawn = (drawing: number, on: OnDrawn): Promise<void> =>
    new Promise((resolve, reject) => {
      if (failure !== null) return reject(failure)
      const hear = (message: FromThread): void => {
        if (message.drawing !== drawing) return
        if (message.kind === 'ended') {
          worker.off('message', hear)
          resolve()
        } else pass(message, on)
      }
      fail = (error) => {
        failure = error
        reject(error)
      }
      worker.on('message', hear)
    })

  return {
    hear: (records) => tell({ kind: 'said', records }),
    draw: (upTo, on) => {
      const drawing = ++drawings
      const ended = drawn(drawing, on)
      tell({ kind: 'draw', drawing, upTo })
      return { ended, giveUp: () => void Atomics.store(givenUp, 0, drawing) }
    },
    close: async () => {
      Atomics.store(givenUp, 0, drawings)
      await worker.terminate()
    },
  }
}

function pass(message: Exclude<FromThread, { kind: 'ended' }>, on: OnDrawn): void {
  if (message.kind === 'progress') on.progress(message.progress)
  else if (message.kind === 'concluded') on.concluded(message.concluded)
  else on.mapped(mappedOf(message), { votes: message.votes.vote.length, changes: message.changes })
}

/** Votes become objects again once somebody reads them, which few pages do. */
function mappedOf({ map, heard, votes: packed }: Extract<FromThread, { kind: 'mapped' }>): Mapped {
  let votes: readonly CastVote[] | null = null
  const listening = {
    ...heard,
    get votes() {
      votes ??= unpackedVotes(packed)
      return votes
    },
  }
  return { map, listening }
}
