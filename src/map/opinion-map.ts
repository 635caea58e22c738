import type { Direction, GroupId, Interval, ParticipantId, StatementId, Tally } from '../kernel/index.ts'

/** Who agrees with whom, and how sure we can be. A function of the votes alone. */
export interface OpinionMap {
  /** How many people, statements and votes the map was drawn from. */
  readonly drawnFrom: { readonly participants: number; readonly statements: number; readonly votes: number }
  readonly people: readonly PlacedPerson[]
  readonly space: Space
  readonly grouping: Grouping
  readonly support: readonly StatementSupport[]
  /** Agreed by every group, strongest first. Without groups: by everyone together. */
  readonly consensus: readonly Consensus[]
  /** What divides people, most first. */
  readonly divisiveness: readonly Divisiveness[]
  /** What people agree with who usually differ: every statement, in order of id. */
  readonly bridging: readonly StatementBridging[]
  /** What each group says that the others do not, strongest first. */
  readonly representative: readonly Representative[]
}

export interface PlacedPerson {
  readonly id: ParticipantId
  readonly x: number
  readonly y: number
  /** How many statements the person answered. */
  readonly answers: number
  /** Null: too few answers to be placed, or no stable groups. */
  readonly group: GroupId | null
  /** The share of re-runs that put the person in this group; below FIRM the person could belong to two. */
  readonly firmness: number
}

export interface Space {
  /** For each axis, each statement's loading. */
  readonly axes: readonly [ReadonlyMap<StatementId, number>, ReadonlyMap<StatementId, number>]
  /** For each axis, its share of the variance between people. */
  readonly explained: readonly [number, number]
}

/** "No stable groups" is an answer, with its reason. */
export type Grouping =
  | {
      readonly kind: 'groups'
      readonly groups: readonly OpinionGroup[]
      readonly evidence: GroupingEvidence
    }
  | { readonly kind: 'no-stable-groups'; readonly because: string; readonly evidence: GroupingEvidence }

export interface OpinionGroup {
  readonly id: GroupId
  readonly members: number
  readonly centre: readonly [number, number]
  /** How much of the group came back when the map was drawn again from people picked by chance (mean best Jaccard). */
  readonly holds: Interval
}

/** Why these groups, or none. */
export interface GroupingEvidence {
  readonly silhouettes: readonly { readonly k: number; readonly silhouette: number }[]
  /** How often each number of groups came back in the re-runs. */
  readonly reruns: readonly { readonly k: number; readonly times: number }[]
  /** What ungrouped people of the same spread exceed once in twenty; null where no such people were drawn. */
  readonly chanceSilhouette: number | null
  /** How many groups somebody asked to see, stable or not; null: those that are shown were chosen by the votes. */
  readonly asked: number | null
  /** Every division that was tried, fewest groups first. */
  readonly tried: readonly TriedDivision[]
  /** Where people were grouped by how they vote instead of where they stand; else null. */
  readonly latent: LatentEvidence | null
}

/** What speaks for groups of people who vote alike, wherever that puts them on the map. */
export interface LatentEvidence {
  readonly classes: readonly ClassesTried[]
  /** By how much more log likelihood a person the groups foretell votes than places on the map do, with its error. */
  readonly overPlace: { readonly mean: number; readonly error: number }
  /** The adjusted Rand index to as many groups by where people stand; null where there are none. */
  readonly toKMeans: number | null
  /** The first reason not to call as many groups stable as are shown, or would be; null if there is none. */
  readonly doubt: string | null
}

/** One number of classes, and how well it foretells votes that were held back. */
export interface ClassesTried {
  readonly k: number
  /** The mean log likelihood of a vote, natural logarithm. */
  readonly foretold: number
  /** By how much less than the best number, a vote, and the standard error of that. */
  readonly behind: number
  readonly error: number
}

/** One number of groups, and what speaks for and against it. */
export interface TriedDivision {
  readonly k: number
  /** How many people each group has, the largest first. */
  readonly sizes: readonly number[]
  /** How well people fit: 1 where everybody stands with their own, 0 where they could as well stand elsewhere. */
  readonly silhouette: number
  /** How far the silhouette can be from the one that looks at every pair of people; 0 where it did. */
  readonly silhouetteError: number
  /** How far the division agreed with those of the re-runs (adjusted Rand index). */
  readonly agreement: Interval
  /** For each group, how much of it came back (mean best Jaccard). */
  readonly holds: readonly Interval[]
  readonly verdict: Verdict
}

export type Verdict =
  /** These are the map's groups. */
  | { readonly kind: 'chosen' }
  /** These would count as stable groups, but another number of them fits better. */
  | { readonly kind: 'also-stable'; readonly because: string }
  | { readonly kind: 'not-stable'; readonly because: string }

export interface StatementSupport {
  readonly statement: StatementId
  readonly overall: Support
  readonly groups: ReadonlyMap<GroupId, Support>
  /** The groups' shares where groups and statements lend to each other; surer where votes are few (ADR 0034). */
  readonly pooled: ReadonlyMap<GroupId, Shares>
}

export interface Shares {
  readonly agree: Interval
  readonly disagree: Interval
}

/** Shares of those who saw the statement. Who did not see it counts neither way. */
export interface Support extends Shares {
  readonly tally: Tally
  readonly unseen: Unseen
}

/** Who did not see a statement, and how far they could move its shares. */
export interface Unseen {
  readonly people: number
  /** The share of everybody, seen or not, if all of these had answered otherwise, and if all had answered so. */
  readonly agree: Bounds
  readonly disagree: Bounds
}

export interface Bounds {
  readonly atLeast: number
  readonly atMost: number
}

export interface Consensus {
  readonly statement: StatementId
  readonly direction: Direction
  /** Product over groups of (A + 1) / (S + 2). */
  readonly score: number
  /** The product of the groups' shares, pooled; n is how many of the group that saw it least saw it. */
  readonly interval: Interval
}

/** How far a statement divides people. */
export interface Divisiveness {
  readonly statement: StatementId
  /** Among those who took a side: 0 where all took the same, 1 where half took each. */
  readonly sides: Interval
  /** Null where fewer than two groups saw it. */
  readonly gap: Gap | null
}

/** Between the group that agrees most and the one that agrees least. */
export interface Gap {
  readonly most: GroupId
  readonly least: GroupId
  /** Difference of their pooled shares. */
  readonly difference: Interval
}

/** A statement's bridging score, or why it has none (ADR 0027). */
export type StatementBridging =
  | {
      readonly kind: 'known'
      readonly statement: StatementId
      /** What the statement adds to the usual answer, leanings apart; 1 is from disagree to agree. */
      readonly score: Omit<Interval, 'method'> & { readonly method: 'jackknife' }
      /** How far it divides people along the line on which they usually differ; 0 not at all. */
      readonly factor: number
    }
  | { readonly kind: 'unknown'; readonly statement: StatementId; readonly because: string }

export interface Representative {
  readonly group: GroupId
  readonly statement: StatementId
  readonly direction: Direction
  /** How many times likelier in this group than elsewhere. */
  readonly ratio: number
  /** The z of the group's own share against one half, and of the difference to the others. */
  readonly ownZ: number
  readonly differenceZ: number
  /** How surprising the difference is, corrected for all statements, groups and directions looked at (ADR 0034). */
  readonly adjusted: number
}
