import { parentPort, workerData } from 'node:worker_threads'
import { threadsFor } from '../../io/threads/index.ts'
import type { Listening } from '../../listen/index.ts'
import { type Negotiation, studySteps } from '../study/study-steps.ts'

/** Runs one study beside the server, so that counting never stops a vote from being taken. */
const { listening, negotiation } = workerData as { listening: Listening; negotiation: Negotiation }
const threads = threadsFor(listening.votes.length)
const steps = studySteps(listening, negotiation, threads)
for (;;) {
  const step = steps.next()
  if (step.done) {
    parentPort?.postMessage({ kind: 'done', study: step.value })
    await threads.close()
    break
  }
  parentPort?.postMessage({ kind: 'progress', progress: step.value })
}
