/** A signal that a caller's signal or a clock aborts, whichever comes first, and the way to let both go. */
export interface Deadline {
  readonly signal: AbortSignal
  /** Stops the clock, lets the caller's signal go, and aborts what is still under way. */
  stop(): void
}

/**
 * A caller's signal with a limit of time.
 *
 * It is not `AbortSignal.any` over `AbortSignal.timeout`: on Node 20 such a signal may be collected as garbage before it
 * fires, and the call it was to end hangs for ever (seen in this suite; nodejs/node issue 65995 is of the same kind).
 */
export function deadline(outer: AbortSignal, milliseconds: number, late: () => Error): Deadline {
  const both = new AbortController()
  const onAbort = () => both.abort(outer.reason)
  const timer = setTimeout(() => both.abort(late()), milliseconds)
  if (outer.aborted) onAbort()
  else outer.addEventListener('abort', onAbort, { once: true })
  return {
    signal: both.signal,
    stop: () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', onAbort)
      both.abort()
    },
  }
}

/** Acts under a deadline, and lets it go when the act ends. */
export async function within<T>(limit: Deadline, act: (signal: AbortSignal) => Promise<T>): Promise<T> {
  try {
    return await act(limit.signal)
  } finally {
    limit.stop()
  }
}
