import type { Amendment, RoundRecord } from '../../../charter/index.ts'
import { span } from '../../dates.ts'
import { AUTHORITIES, MOTIVES, ruleLooksFor, ruleSays } from '../charter/words.ts'

/** What is said in a round, in the same words wherever it is shown. */

/** What only listening again can change. */
export const ASKS: Readonly<Record<Extract<Amendment, { kind: 'request' }>['asks'], string>> = {
  wording: 'Word it otherwise',
  withdrawal: 'Take it out',
  statement: 'Put another statement to people',
  case: 'Judge another case',
  scope: 'Another scope: other cases',
  other: 'Something else',
}

/**
 * What a proposal would change, in a sentence.
 *
 * @example
 * amendmentSays({ kind: 'bounds', from: 0, to: 4, start: 2 }) // => 'Bounds from 0 to 4; it begins at 2.'
 * amendmentSays({ kind: 'review', after: 'P3M' }) // => 'Look at it again 3 months after it is ratified.'
 */
export function amendmentSays(change: Amendment): string {
  switch (change.kind) {
    case 'bounds':
      return `Bounds from ${change.from} to ${change.to}; it begins at ${change.start}.`
    case 'add-rule':
      return `Check it also like this: ${ruleSays(change.rule)} ${ruleLooksFor(change.rule)}`
    case 'drop-rule':
      return `No longer check it like this: ${ruleSays(change.rule)} ${ruleLooksFor(change.rule)}`
    case 'motive':
      return `Say that its motive is: ${MOTIVES[change.motive]}.`
    case 'authority':
      return `Say that it was decided by: ${AUTHORITIES[change.authority]}.`
    case 'review':
      return `Look at it again ${span(change.after)} after it is ratified.`
    case 'request':
      return `${ASKS[change.asks]}: “${change.words}”`
  }
}

type AnswerKind = RoundRecord['proposals'][number]['answer']

export const ANSWERS: Readonly<Record<AnswerKind, string>> = {
  adopted: 'adopted',
  deferred: 'deferred',
  rejected: 'rejected',
}

/** The mark that an answer wears. */
export const ANSWER_MARKS: Readonly<Record<AnswerKind, string>> = {
  adopted: 'kept',
  deferred: 'ask',
  rejected: 'broken',
}
