import type { ParticipantId, StatementId } from '../../kernel/index.ts'
import type { Electorate } from './seating.ts'

/**
 * A property of a slate for which there is data that proves it, or data that proves it does not hold. To add one: a
 * file here, a line in `index.ts`.
 */
export interface Certifier {
  readonly name: string
  readonly title: string
  /** What the slate has when it is certified, in a sentence for the people whose votes were counted. */
  readonly sentence: string
  readonly source: string
  /** The rules behind whose slates there is something to certify: a lottery is proved, and not the slate drawn from it. */
  readonly of: 'every-slate' | readonly string[]
  /** Never certifies what does not hold, and refutes only with a witness; when neither is found it says so. */
  readonly certify: (electorate: Electorate, slate: readonly StatementId[], seats: number) => Certification
}

export type Certification =
  | { readonly kind: 'certified'; readonly says: string }
  | { readonly kind: 'refuted'; readonly witness: Witness; readonly says: string }
  | { readonly kind: 'not-certified'; readonly because: NotCertified; readonly says: string }

/** Nothing was found in the time there is; or there is too much to try. Neither says that the property fails. */
export type NotCertified = 'not-found' | 'too-large'

/** People who could claim statements that are not all seated. */
export interface Witness {
  readonly people: readonly ParticipantId[]
  readonly claims: readonly StatementId[]
  /** How many seats they are enough for. */
  readonly owed: number
}
