import type { Charter } from '../../charter/index.ts'
import type { Decision } from '../../govern/index.ts'
import type { Wire } from '../../io/models/index.ts'
import type { ClauseId, Json } from '../../kernel/index.ts'

/** A decision that keeps the model's answer back. */
export type Withheld = Exclude<Decision, { kind: 'send' }>

/** What the gateway says in its own name, and how it is to be wrapped. */
export interface OwnAnswer {
  readonly text: string
  /** `content_filter` where something was kept back: every client we know shows it (ADR 0022). */
  readonly finish: 'content_filter' | 'stop'
}

/**
 * In plain words: what happened, which clause, why, and what the person can do. The words come from the charter and
 * the findings, never from the model.
 */
export function ownAnswer(decision: Withheld, charter: Charter, id: string): OwnAnswer {
  const cited = decision.clauses.map((clause) => `${clause}: “${wordsOf(clause, charter)}”`)
  const lines = [...SAYS[decision.kind](decision, charter), ...cited, CAN[decision.kind]]
  const source = `Decision ${id}, under “${charter.title}”, version ${charter.version}.`
  return {
    text: [...lines, source].join('\n\n'),
    finish: decision.kind === 'refuse' || decision.kind === 'hold' ? 'content_filter' : 'stop',
  }
}

type Says = (decision: Withheld, charter: Charter) => readonly string[]

const because = (decision: Withheld): string => ('because' in decision ? decision.because : '')

const SAYS: Readonly<Record<Withheld['kind'], Says>> = {
  refuse: (decision) => [
    'This answer is not sent, because it would break a rule that holds for everyone here.',
    `Why: ${because(decision)}.`,
  ],
  hold: (decision) => [
    'This answer waits for a person. Nothing was done and nothing is lost.',
    `Why: ${because(decision)}.`,
  ],
  ask: (decision, charter) => [
    'Before an answer goes out, you decide something that is yours to decide.',
    ...decision.clauses.flatMap((clause) => endsOf(clause, charter)),
  ],
  off: (decision) => [
    'This assistant is switched off. Nothing goes out while it is.',
    `Why: ${because(decision)}.`,
  ],
}

const CAN: Readonly<Record<Withheld['kind'], string>> = {
  refuse: 'You can ask in another way, ask for a person, or ask the assembly to reopen the rule.',
  hold: 'You can wait for that person, ask for one, or ask for something else.',
  ask: 'Set it, and ask again.',
  off: 'You can ask for a person, or come back when it is on again.',
}

function endsOf(clause: ClauseId, charter: Charter): readonly string[] {
  const dial = charter.principles.find(({ id }) => id === clause)
  return dial?.kind === 'dial'
    ? [
        `From “${dial.scale.low.label}” (${dial.scale.from}) to “${dial.scale.high.label}” (${dial.scale.to}).`,
      ]
    : []
}

function wordsOf(clause: ClauseId, charter: Charter): string {
  const principle = charter.principles.find(({ id }) => id === clause)
  const ruling = charter.rulings.find(({ id }) => id === clause)
  return (
    principle?.text ?? (ruling ? `${ruling.prefer.text} over ${ruling.over.text}` : 'a clause of the charter')
  )
}

export interface Wrapping {
  readonly model: string
  readonly choices: number
  readonly includeUsage: boolean
  /** What the model's server counted; its numbers only. */
  readonly usage: Wire
  readonly parley: Wire
}

/** The answer as one completion, the same in each choice that was asked for. */
export const asCompletion = ({ text, finish }: OwnAnswer, wrapping: Wrapping): Wire => ({
  ...headOf(wrapping, 'chat.completion'),
  choices: indexes(wrapping).map((index) => ({
    index,
    message: { role: 'assistant', content: text, refusal: null },
    logprobs: null,
    finish_reason: finish,
  })),
  usage: wrapping.usage,
  parley: wrapping.parley,
})

/** The answer as chunks; `parley` stands in the first. */
export function asChunks({ text, finish }: OwnAnswer, wrapping: Wrapping): readonly Wire[] {
  const head = headOf(wrapping, 'chat.completion.chunk')
  const chunk = (index: number, delta: Wire, reason: Json): Wire => ({
    ...head,
    choices: [{ index, delta, logprobs: null, finish_reason: reason }],
  })
  const chunks = [
    ...indexes(wrapping).map((index) => chunk(index, { role: 'assistant', content: text }, null)),
    ...indexes(wrapping).map((index) => chunk(index, {}, finish)),
    ...(wrapping.includeUsage ? [{ ...head, choices: [], usage: wrapping.usage }] : []),
  ]
  return marked(chunks, wrapping.parley)
}

/** The chunks with the gateway's own words about them in the first, instead of any that came with them. */
export const marked = (chunks: readonly Wire[], parley: Wire): readonly Wire[] =>
  chunks.map(({ parley: _, ...chunk }, at) => (at === 0 ? { ...chunk, parley } : chunk))

/**
 * The counts of a reply, and nothing else of what its server wrote about them.
 *
 * @example
 * countsOf([{ usage: { prompt_tokens: 2, completion_tokens: 3, note: 'x' } }]) // => { prompt_tokens: 2, completion_tokens: 3, total_tokens: 5 }
 */
export function countsOf(parts: readonly Wire[]): Wire {
  const usage = parts
    .map((part) => part.usage)
    .findLast((value) => typeof value === 'object' && value !== null)
  const count = (name: string): number => {
    const value = (usage as Wire | undefined)?.[name]
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
  }
  const [asked, said] = [count('prompt_tokens'), count('completion_tokens')]
  return { prompt_tokens: asked, completion_tokens: said, total_tokens: asked + said }
}

const headOf = ({ model, parley }: Wrapping, object: string): Wire => ({
  id: `chatcmpl-${String(parley.id)}`,
  object,
  created: 0,
  model,
})

const indexes = ({ choices }: Wrapping): readonly number[] =>
  Array.from({ length: choices }, (_, index) => index)
