/** What each check looks at. */
export type PublishedCheck =
  | 'files and columns'
  | 'the sign of votes'
  | 'totals of statements'
  | 'totals of people'
  | 'statements people wrote'
  | 'the same answers in two files'
  | 'ids'
  | 'the summary'
  | 'group-informed consensus'
  | 'who has a label'
  | 'labels and votes'

/** What an export says of one thing, and what its own votes give. */
interface Said {
  readonly check: PublishedCheck
  readonly claimed: string
  readonly recomputed: string
}

export interface Agrees extends Said {
  readonly kind: 'agrees'
}

export interface Contradicts extends Said {
  readonly kind: 'contradicts'
  /** How many of how many differ: statements, people, answers, figures. */
  readonly count: number
  readonly of: number
  /** One of them, by its id. */
  readonly example: string
  readonly cause: string
  readonly settles: string
}

export interface CannotBeTold extends Said {
  readonly kind: 'cannot-be-told'
  readonly settles: string
}

/** One claim of a published export, beside what was recomputed: an offer to help whoever published it. */
export type PublishedFinding = Agrees | Contradicts | CannotBeTold

/**
 * A share in percent, to a tenth.
 *
 * @example
 * inPercent(0.9766) // => '97.7 %'
 */
export const inPercent = (share: number): string => `${(100 * share).toFixed(1)} %`
