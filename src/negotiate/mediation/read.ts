import { contained, type StatementId } from '../../kernel/index.ts'
import { bareWords } from './alike.ts'
import { LONGEST_CANDIDATE, type RankingPrompt } from './plan.ts'

/** What a model's reply is worth: what was asked for, or nothing, with the reason. */
export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'unknown'; readonly because: string }

/** A longer reply is not looked at. Source: ADR 0065. */
export const LONGEST_REPLY = 4_000

export interface Reading {
  /** The word that only the system's role told. */
  readonly word: string
  /** Everything that is said already. */
  readonly said: readonly string[]
}

/**
 * A candidate out of a reply, if it is one that a ballot can show and that nobody said before.
 *
 * @example
 * readCandidate('{"word":"w","statement":"It waits."}', { word: 'w', said: [] }).value // => 'It waits.'
 * readCandidate('Sure! It waits.', { word: 'w', said: [] }).because // => 'the reply was not in the form that was asked for'
 */
export function readCandidate(reply: string, { word, said }: Reading): Read<string> {
  const answer = answerIn(reply, word, 'statement')
  if (answer.kind === 'unknown') return answer
  if (answer.value === null) return unknown('the model found nothing that can be shared')
  if (typeof answer.value !== 'string') return unknown(NOT_ASKED_FOR)
  const text = answer.value.normalize('NFC').trim()
  const problem = problemWith(text, said)
  return problem === null ? { kind: 'read', value: text } : unknown(problem)
}

/** A ranking out of a reply: every label once. */
export function readRanking(
  reply: string,
  word: string,
  labels: RankingPrompt['labels'],
): Read<readonly StatementId[]> {
  const answer = answerIn(reply, word, 'order')
  if (answer.kind === 'unknown') return answer
  const given: readonly unknown[] = Array.isArray(answer.value) ? answer.value : []
  const order = given.map((label) => (typeof label === 'string' ? labels.get(label) : undefined))
  const known = order.filter((one) => one !== undefined)
  return known.length === labels.size && new Set(known).size === labels.size && order.length === labels.size
    ? { kind: 'read', value: known }
    : unknown('the ranking did not have every candidate once')
}

function problemWith(text: string, said: readonly string[]): string | null {
  const bare = bareWords(text)
  if (bare === '') return 'the candidate was empty'
  if ([...text].length > LONGEST_CANDIDATE)
    return `the candidate had more than ${LONGEST_CANDIDATE} characters`
  if (contained(text) !== text) return 'the candidate had characters that cannot be shown in one line'
  if (LINK.test(text)) return 'the candidate had a link or an address'
  if (said.some((other) => bareWords(other) === bare)) return 'the candidate says again what is there'
  const scripts = new Set(said.map(scriptOf))
  return scripts.size > 0 && !scripts.has(scriptOf(text))
    ? 'the candidate was in another script than people wrote in'
    : null
}

const LINK = /:\/\/|www\.|\S@\S|\p{L}\.(?:com|net|org|io|info|xyz|ru|cn)\b/iu

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Arabic', 'Hebrew', 'Devanagari', 'Thai', 'Hangul', 'Han'].map(
  (script) => ({ script, letters: new RegExp(`\\p{Script=${script}}`, 'gu') }),
)

/** The script that most letters are of; Japanese counts as Han, and what is none of these as itself. */
function scriptOf(text: string): string {
  const counts = SCRIPTS.map(({ script, letters }) => ({ script, count: text.match(letters)?.length ?? 0 }))
  const most = counts.reduce((best, one) => (one.count > best.count ? one : best))
  return most.count === 0 ? 'other' : most.script
}

/** One field of the one object that was asked for; nothing else counts. */
function answerIn(reply: string, word: string, field: string): Read<unknown> {
  if (reply.length > LONGEST_REPLY) return unknown(`the reply had more than ${LONGEST_REPLY} characters`)
  const value = jsonOf(reply.trim().replace(/^```(?:json)?\s*([\s\S]*?)\s*```$/, '$1'))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unknown(NOT_ASKED_FOR)
  const keys = Object.keys(value).sort().join()
  if (keys !== [field, 'word'].sort().join()) return unknown(NOT_ASKED_FOR)
  const { word: said, [field]: given } = value as Readonly<Record<string, unknown>>
  return said === word ? { kind: 'read', value: given } : unknown(NOT_ASKED_FOR)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const NOT_ASKED_FOR = 'the reply was not in the form that was asked for'

const unknown = (because: string) => ({ kind: 'unknown', because }) as const
