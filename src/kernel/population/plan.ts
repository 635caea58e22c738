/** What a population is drawn from; every effect is in log odds of agreeing, for those who do not pass. */
export interface PopulationPlan {
  /** People who answer for themselves; brigades come on top. */
  readonly people: number
  readonly statements: number
  readonly opinions: Opinions
  /** Spread between statements: some are easy to agree with. */
  readonly popularity: number
  /** Spread between people: some agree with more, whatever it says. 0 where nothing may hang together. */
  readonly ability: number
  /** How many statements a person answers: any whole number between the two, equally likely. */
  readonly answers: { readonly fewest: number; readonly most: number }
  /** The share of answers that are passes. */
  readonly passes: number
  readonly routing: Routing
  readonly brigades: readonly Brigade[]
  /** Whether threads can read the votes where they lie. */
  readonly memory: 'own' | 'shared'
}

/** What hangs together in people's answers. */
export type Opinions =
  /** Groups of these shares; each has an effect of its own on each statement, with this spread. */
  | { readonly kind: 'groups'; readonly shares: readonly number[]; readonly spread: number }
  /** No groups: people stand evenly along one line, and each statement divides it somewhere, so steeply. */
  | { readonly kind: 'continuum'; readonly steep: number }
  /** Nothing at all. */
  | { readonly kind: 'random' }

/**
 * Who is shown what. A statement's weight in the draw is the exponential of these three, added up; with all of them
 * 0, each is shown as often.
 */
export interface Routing {
  /** Spread of the statements' own weights: some are shown far more often. */
  readonly skew: number
  /** More of what one's own group agrees with, per unit of its share of agreement. */
  readonly likeMinded: number
  /** More of what everybody agrees with, per unit of its share of agreement. */
  readonly agreed: number
}

/** Accounts that repeat one person's ballot. */
export interface Brigade {
  readonly size: number
  /** The chance that a repeated vote is redrawn, each of the three answers as likely. */
  readonly noise: number
}

/** Four groups that are hard to tell apart: the population of the benches, but for its size (ADR 0039). */
export const FOUR_GROUPS: Omit<PopulationPlan, 'people' | 'statements'> = {
  opinions: { kind: 'groups', shares: [0.4, 0.3, 0.2, 0.1], spread: 1.05 },
  popularity: 0.5,
  ability: 0.2,
  answers: { fewest: 20, most: 60 },
  passes: 0.1,
  routing: { skew: 0.2, likeMinded: 0, agreed: 0 },
  brigades: [],
  memory: 'own',
}
