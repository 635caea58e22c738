/** What is declared before the votes are counted. */
export interface Negotiation {
  readonly seats: number
  /** The rule in force, by name. */
  readonly rule: string
  readonly resamples: number
  /** How often the map is drawn again from people picked by chance. */
  readonly reruns: number
  readonly seed: string
}

export const USUAL_NEGOTIATION: Negotiation = {
  seats: 8,
  rule: 'equal-shares',
  resamples: 200,
  reruns: 50,
  seed: 'parley',
}
