import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { partsOf } from './parts-of.ts'
import { type Answer, ENDED, FIRST_STATE, TAKING_PART, WAITING } from './run.ts'

const open: MessageChannel[] = []

afterEach(() => {
  for (const { port1 } of open.splice(0)) port1.close()
})

/** Another thread in some state, which has sent these answers. */
function helper(state: number, answers: readonly Answer[] = []) {
  const channel = new MessageChannel()
  open.push(channel)
  for (const answer of answers) channel.port2.postMessage(answer)
  const words = new Int32Array(new SharedArrayBuffer(4 * (FIRST_STATE + 1)))
  words[FIRST_STATE] = state
  return { thread: { port: channel.port1, word: FIRST_STATE }, run: { id: 7, words } }
}

test('a thread that has not begun is not waited for, and cannot begin afterwards', () => {
  const { thread, run } = helper(WAITING)
  expect(partsOf(thread, run)).toEqual([])
  expect(run.words[FIRST_STATE]).toBe(ENDED)
})

test('the answer is that of this run; those of earlier ones are passed over', () => {
  const { thread, run } = helper(ENDED, [
    { run: 6, kind: 'failed', because: 'earlier' },
    { run: 7, kind: 'part', part: 'own' },
  ])
  expect(partsOf(thread, run)).toEqual(['own'])
})

test('an error in a thread is an error here', () => {
  const { thread, run } = helper(ENDED, [{ run: 7, kind: 'failed', because: 'no memory' }])
  expect(() => partsOf(thread, run)).toThrow('in a thread: no memory')
})

test('a thread that stops in the middle, or ends without a word, is an error and no wait for ever', () => {
  const stopped = helper(TAKING_PART)
  expect(() => partsOf(stopped.thread, stopped.run, 20)).toThrow('a thread has not moved for 0.02 seconds')
  const silent = helper(ENDED)
  expect(() => partsOf(silent.thread, silent.run)).toThrow('a thread ended without an answer')
})
