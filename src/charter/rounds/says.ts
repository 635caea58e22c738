import { counted } from '../../kernel/index.ts'
import type { RoundRecord } from '../schema.ts'

/**
 * What a round came to, in one line.
 *
 * @example
 * roundSays(null) // => 'no round'
 * roundSays({ proposals: [{ answer: 'adopted' }, { answer: 'rejected' }], dissent: [], comments: 3 }) // => '3 comments, 1 change adopted, 0 deferred, 1 rejected, 0 objections kept'
 */
export function roundSays(
  round: {
    readonly proposals: readonly Pick<RoundRecord['proposals'][number], 'answer'>[]
    readonly dissent: readonly unknown[]
    readonly comments: number
  } | null,
): string {
  if (round === null) return 'no round'
  const { proposals, dissent, comments } = round
  const many = (answer: string) => proposals.filter((one) => one.answer === answer).length
  const [adopted, deferred, rejected] = [many('adopted'), many('deferred'), many('rejected')]
  return [
    counted(comments, 'comment'),
    `${counted(adopted, 'change')} adopted`,
    `${deferred} deferred`,
    `${rejected} rejected`,
    `${counted(dissent.length, 'objection')} kept`,
  ].join(', ')
}
