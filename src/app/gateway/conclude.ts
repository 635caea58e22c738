import { callDigest, callsToHold, type Decision, recordOf } from '../../govern/index.ts'
import { type Bytes, hex, sha256, utf8 } from '../../kernel/index.ts'
import { asChunks, asCompletion, countsOf, ownAnswer, type Withheld } from './answers.ts'
import type { Contents } from './deps.ts'
import { hasUnreadableParts } from './request.ts'
import { type Body, eventsBody, jsonBody, type Problem, respond, respondProblem } from './responses.ts'
import { digestOf, markOf, type Seen, type Turn, whyOff } from './turn.ts'

export interface Conclusion {
  readonly decision: Decision
  readonly seen: Seen | null
}

/**
 * Makes a decision durable, looks at the switch once more, and writes: the examined bytes, or the gateway's own words.
 * Nothing is written before the record is kept, and nothing at all if it cannot be.
 */
export async function conclude(turn: Turn, { decision, seen }: Conclusion): Promise<Response> {
  const { deps, force } = turn
  const stored = await store(turn, { decision, seen }).catch(() => 'failed' as const)
  if (stored === 'failed') return respondProblem(NOT_RECORDED, force.hash)
  const off = decision.kind === 'off' ? null : await whyOff(deps)
  if (off !== null) return stopAtRelease(turn, seen, off)
  const marks = {
    charter: force.hash,
    decision: { kind: decision.kind, id: turn.id, clauses: decision.clauses },
  }
  const body = decision.kind === 'send' ? released(decision, seen) : ownBody(turn, decision, seen)
  return respond(body, marks)
}

/** The switch went off after a decision was recorded: that decision is not carried out, and the record says so. */
const stopAtRelease = (turn: Turn, seen: Seen | null, off: string): Promise<Response> =>
  conclude(
    { ...turn, id: `d-${hex(turn.deps.random(16))}` },
    { decision: isOff(`${off}; it stops decision ${turn.id}`), seen },
  )

async function store(turn: Turn, { decision, seen }: Conclusion): Promise<void> {
  const { deps, force, request, id, salt } = turn
  const record = recordOf({
    id,
    at: deps.now(),
    charter: force.charter,
    hash: force.hash,
    model: deps.model,
    decision,
    examination: seen?.examination ?? null,
    dials: turn.dials.settings,
    request: saltedDigest(salt, utf8(request.text)),
    reply: seen === null ? null : saltedDigest(salt, seen.body.bytes),
    unreadable: [
      ...(seen?.reading.unreadable ?? []),
      ...(hasUnreadableParts(request.messages) ? ['a part of the request that is not text'] : []),
    ],
  })
  const contents: Contents = {
    salt,
    request: request.text,
    reply: seen === null ? null : new TextDecoder().decode(seen.body.bytes),
  }
  await deps.record(record, contents)
  if (decision.kind !== 'hold') return
  const calls = seen === null ? [] : callsToHold(waitingIn(turn, seen))
  const named = calls.map((call) => ({
    digest: callDigest(call, force.hash),
    tool: call.name,
    arguments: call.arguments,
  }))
  await deps.hold({ record, calls: named })
}

const waitingIn = ({ force }: Turn, { exchange, examination }: Seen) => ({
  calls: exchange.toolCalls,
  charter: { tools: force.charter.tools, hash: force.hash },
  examination,
  grants: new Set<string>(),
})

/** The examined bytes, and no others. */
function released(decision: Extract<Decision, { kind: 'send' }>, seen: Seen | null): Body {
  if (seen === null || digestOf(seen.body.bytes) !== decision.digest)
    throw new Error('these are not the bytes that were examined')
  return seen.body
}

function ownBody(turn: Turn, decision: Withheld, seen: Seen | null): Body {
  const { request, force, deps, id } = turn
  const answer = ownAnswer(decision, force.charter, id)
  const wrapping = {
    model: deps.model.name,
    choices: request.choices,
    includeUsage: request.includeUsage,
    usage: countsOf(seen?.parts ?? []),
    parley: { ...markOf(turn, decision.kind), clauses: decision.clauses },
  }
  return request.stream ? eventsBody(asChunks(answer, wrapping)) : jsonBody(asCompletion(answer, wrapping))
}

export const isOff = (because: string): Withheld => ({ kind: 'off', because, clauses: [] })

const saltedDigest = (salt: string, bytes: Bytes): string => `sha256:${hex(sha256(utf8(salt), bytes))}`

const NOT_RECORDED: Problem = {
  status: 503,
  code: 'not_recorded',
  message: 'the decision could not be recorded, so nothing is sent',
  retry: 'does-not-help',
}
