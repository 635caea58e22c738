import {
  callDigest,
  callsToHold,
  type Decision,
  decide,
  type Exchange,
  examine,
  questionsOf,
  type Situation,
} from '../../govern/index.ts'
import { deadline, within } from '../../io/deadline.ts'
import { ModelFailed, noJudge, type Wire } from '../../io/models/index.ts'
import { hex } from '../../kernel/index.ts'
import { marked } from './answers.ts'
import { conclude, isOff } from './conclude.ts'
import type { GatewayDeps, InForce } from './deps.ts'
import { readReply } from './reading.ts'
import { isWellFormed } from './reply-shape.ts'
import { type ChatRequest, forwarded, personsWords, readRequest } from './request.ts'
import { type Body, eventsBody, jsonBody, modelProblem, type Problem, respondProblem } from './responses.ts'
import { digestOf, markOf, type Seen, type Turn, whyOff } from './turn.ts'
import { wholeReply } from './whole-reply.ts'

/**
 * One chat completion through the gateway: ask the model, keep the whole reply back, examine it, decide, record, and
 * only then write exactly the bytes that were examined, or the gateway's own words.
 *
 * The switch is looked at before the model is asked and again when the record is durable, just before anything goes.
 *
 * Source: ADR 0021 (the order), ADR 0022 (why everything is kept back).
 */
export async function complete(deps: GatewayDeps, raw: Request): Promise<Response> {
  const force = await deps.inForce()
  if (force === null) return respondProblem(NO_CHARTER, null)
  const read = await readRequest(raw, deps.limits)
  if (read.kind === 'refused') return respondProblem(badRequest(read.status, read.message), force.hash)
  const turn = await beginTurn(deps, force, { request: read.request, headers: raw.headers })

  const off = await whyOff(deps)
  if (off !== null) return conclude(turn, { decision: isOff(off), seen: null })

  const limit = deadline(raw.signal, deps.limits.milliseconds, tooSlow)
  const seen = await within(limit, (signal) => ask(turn, signal))
  if (isProblem(seen)) return respondProblem(seen, force.hash)
  return conclude(turn, { decision: await decideOn(turn, seen), seen })
}

const tooSlow = () => new ModelFailed('timeout', 'the model took too long')

async function ask(turn: Turn, signal: AbortSignal): Promise<Seen | Problem> {
  const parts = await askModel(turn, signal).catch(modelProblem)
  return isProblem(parts) ? parts : look(turn, parts, signal)
}

interface Came {
  readonly request: ChatRequest
  readonly headers: Headers
}

async function beginTurn(deps: GatewayDeps, force: InForce, { request, headers }: Came): Promise<Turn> {
  const dials = await deps.dialsOf({ headers, body: request.body, charter: force.charter })
  return { deps, force, request, dials, id: `d-${hex(deps.random(16))}`, salt: hex(deps.random(32)) }
}

async function askModel(
  { deps, force, request, dials }: Turn,
  signal: AbortSignal,
): Promise<readonly Wire[] | Problem> {
  const prompt = deps.compilePrompt(force.charter, dials.settings)
  const parts = await wholeReply({
    model: deps.model,
    request: forwarded(request, prompt),
    how: request.stream ? 'chunks' : 'whole',
    signal,
    most: deps.limits.replyBytes,
  })
  const shape = { how: request.stream ? 'chunks' : 'whole', choices: request.choices } as const
  if (!parts.every((part) => isWellFormed(part, shape))) return NO_ANSWER
  return parts.some(({ choices }) => Array.isArray(choices) && choices.length > 0) ? parts : NO_ANSWER
}

async function look(turn: Turn, parts: readonly Wire[], signal: AbortSignal): Promise<Seen> {
  const { deps, force, request } = turn
  const body = bodyOf(turn, parts)
  const reading = readReply(parts.map(withoutMark), request.stream ? 'chunks' : 'whole')
  const { outgoing, toolCalls, choices } = reading
  const exchange: Exchange = {
    request: personsWords(request.messages),
    outgoing,
    toolCalls,
    choices,
    digest: digestOf(body.bytes),
  }
  const seen = { body, parts, reading, exchange }
  if (reading.unreadable.length > 0) return { ...seen, examination: brokenOnly(force.charter, exchange) }
  const judge = deps.judge ?? noJudge
  const judged = await Promise.all(
    questionsOf(force.charter, exchange).map(async (question) => {
      const verdict = await judge.judge(question, exchange, signal).catch(() => 'unknown' as const)
      return [question, verdict] as const
    }),
  )
  return { ...seen, examination: examine({ charter: force.charter, exchange, judged: new Map(judged) }) }
}

/** What can be read may break a floor all the same, and a broken floor refuses; otherwise nothing was checked. */
function brokenOnly(charter: InForce['charter'], exchange: Exchange): Seen['examination'] {
  const examination = examine({ charter, exchange, judged: new Map() })
  return examination.findings.some(({ verdict }) => verdict === 'broken') ? examination : null
}

function bodyOf(turn: Turn, parts: readonly Wire[]): Body {
  const chunks = marked(parts, markOf(turn, 'send'))
  return turn.request.stream ? eventsBody(chunks) : jsonBody(chunks[0] ?? {})
}

async function decideOn(
  { deps, force, dials }: Turn,
  { exchange, examination, body }: Seen,
): Promise<Decision> {
  const at: Situation = {
    off: null,
    examination,
    sending: digestOf(body.bytes),
    calls: exchange.toolCalls,
    charter: { tools: force.charter.tools, hash: force.hash },
    grants: new Set(),
    open: dials.open,
  }
  const waiting = callsToHold(at)
  // A grant is spent when it is read: read it only where the calls are all that stands in the way.
  if (waiting.length === 0 || decide({ ...at, calls: [] }).kind !== 'send') return decide(at)
  const digests = waiting.map((call) => callDigest(call, force.hash))
  return decide({ ...at, grants: await deps.granted(digests).catch(() => new Set<string>()) })
}

const withoutMark = ({ parley: _, ...part }: Wire): Wire => part

const isProblem = (value: object): value is Problem => 'code' in value

const NO_CHARTER: Problem = {
  status: 503,
  code: 'no_charter_in_force',
  message: 'no charter is in force here, so nothing can be checked and nothing is sent',
  retry: 'does-not-help',
}

const NO_ANSWER: Problem = {
  status: 502,
  code: 'model_malformed',
  message: 'the model gave no answer',
  retry: 'may-help',
}

const badRequest = (status: number, message: string): Problem => ({
  status,
  code: status === 413 ? 'request_too_large' : 'bad_request',
  message,
  retry: 'does-not-help',
})
