import type { Listening, PolisMath } from '../../../listen/index.ts'
import type { OpinionMap } from '../../opinion-map.ts'
import type { PolisResult } from '../polis.ts'

/** One way in which the result of Polis is not our map of the same votes, and why. */
export interface PolisDifference {
  readonly kind: PolisCause
  /** What Polis does, in plain words. */
  readonly cause: string
  /** How much of this conversation it touches. */
  readonly touches: Touched
  /** What our map does instead, or that it does the same. */
  readonly ours: string
}

export type PolisCause =
  | 'groups-without-evidence'
  | 'people-in-other-groups'
  | 'base-clusters-first'
  | 'group-rounds'
  | 'at-most-five-groups'
  | 'smoothed-number-of-groups'
  | 'sticky-membership'
  | 'answers-to-removed-statements-count'
  | 'beyond-its-caps'
  | 'zeroed-columns-counted'
  | 'mini-batch-axes'
  | 'axes-by-chance'
  | 're-votes-counted-twice'
  | 'removed-statements-ranked'
  | 'collapsed-priorities'

export type Touched =
  | { readonly kind: 'counted'; readonly count: number; readonly of: number; readonly what: Countable }
  /** Nobody can tell from what was published, and why not. */
  | { readonly kind: 'unknowable'; readonly because: string }

type Countable = 'people' | 'statements' | 'votes' | 'groups'

/** Both results, and what they were made from. */
export interface Compared {
  readonly listening: Listening
  readonly result: PolisResult
  readonly published: PolisMath | null
  readonly map: Pick<OpinionMap, 'grouping' | 'people'>
}

/** Says whether and how far one cause is at work; null where it is not. */
export type Explain = (compared: Compared) => PolisDifference | null

export const counted = (count: number, of: number, what: Countable): Touched => ({
  kind: 'counted',
  count,
  of,
  what,
})

export const unknowable = (because: string): Touched => ({ kind: 'unknowable', because })
