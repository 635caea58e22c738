import { type ProfileName, type RuleName, USUALLY_DECLARED } from '../../negotiate/index.ts'

/** What is declared before the votes are counted. */
export interface Negotiation {
  readonly seats: number
  /** The rule in force, by name. */
  readonly rule: string
  /** The rules that must agree before a seat counts as sure; the one in force is always among them. */
  readonly declared: readonly RuleName[]
  /** What the rules read: the votes that were seen, or a model of what everybody would have said. */
  readonly profile: ProfileName
  readonly resamples: number
  /** How often the map is drawn again from people picked by chance. */
  readonly reruns: number
  readonly seed: string
}

export const USUAL_NEGOTIATION: Negotiation = {
  seats: 8,
  rule: 'equal-shares',
  declared: USUALLY_DECLARED,
  profile: 'seen',
  resamples: 200,
  reruns: 50,
  seed: 'parley',
}
