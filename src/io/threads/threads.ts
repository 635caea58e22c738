import { availableParallelism } from 'node:os'
import { MessageChannel, Worker } from 'node:worker_threads'
import { type Engine, type Operation, singleThread, type Votes } from '../../map/index.ts'
import { workerFile } from '../worker-file.ts'
import { type Helper, partsOf } from './parts-of.ts'
import { FIRST_STATE, type Run, type ThreadData } from './run.ts'
import { sharedVotes } from './shared-votes.ts'
import { takePart } from './take-part.ts'

/** An engine of several threads, the calling one among them. */
export interface Threads extends Engine {
  /** Ends the other threads; the calling one carries out by itself whatever is run afterwards. */
  close(): Promise<void>
}

/**
 * Starts threads that share out every run among them: whoever is free takes the next stretch of rows.
 *
 * The calling thread works too, and waits at the end for the stretches that others still have. A thread that has not
 * begun by then takes no part, so that a short run never waits for one. Threads keep no process alive.
 *
 * Shapes: `count` threads in all; 1 starts none.
 * Errors: a run throws what went wrong in a thread, and when a thread has not moved for a minute; never a partial
 *         result.
 */
export function openThreads(count: number = availableParallelism()): Threads {
  const helpers = Array.from({ length: count - 1 }, (_, at) => startHelper(FIRST_STATE + at))
  let runs = 0
  return {
    run<Input, Part, Output>(operation: Operation<Input, Part, Output>, votes: Votes, input: Input): Output {
      const words = new Int32Array(new SharedArrayBuffer(4 * (FIRST_STATE + helpers.length)))
      const run: Run = { id: runs++, operation: operation.name, votes: sharedVotes(votes), input, words }
      for (const { port } of helpers) port.postMessage(run)
      const own = takePart(operation, { votes, input }, words)
      const others = helpers.flatMap((helper) => partsOf<Part>(helper, run))
      return operation.merged([own, ...others], { votes, input })
    },
    close: async () => {
      await Promise.all(helpers.map(({ worker }) => worker.terminate()))
    },
  }
}

/** As many threads as so many votes are worth. */
export const threadsFor = (votes: number): Threads =>
  votes < WORTH_THREADS ? { ...singleThread, close: async () => {} } : openThreads()

/** Below, waking a thread takes longer than it saves (ADR 0044). */
const WORTH_THREADS = 1_000_000

/** MiB for what lives briefly in a thread: it makes a few small arrays a chunk, and the default would be held unused. */
const YOUNG = 4

function startHelper(word: number): Helper & { readonly worker: Worker } {
  const { port1: port, port2 } = new MessageChannel()
  const workerData: ThreadData = { port: port2, word }
  const worker = new Worker(workerFile(import.meta.url, './thread.js'), {
    workerData,
    transferList: [port2],
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
  })
  // A thread that ends is noticed where it is waited for; unheard, its end would be that of this process.
  worker.on('error', () => {})
  worker.unref()
  return { worker, port, word }
}
