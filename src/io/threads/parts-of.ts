import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import { type Answer, ENDED, PROGRESS, type Run, TAKING_PART, WAITING } from './run.ts'

/** Another thread, as the calling one sees it: where its answers come from, and the word of its state. */
export interface Helper {
  readonly port: MessagePort
  readonly word: number
}

/**
 * What another thread found: one part, or none if it has not begun.
 *
 * Errors: throws what went wrong there, and where no thread has done anything for `patience` milliseconds.
 */
export function partsOf<Part>(
  { port, word }: Helper,
  { id, words }: Pick<Run, 'id' | 'words'>,
  patience: number = PATIENCE,
): Part[] {
  if (Atomics.compareExchange(words, word, WAITING, ENDED) === WAITING) return []
  while (Atomics.load(words, word) === TAKING_PART) {
    const progress = Atomics.load(words, PROGRESS)
    const woken = Atomics.wait(words, word, TAKING_PART, patience)
    if (woken === 'timed-out' && Atomics.load(words, PROGRESS) === progress)
      throw new Error(`a thread has not moved for ${patience / 1000} seconds`)
  }
  return [answerOf(port, id) as Part]
}

function answerOf(port: MessagePort, run: number): unknown {
  for (;;) {
    const answer = receiveMessageOnPort(port)?.message as Answer | undefined
    if (answer === undefined) throw new Error('a thread ended without an answer')
    // Answers to runs that were given up may still lie there.
    if (answer.run !== run) continue
    if (answer.kind === 'failed') throw new Error(`in a thread: ${answer.because}`)
    return answer.part
  }
}

/** A chunk takes a hundredth of a second; a thread that does none for a minute is lost (ADR 0044). */
const PATIENCE = 60_000
