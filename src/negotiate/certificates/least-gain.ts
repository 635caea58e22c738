import { counted } from '../../kernel/index.ts'
import { leximinSlate } from '../slates/leximin-slate.ts'
import { inPartsOfIdeals, type SlateBargain, slateBargainOf, worthOf } from '../slates/slate-bargain.ts'
import type { Certification, Certifier } from './certificate.ts'

/** Of the slate itself: the least that a group gets of its places, and what no slate exceeds. */
export const leastServed: Certifier = {
  name: 'least-served',
  title: 'No slate serves the least served group better',
  sentence: 'No other slate would give more to the opinion group that agrees with the least of it.',
  source: 'Sen 1970, Collective Choice and Social Welfare; ADR 0055',
  of: ['group-leximin'],
  certify: ({ profile }, slate, seats) =>
    judged({
      bargain: slateBargainOf(profile, seats),
      slate: slate.map((statement) => profile.candidates.indexOf(statement)),
      amount: (gain) => `${gain.toFixed(2)} of ${counted(seats, 'place')}`,
    }),
}

/** The same with each group's places counted in parts of what it would get if it alone filled the seats. */
export const smallestPart: Certifier = {
  name: 'smallest-part',
  title: 'No slate makes the smallest part larger',
  sentence:
    'No other slate would give a larger part of its best to the opinion group that gets the smallest part of what it could have had.',
  source: 'Kalai & Smorodinsky 1975, Econometrica 43(3):513-518; ADR 0055',
  of: ['kalai-smorodinsky'],
  certify: ({ profile }, slate, seats) =>
    judged({
      bargain: inPartsOfIdeals(slateBargainOf(profile, seats)),
      slate: slate.map((statement) => profile.candidates.indexOf(statement)),
      amount: (part) => `${(100 * part).toFixed(1)} % of its best`,
    }),
}

interface Judged {
  readonly bargain: SlateBargain
  readonly slate: readonly number[]
  readonly amount: (gain: number) => string
}

/** Gains that differ by less are the same. */
const SAME = 1e-9

/** Certified where every slate that could be better was tried; elsewhere a better one may exist, within the bound. */
function judged({ bargain, slate, amount }: Judged): Certification {
  const { utilities, disagreement, seats } = bargain
  if (seats === 0 || seats === utilities[0]!.length)
    return { kind: 'certified', says: 'There is no other slate of as many places.' }
  const least = Math.min(...utilities.map((row, group) => worthOf(row, slate) - disagreement[group]!))
  const best = leximinSlate(bargain)
  const says = `The group that gets least gets ${amount(least)}. No slate, and no lottery over slates, gives every group more than ${amount(best.atMost)}.`
  return best.method === 'every slate that could be better was tried' && least >= best.least - SAME
    ? { kind: 'certified', says: `${says} Every slate that could give more was tried.` }
    : { kind: 'not-certified', because: 'not-found', says }
}
