import type { Json } from '../../kernel/index.ts'

/** A JSON object of the OpenAI chat completions API, as it goes over the wire. */
export type Wire = { readonly [key: string]: Json }

/**
 * Something that completes a chat. Requests and replies are the raw JSON of `POST /v1/chat/completions`, so that no
 * field is lost between a client and the model.
 */
export interface Model {
  readonly name: string
  /** Its answers were written beforehand by people; no AI is asked. */
  readonly scripted: boolean
  /**
   * One whole reply.
   *
   * Errors: rejects with `ModelFailed`; with the signal's reason when it is aborted.
   */
  complete(request: Wire, signal: AbortSignal): Promise<Wire>
  /**
   * The chunks of one reply in order, without the closing `[DONE]`. It ends only when the reply is whole.
   *
   * Errors: as `complete`; a reply that breaks off is a failure, never a short reply.
   */
  stream(request: Wire, signal: AbortSignal): AsyncIterable<Wire>
}

/** Why a model gave no whole reply. */
export type FailureKind = 'unreachable' | 'refused' | 'timeout' | 'too-large' | 'malformed'

/** A model that failed. The message is ours alone: what its server wrote was not examined and is not repeated. */
export class ModelFailed extends Error {
  readonly kind: FailureKind
  /** The status its server answered with; null where there was none. */
  readonly status: number | null

  constructor(kind: FailureKind, message: string, status: number | null = null) {
    super(message)
    this.name = 'ModelFailed'
    this.kind = kind
    this.status = status
  }
}
