import type { SecondOrder } from '../../../charter/index.ts'
import { counted, FEWEST_SHOWN } from '../../words.ts'

/**
 * What people wish they felt, beside what they do feel; of too few nothing but that.
 *
 * @example
 * const agree = { endorse: 59, disown: 19, unsure: 2 }
 * wishesSay({ agree, disagree: { endorse: 1, disown: 0, unsure: 0 } }) // => 'Of 80 people who agree and were asked, 59 want to feel so, 19 wish they felt otherwise and 2 are unsure. Who disagree: not shown, we need 20 who were asked.'
 */
export function wishesSay(wishes: SecondOrder | null): string {
  if (wishes === null) return 'Nobody was asked.'
  return `${among('agree', wishes.agree)} ${among('disagree', wishes.disagree)}`
}

function among(vote: 'agree' | 'disagree', { endorse, disown, unsure }: SecondOrder['agree']): string {
  const asked = endorse + disown + unsure
  if (asked < FEWEST_SHOWN) return `Who ${vote}: not shown, we need ${FEWEST_SHOWN} who were asked.`
  return `Of ${counted(asked, 'person', 'people')} who ${vote} and were asked, ${endorse} want to feel so, ${disown} wish they felt otherwise and ${unsure} ${unsure === 1 ? 'is' : 'are'} unsure.`
}
