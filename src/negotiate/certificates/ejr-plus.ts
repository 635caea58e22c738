import { counted } from '../../kernel/index.ts'
import { ejrPlusOf, ejrPlus as guarantee } from '../guarantees/ejr-plus.ts'
import type { Certifier } from './certificate.ts'

/** Always decided: counting is enough. It says too how far the slate is from owing somebody a place, or from not owing it. */
export const ejrPlus: Certifier = {
  name: guarantee.name,
  title: guarantee.title,
  sentence: guarantee.sentence,
  source: guarantee.source,
  of: 'every-slate',
  certify: ({ profile }, slate, seats) => {
    const { claim, tightest, smallestQuota } = ejrPlusOf(profile, slate, seats)
    if (claim !== null)
      return {
        kind: 'refuted',
        witness: { people: claim.people, claims: [claim.claim], owed: claim.owed },
        says: `${counted(claim.people.length, 'person agrees', 'people agree')} on a statement that is not seated. They are enough for ${counted(claim.owed, 'place')}, and each of them agrees with fewer of those seated.`,
      }
    const says =
      'No group that agrees on an unseated statement is large enough for more places than somebody in it has.'
    if (tightest === null) return { kind: 'certified', says }
    const enough = profile.everybody / seats
    return {
      kind: 'certified',
      says: `${says} ${perPlace(enough)} people are enough for a place; it would hold with any number above ${perPlace(smallestQuota)}.`,
    }
  },
}

/** People for each place, to one digit. */
const perPlace = (people: number): string => String(Math.round(people * 10) / 10)
