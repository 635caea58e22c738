import { type Model, ModelFailed, type Wire } from '../../io/models/index.ts'

export interface Asking {
  readonly model: Model
  readonly request: Wire
  readonly how: 'whole' | 'chunks'
  readonly signal: AbortSignal
  /** Characters of JSON. */
  readonly most: number
}

/**
 * All of a reply, before any of it is looked at: one object, or every chunk. Nothing goes out piece by piece, because
 * a piece that has left cannot be taken back (ADR 0022).
 *
 * Errors: rejects as the model does; with the signal's reason as soon as it is aborted, whatever the model does.
 */
export async function wholeReply({ model, request, how, signal, most }: Asking): Promise<readonly Wire[]> {
  if (how === 'whole') return bounded([await unless(signal, model.complete(request, signal))], most)
  const chunks: Wire[] = []
  const stream = model.stream(request, signal)[Symbol.asyncIterator]()
  let size = 0
  try {
    for (;;) {
      const next = await unless(signal, stream.next())
      if (next.done) return chunks
      size += JSON.stringify(next.value).length
      if (size > most) throw tooLarge(most)
      chunks.push(next.value)
    }
  } finally {
    // Not awaited: a model that hangs would hang here too.
    stream.return?.()?.catch(() => {})
  }
}

function bounded(parts: readonly Wire[], most: number): readonly Wire[] {
  if (JSON.stringify(parts).length > most) throw tooLarge(most)
  return parts
}

const tooLarge = (most: number) => new ModelFailed('too-large', `the model sent more than ${most} characters`)

/** The work's outcome, or the signal's reason if that comes first. */
async function unless<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  work.catch(() => {}) // what it does after the signal is nobody's concern, and must not end the process
  signal.throwIfAborted()
  let stop = () => {}
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
