import { CLOSE_ENOUGH, fairMixing } from '../lotteries/fair-mixing.ts'
import type { Certifier } from './certificate.ts'

/** The certificate is the dual of the welfare program: what one more part of each statement would add to everybody. */
export const nashGap: Certifier = {
  name: 'nash-gap',
  title: 'No group could do better with its own part',
  sentence:
    'No group of people could give each of its members noticeably more with its own part of the whole than the mix gives them.',
  source:
    'Aziz, Bogomolnaia & Moulin 2019, Fair Mixing, EC 2019; the gap after Cover 1984, IEEE Trans. Inf. Theory 30(2):369-373; ADR 0054',
  of: ['nash-welfare'],
  certify: ({ profile: { approvals, weights, candidates } }) => {
    const { pull } = fairMixing({ approvals, weights, count: candidates.length })
    // Not as the search reports it, but from what each statement would add.
    const gap = Math.log(pull.reduce((most, each) => Math.max(most, each), 1))
    const says = `With its own part of the whole, no group could give each of its members more than ${percentMore(gap)} % more than the mix behind this slate.`
    return gap <= CLOSE_ENOUGH
      ? { kind: 'certified', says }
      : { kind: 'not-certified', because: 'not-found', says }
  },
}

/** Rounded up, so that no gain is told as smaller than it could be. */
const percentMore = (gap: number): string => String(Math.ceil(Math.expm1(gap) * 1e4) / 100)
