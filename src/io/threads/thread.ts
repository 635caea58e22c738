import { workerData } from 'node:worker_threads'
import { OPERATIONS, type Operation } from '../../map/index.ts'
import { type Answer, ENDED, type Run, TAKING_PART, type ThreadData, WAITING } from './run.ts'
import { takePart } from './take-part.ts'

/** A thread that takes stretches of whatever run it is sent. An error in it is sent back, never swallowed. */
const { port, word } = workerData as ThreadData

port.on('message', (run: Run) => {
  if (Atomics.compareExchange(run.words, word, WAITING, TAKING_PART) !== WAITING) return
  port.postMessage(answered(run))
  Atomics.store(run.words, word, ENDED)
  Atomics.notify(run.words, word)
})

function answered(run: Run): Answer {
  try {
    return { run: run.id, kind: 'part', part: partOf(run) }
  } catch (error) {
    return { run: run.id, kind: 'failed', because: error instanceof Error ? error.message : String(error) }
  }
}

function partOf({ operation, votes, input, words }: Run): unknown {
  const found = OPERATIONS.find(({ name }) => name === operation)
  if (found === undefined) throw new Error(`no operation is called "${operation}"`)
  return takePart(found as Operation<unknown, unknown, unknown>, { votes, input }, words)
}
