import type { Amendment, RoundRecord } from '../../charter/index.ts'

/** What the invented people say about their draft, and what the invented drafters answer. */

export interface SampleRemark {
  readonly group: string
  /** The statement of a clause, or the two of a ruling; null: the whole. */
  readonly on: readonly string[] | null
  readonly stance: 'comments' | 'objects'
  readonly words: string
  readonly because: string
}

export const REMARKS: readonly SampleRemark[] = [
  {
    group: 'A',
    on: ['s14'],
    stance: 'objects',
    words: 'You decide for grown people what they may know.',
    because: 'I was refused the dose that stands on my own prescription.',
  },
  {
    group: 'B',
    on: ['s22'],
    stance: 'comments',
    words: 'I was afraid of this one. Good that I can turn it down myself.',
    because: 'After a bad week I need somebody to listen first.',
  },
  {
    group: 'C',
    on: ['s15'],
    stance: 'objects',
    words:
      'Writing down that you cannot honour it is not the same as asking whether you should do it at all.',
    because: 'Nobody put that question to us.',
  },
  {
    group: 'C',
    on: null,
    stance: 'objects',
    words: 'You ask us about the machine and not about the desk that was closed for it.',
    because: 'Our desk closed in spring, and the phone is what is left.',
  },
  {
    group: 'B',
    on: ['s02'],
    stance: 'comments',
    words: 'Say how long one waits for that person.',
    because: 'A day is long when the rent is due.',
  },
]

export interface SampleProposal
  extends Pick<RoundRecord['proposals'][number], 'answer' | 'reason' | 'because'> {
  readonly group: string
  readonly on: readonly string[]
  readonly change: Amendment
  /** People besides whoever proposes it. */
  readonly supporters: number
}

/** Whose turn it is to support something. */
export const SUPPORTERS = ['C', 'A', 'B', 'A', 'C'] as const

export const PROPOSALS: readonly SampleProposal[] = [
  {
    group: 'A',
    on: ['s24'],
    change: { kind: 'bounds', from: 0, to: 4, start: 2 },
    because: 'I want to be able to say: no questions at all.',
    supporters: 9,
    answer: 'adopted',
    reason: 'It touches nobody else, ten people ask for it, and nobody speaks against it.',
  },
  {
    group: 'A',
    on: ['s14'],
    change: { kind: 'motive', motive: 'censorship' },
    because: 'Forbidding what is in every library is censorship, whatever it is called.',
    supporters: 4,
    answer: 'rejected',
    reason:
      'Those who want it to hold give harm to people as their reason. The objection stands beside the clause.',
  },
  {
    group: 'C',
    on: ['s15'],
    change: {
      kind: 'request',
      asks: 'case',
      words: 'The waiting room of the doctor: there, too, one should be able to choose no machine.',
    },
    because: 'There one cannot simply hang up.',
    supporters: 6,
    answer: 'deferred',
    reason: 'A case counts once it was judged. It is described and put to people in the next round.',
  },
]
