import { parentPort, workerData } from 'node:worker_threads'
import { threadsFor } from '../../io/threads/index.ts'
import { followedMap } from '../../map/index.ts'
import type { Mapped } from '../../web/views.ts'
import type { FromThread, ThreadStart, ToThread } from '../study/messages.ts'
import { packedVotes } from '../study/packed-votes.ts'
import { concludingSteps, mapOptions, type StudyProgress, toldMap } from '../study/study-steps.ts'

/** Draws for one assembly beside the server, so that counting never stops a vote from being taken. */
const { listening, negotiation, shown, givenUp } = workerData as ThreadStart
const followed = followedMap(listening, shown, threadsFor(listening.votes.length))
/** The last map, while nothing was said since. */
let drawn: Mapped | null = null

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'draw') return draw(message)
  followed.hear(message.records)
  drawn = null
})

function draw({ drawing, upTo }: Extract<ToThread, { kind: 'draw' }>): void {
  drawn ??= mapped(drawing)
  if (drawn !== null && upTo === 'study') conclude(drawing, drawn)
  tell({ kind: 'ended', drawing })
}

function mapped(drawing: number): Mapped | null {
  const heard = followed.listening()
  const named = untilGivenUp(drawing, toldMap(followed.refresh(mapOptions(negotiation))))
  if (named === null) return null
  const { map, changes } = named
  const { votes, ...rest } = heard
  tell({ kind: 'mapped', drawing, map, heard: rest, votes: packedVotes(votes), changes })
  return { listening: heard, map }
}

function conclude(drawing: number, from: Mapped): void {
  const concluded = untilGivenUp(drawing, concludingSteps(from, negotiation))
  if (concluded !== null) tell({ kind: 'concluded', drawing, concluded })
}

/** What steps come to; null once the drawing is given up. */
function untilGivenUp<Result>(drawing: number, steps: Generator<StudyProgress, Result>): Result | null {
  while (Atomics.load(givenUp, 0) < drawing) {
    const step = steps.next()
    if (step.done) return step.value
    tell({ kind: 'progress', drawing, progress: step.value })
  }
  return null
}

function tell(message: FromThread): void {
  parentPort?.postMessage(message)
}
