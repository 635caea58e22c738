import { counted, type StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import { type Blocking, searchBlocking } from './blocking.ts'
import type { Certifier, NotCertified } from './certificate.ts'
import { searchPayments } from './payments.ts'
import { type Electorate, seatingOf } from './seating.ts'
import { wholePayments } from './whole-payments.ts'

/** Whether a slate is in the core, as far as that can be shown. */
export type Core =
  /** For each mark of the distinct ballots what such a person pays, in billionths; 0 where it is not seated. */
  | { readonly kind: 'certified'; readonly units: Float64Array }
  | { readonly kind: 'refuted'; readonly blocking: Blocking }
  | { readonly kind: 'not-certified'; readonly because: NotCertified }

/** Visits to a mark after which each search gives up (ADR 0056). */
const MOST_VISITS = { paying: 500_000, blocking: 2_000_000 }

/**
 * Whether nobody could leave and take the seats they are enough for, each of them better off.
 *
 * The core asks the most of a slate: for no number l of seats are there l of `seats` parts of everybody, and l
 * statements, of which each of them agrees with more than of all that is seated. Payments prove it (ADR 0056): whoever
 * left would bring payments and reserves of at least 1 each to their l statements, which collect less than l seats. The
 * proof is sound and not complete: a slate in the core may have no such payments.
 *
 * Errors: none; without people nothing is certified.
 * Source: this project, ADR 0056; the core after Aziz et al. 2017, Soc. Choice Welf. 48(2):461-485, section 5.
 */
export function coreOf(electorate: Electorate, slate: readonly StatementId[], seats: number): Core {
  const seating = seatingOf(electorate, slate, seats)
  if (seating === null) return { kind: 'not-certified', because: 'too-large' }
  const payments = searchPayments(seating, MOST_VISITS.paying)
  const units = wholePayments(seating, payments)
  if (units !== null) return { kind: 'certified', units }
  const blocking = searchBlocking(seating, payments, MOST_VISITS.blocking)
  return blocking === null ? { kind: 'not-certified', because: 'not-found' } : { kind: 'refuted', blocking }
}

export const core: Certifier = {
  name: 'core',
  title: 'Nobody would rather leave (core)',
  sentence:
    'No people who are enough for some number of seats would each be better off with as many statements of their own choice.',
  source:
    'Aziz, Brill, Conitzer, Elkind, Freeman & Walsh 2017, Soc. Choice Welf. 48(2):461-485, section 5; payments as proof: ADR 0056',
  of: 'every-slate',
  certify: (electorate, slate, seats) => {
    const found = coreOf(electorate, slate, seats)
    switch (found.kind) {
      case 'certified':
        return { kind: 'certified', says: CERTIFIED }
      case 'not-certified':
        return { ...found, says: NOT_CERTIFIED[found.because] }
      case 'refuted':
        return refuted(electorate.profile, slate, found.blocking)
    }
  },
}

const CERTIFIED =
  'No people who are enough for some number of places would each be better off with as many statements of their own choice. Payments prove it.'

const NOT_CERTIFIED: Readonly<Record<NotCertified, string>> = {
  'not-found':
    'Nobody was found who would rather leave, and no payments that prove that nobody would. Both may be there.',
  'too-large': 'There are too many ballots to try.',
}

function refuted(profile: Profile, slate: readonly StatementId[], { claims, people }: Blocking) {
  const { offsets, candidates } = profile.approvals
  const sits = new Set(slate)
  const worth = profile.candidates.map(
    (candidate, at) => Number(claims.includes(at)) - Number(sits.has(candidate)),
  )
  const gainsOf = (row: number) =>
    candidates.subarray(offsets[row], offsets[row + 1]).reduce((sum, candidate) => sum + worth[candidate]!, 0)
  const leaving = profile.people.filter((_, row) => profile.weights[row]! > 0 && gainsOf(row) > 0)
  const owed = claims.length
  return {
    kind: 'refuted' as const,
    witness: { people: leaving, claims: claims.map((claim) => profile.candidates[claim]!), owed },
    says: `${counted(people, 'person', 'people')} would rather leave. They are enough for ${counted(owed, 'place')}, and each of them agrees with more of ${owed} other ${owed === 1 ? 'statement' : 'statements'} than of all that is seated.`,
  }
}
