import type { DecisionKind } from '../../govern/index.ts'
import { ModelFailed, type Wire } from '../../io/models/index.ts'
import { type Bytes, type ClauseId, utf8 } from '../../kernel/index.ts'

/**
 * What the gateway writes: bodies as bytes, the two headers that stand on every reply, and errors in the shape that
 * OpenAI's clients read.
 */
export interface Marks {
  /** The content hash of the charter in force; null where none is. */
  readonly charter: string | null
  readonly decision: DecisionMark
}

export type DecisionMark =
  | { readonly kind: DecisionKind; readonly id: string; readonly clauses: readonly ClauseId[] }
  /** Nothing was decided: an error, or a page about the gateway itself. */
  | { readonly kind: 'none' }

/**
 * `parley-charter: <hash>` or `none`; `parley-decision: <kind>;id="<id>";clauses="<ids>"` or `none`, the ids percent-
 * encoded and separated by blanks (a structured field, RFC 8941: a token with two string parameters).
 *
 * @example
 * headersOf({ charter: 'sha256:0', decision: { kind: 'refuse', id: 'd-1', clauses: ['P1', 'P 2'] } }) // => { 'parley-charter': 'sha256:0', 'parley-decision': 'refuse;id="d-1";clauses="P1 P%202"' }
 */
export const headersOf = ({ charter, decision }: Marks): Record<string, string> => ({
  'parley-charter': charter ?? 'none',
  'parley-decision':
    decision.kind === 'none'
      ? 'none'
      : `${decision.kind};id="${decision.id}";clauses="${decision.clauses.map(encodeURIComponent).join(' ')}"`,
})

export interface Body {
  readonly bytes: Bytes
  readonly type: string
}

export const jsonBody = (value: Wire): Body => ({
  bytes: utf8(JSON.stringify(value)),
  type: 'application/json; charset=utf-8',
})

/** A whole stream at once, closed. */
export const eventsBody = (chunks: readonly Wire[]): Body => ({
  bytes: utf8(
    [...chunks.map((chunk) => JSON.stringify(chunk)), '[DONE]'].map((data) => `data: ${data}\n\n`).join(''),
  ),
  type: 'text/event-stream; charset=utf-8',
})

export const respond = (body: Body, marks: Marks, status = 200): Response =>
  new Response(body.bytes as Uint8Array<ArrayBuffer>, {
    status,
    headers: { 'content-type': body.type, 'cache-control': 'no-store', ...headersOf(marks) },
  })

export interface Problem {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Whether the same request may go better next time; clients that ask for it retry by themselves. */
  readonly retry: 'may-help' | 'does-not-help'
}

export const respondProblem = (problem: Problem, charter: string | null): Response => {
  const type = problem.status < 500 ? 'invalid_request_error' : 'api_error'
  const { code, message } = problem
  const response = respond(
    jsonBody({ error: { message, type, param: null, code } }),
    { charter, decision: { kind: 'none' } },
    problem.status,
  )
  response.headers.set('x-should-retry', String(problem.retry === 'may-help'))
  return response
}

/** A failing model in our words; what its server said was not examined. */
export function modelProblem(error: unknown): Problem {
  if (!(error instanceof ModelFailed))
    return { status: 502, code: 'model_failed', message: 'the model failed', retry: 'may-help' }
  const { kind, message, status } = error
  if (kind === 'timeout') return { status: 504, code: 'model_timeout', message, retry: 'may-help' }
  if (status === 429) return { status: 429, code: 'model_busy', message, retry: 'may-help' }
  if (status !== null && status >= 400 && status < 500 && status !== 401 && status !== 403)
    return { status: 400, code: 'model_refused', message, retry: 'does-not-help' }
  return { status: 502, code: `model_${kind.replace('-', '_')}`, message, retry: 'may-help' }
}
