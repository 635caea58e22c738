import { hex, type Json, objectOf, sha256, utf8 } from '../../kernel/index.ts'
import type { Actor } from '../../verify/index.ts'
import { type Model, ModelFailed, type Wire } from './model.ts'
import type { Said, ScriptedReply } from './script.ts'

/** What it calls itself, so that nobody takes its answers for a model's. */
export const SCRIPTED = 'parley-scripted'

/**
 * A model that is a pure function of the messages: the same request gives the same bytes, ids and counts. It is what
 * runs when no upstream is configured, and what the suites act with.
 *
 * Units: `usage` counts words, for a script has no tokens. `created` is 0, for it has no clock.
 */
export const scripted = (answer: (messages: readonly Said[]) => ScriptedReply): Model => ({
  name: SCRIPTED,
  scripted: true,
  async complete(request, signal) {
    signal.throwIfAborted()
    return whole(request, answer(messagesOf(request)))
  },
  async *stream(request, signal) {
    for (const chunk of chunksOf(request, answer(messagesOf(request)))) {
      signal.throwIfAborted()
      yield chunk
    }
  },
})

/** A model that plays an actor of a probe: it sees the turns of the person and its own, not the instructions. */
export const playing = (actor: Actor): Model =>
  scripted((messages) =>
    actor(
      messages.flatMap(({ role, content }) =>
        role === 'user' || role === 'assistant' ? [{ role, content }] : [],
      ),
    ),
  )

/**
 * The messages of a request as role and text, parts of a message joined.
 *
 * @example
 * messagesOf({ messages: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }] }) // => [{ role: 'user', content: 'hi' }]
 */
export function messagesOf(request: Wire): readonly Said[] {
  if (!Array.isArray(request.messages))
    throw new ModelFailed('refused', 'a request needs a list of messages', 400)
  return (request.messages as readonly Json[]).map((message) => {
    const { role, content } = objectOf(message)
    const parts = Array.isArray(content)
      ? (content as readonly Json[]).map((part) => objectOf(part).text)
      : [content]
    return { role: String(role), content: parts.filter((part) => typeof part === 'string').join('') }
  })
}

function whole(request: Wire, reply: ScriptedReply): Wire {
  const message = {
    role: 'assistant',
    content: reply.toolCalls.length > 0 && reply.text === '' ? null : reply.text,
    refusal: null,
    ...(reply.toolCalls.length > 0 ? { tool_calls: toolCallsOf(request, reply) } : {}),
  }
  return {
    ...headOf(request, 'chat.completion'),
    choices: indexes(request).map((index) => ({
      index,
      message,
      logprobs: null,
      finish_reason: finishOf(reply),
    })),
    usage: usageOf(request, reply),
  }
}

function chunksOf(request: Wire, reply: ScriptedReply): readonly Wire[] {
  const head = headOf(request, 'chat.completion.chunk')
  const chunk = (index: number, delta: Wire, finish: string | null = null): Wire => ({
    ...head,
    choices: [{ index, delta, logprobs: null, finish_reason: finish }],
  })
  const deltas: readonly Wire[] = [
    { role: 'assistant', content: '' },
    ...pieces(reply.text).map((content) => ({ content })),
    ...toolCallsOf(request, reply).flatMap(({ id, type, function: { name, arguments: args } }, index) => [
      { tool_calls: [{ index, id, type, function: { name, arguments: '' } }] },
      ...pieces(args).map((piece) => ({ tool_calls: [{ index, function: { arguments: piece } }] })),
    ]),
  ]
  return [
    // Choice by choice within each step, as servers do: a reader who joins by position gets a muddle.
    ...deltas.flatMap((delta) => indexes(request).map((index) => chunk(index, delta))),
    ...indexes(request).map((index) => chunk(index, {}, finishOf(reply))),
    ...(objectOf(request.stream_options ?? null).include_usage === true
      ? [{ ...head, choices: [], usage: usageOf(request, reply) }]
      : []),
  ]
}

const headOf = (request: Wire, object: string): Wire => ({
  id: `chatcmpl-${fingerprint(request)}`,
  object,
  created: 0,
  model: SCRIPTED,
  system_fingerprint: 'scripted',
})

const toolCallsOf = (request: Wire, { toolCalls }: ScriptedReply) =>
  toolCalls.map((call, at) => ({
    id: `call_${fingerprint(request)}_${at}`,
    type: 'function',
    function: { name: call.name, arguments: call.arguments },
  }))

const finishOf = ({ toolCalls }: ScriptedReply): string => (toolCalls.length > 0 ? 'tool_calls' : 'stop')

function usageOf(request: Wire, reply: ScriptedReply): Wire {
  const asked = messagesOf(request).reduce((sum, { content }) => sum + words(content), 0)
  const said =
    words([reply.text, ...reply.toolCalls.map((call) => call.arguments)].join(' ')) * indexes(request).length
  return { prompt_tokens: asked, completion_tokens: said, total_tokens: asked + said }
}

const words = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** Pieces of a few letters, so that words are split over chunks, as real models split them. */
const pieces = (text: string): readonly string[] => text.match(/[\s\S]{1,7}/gu) ?? []

const indexes = ({ n }: Wire): readonly number[] =>
  Array.from({ length: typeof n === 'number' ? n : 1 }, (_, index) => index)

const fingerprint = (request: Wire): string =>
  hex(sha256(utf8(JSON.stringify(messagesOf(request))))).slice(0, 16)
