import type { WhyView } from '../../views.ts'

type Told = Pick<WhyView, 'record' | 'answer'>

/** What became of an answer, as a heading. */
export function outcomeOf({ record, answer }: Told): string {
  switch (record.kind) {
    case 'send':
      return 'This answer was sent'
    case 'ask':
      return 'You were asked first'
    case 'refuse':
      return 'This answer was not sent'
    case 'off':
      return 'The assistant was switched off'
    case 'hold':
      return answer === null
        ? 'This answer was held for a person'
        : answer.answer === 'approved'
          ? 'A person approved this'
          : 'A person said no'
  }
}

/** The same as a sentence, with what follows from it. */
export function outcomeText({ record, answer }: Told): string {
  switch (record.kind) {
    case 'send':
      return 'It went out as the model wrote it. Every floor in play was kept.'
    case 'ask':
      return 'Something here is yours to decide, so you were asked before an answer went out.'
    case 'refuse':
      return 'It would break a floor, and a floor holds for everyone. Nothing that the model wrote went out.'
    case 'off':
      return 'The model was not heard. Nothing goes out while the switch is off.'
    case 'hold':
      return answer === null
        ? 'It did not go out by itself, and nothing was done.'
        : answer.answer === 'approved'
          ? 'It did not go out by itself. A person read it and let it through, once.'
          : 'It did not go out, and it will not.'
  }
}

/**
 * Date and minute in words that need no calendar.
 *
 * @example
 * minuteOf('2026-11-21T14:23:00.000Z') // => '2026-11-21, 14:23 UTC'
 */
export const minuteOf = (at: string): string => `${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`
