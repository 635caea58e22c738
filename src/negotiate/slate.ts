import type { CaseId, GroupId, Interval, StatementId } from '../kernel/index.ts'
import type { Witness } from './certificates/certificate.ts'
import type { ProfileName } from './profiles/reading.ts'
import type { Strength } from './strength.ts'

/** The same votes under every rule, side by side. */
export interface Panel {
  readonly seats: number
  /** Who could be seated, and who could not and why. */
  readonly candidates: readonly StatementId[]
  /** The candidates in parts between which nobody answered anything; one part where all can be compared. */
  readonly parts: readonly (readonly StatementId[])[]
  /** The rule the assembly declared before the votes were counted. */
  readonly inForce: string
  /** The rules that it declared as those which must agree, the one in force among them. */
  readonly declared: readonly string[]
  /** What the rules read; declared as well. */
  readonly profile: ProfileName
  /** What the declared rules would choose from the other profile, to compare with. */
  readonly otherProfile: {
    readonly profile: ProfileName
    readonly slates: readonly Pick<Slate, 'rule' | 'seats'>[]
  }
  /** What the place of each statement hangs on, under the rule in force. */
  readonly footings: readonly Footing[]
  readonly tried: Tried
  /** Of every rule; those that were not declared stand beside the others and decide nothing. */
  readonly slates: readonly Slate[]
  /** Seated under every declared rule. */
  readonly shared: readonly StatementId[]
  /** Seated under some declared rules only. */
  readonly parted: readonly StatementId[]
  /** How many resamples the declared rules saw. */
  readonly resamples: number
}

/** Where a statement has a place; each thing is varied by itself, with the rest as declared. */
export interface Footing {
  readonly statement: StatementId
  /** The rules that seat it, of all. */
  readonly rules: readonly string[]
  /** The numbers of places, of those tried, at which the rule in force seats it. */
  readonly places: readonly number[]
  /** The fewest viewers asked of candidates, of those tried, at which it does. */
  readonly viewers: readonly number[]
  /** The profiles from which it does. */
  readonly profiles: readonly ProfileName[]
}

/** What was tried beside what was declared. */
export interface Tried {
  readonly places: readonly number[]
  readonly viewers: readonly number[]
}

/** What one rule would choose. */
export interface Slate {
  readonly rule: string
  /** In the order in which the rule filled the seats. */
  readonly seats: readonly Seat[]
  readonly utilities: readonly GroupUtility[]
  /** Who gains and who loses by it, beside what. */
  readonly effects: readonly SlateEffect[]
  /** Guarantees checked on this very slate. */
  readonly checks: readonly GuaranteeCheck[]
}

/** A statement that a rule seats, and how surely. */
export interface Seat {
  readonly statement: StatementId
  /** The share of resamples of the people in which the rule seats it, of those that it saw. */
  readonly inclusion: Interval
}

/** How many of the seated statements a person of the group approves, on average. */
export interface GroupUtility {
  readonly group: GroupId
  readonly approved: Interval
}

/**
 * What a slate is held against: that nothing is decided, where a group is no worse off as long as its people agree with
 * half of the places; what the group would choose by itself; or the slate of another rule.
 */
export type Beside =
  | { readonly kind: 'status-quo' }
  | { readonly kind: 'own-best' }
  | { readonly kind: 'rule'; readonly rule: string }

/** What one group gains or loses by a slate. */
export interface SlateEffect {
  readonly beside: Beside
  readonly group: GroupId
  /** How many places more a person of the group approves of, on average; fewer is below zero. */
  readonly places: Interval
  /** `same`: both seat the same, so there is nothing to show. */
  readonly called: 'gains' | 'loses' | 'not-shown' | 'same'
  /** The smallest difference that would have been shown of this group. */
  readonly couldShow: number
}

/** What is known of this very slate: that it has a property, that it has not, or that neither could be shown. */
export type GuaranteeCheck =
  | { readonly guarantee: string; readonly outcome: 'proved' | 'unknown'; readonly says: string }
  | {
      readonly guarantee: string
      readonly outcome: 'fails'
      readonly says: string
      /** Whom the slate owes places, and which statements they could claim. */
      readonly witness: Witness
    }

/** Which of two values a rule prefers; null for neither. */
export interface RuleVerdict {
  readonly rule: string
  readonly prefers: StatementId | null
}

/** X over Y in some cases: what gives way to what, for whom, at whose cost. */
export interface RulingOutcome {
  readonly prefer: StatementId
  readonly over: StatementId
  /** The cases it was decided on, and so its scope. */
  readonly cases: readonly CaseId[]
  /** Cases in which both matter and it does not apply, because there they do not collide. */
  readonly outside: readonly CaseId[]
  /** Probability that the group-weighted majority prefers X in scope. */
  readonly winProbability: number
  /** How strongly: log-odds, with bounds. */
  readonly strength: Strength
  /** Share preferring X, overall and by group. */
  readonly support: Interval
  readonly groups: ReadonlyMap<GroupId, Interval>
  /** `robust`: accepted, and every declared rule agrees. Otherwise contested: status quo, with a review date. */
  readonly status: 'robust' | 'contested'
  readonly byRule: readonly RuleVerdict[]
  /** What rules that were not declared say of the same comparisons: for information, none of it decides. */
  readonly inContrast: readonly RuleVerdict[]
  readonly benefits: readonly GroupId[]
  readonly burdens: readonly GroupId[]
  /** Groups for which neither could be shown. */
  readonly notShown: readonly GroupId[]
}
