import type { StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'

export type GuaranteeName =
  | 'anonymity'
  | 'neutrality'
  | 'committee-monotonicity'
  | 'monotonicity'
  | 'clone-invariance'
  | 'condorcet'
  | 'pareto'
  | 'justified-representation'
  | 'proportional-justified-representation'
  | 'extended-justified-representation'
  | 'ejr-plus'

/** A way to choose, whatever it calls itself. */
export type Choose = (profile: Profile, seats: number) => readonly StatementId[]

/** A promise about a rule, and a way to catch a rule that breaks it. */
export interface Guarantee {
  readonly name: GuaranteeName
  readonly title: string
  /** What it promises, in a sentence for the people whose votes are counted. */
  readonly sentence: string
  readonly source: string
  /** How the promise is broken on this profile, in words; null where it is kept. */
  readonly broken: (choose: Choose, profile: Profile, seats: number) => string | null
}
