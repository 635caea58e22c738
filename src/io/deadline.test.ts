import { describe, expect, test } from 'vitest'
import { deadline, within } from './deadline.ts'

const late = () => new Error('late')
const untilAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

describe('deadline', () => {
  test('aborts when the time is over, however long nobody looks at it', async () => {
    await expect(within(deadline(new AbortController().signal, 5, late), untilAborted)).rejects.toThrow(
      'late',
    )
  })

  test('aborts with the caller, for the caller’s reason', async () => {
    const outer = new AbortController()
    const waiting = within(deadline(outer.signal, 60_000, late), untilAborted)
    outer.abort(new Error('left'))
    await expect(waiting).rejects.toThrow('left')
  })

  test('is aborted at once where the caller already is', () => {
    const { signal, stop } = deadline(AbortSignal.abort(new Error('left')), 60_000, late)
    expect(signal.reason).toEqual(new Error('left'))
    stop()
  })

  test('gives what the act gives, and ends with it', async () => {
    const limit = deadline(new AbortController().signal, 60_000, late)
    expect(await within(limit, async () => 'done')).toBe('done')
    expect(limit.signal.aborted).toBe(true)
  })
})
