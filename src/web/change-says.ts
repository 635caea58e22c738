import type { GroupChange } from '../map/index.ts'
import { percent } from './words.ts'

/** How the share of a group that moved is said. */
type SayShare = (share: number) => string

/** To a person at a terminal, who can count the group anyway. */
const PERCENT: SayShare = (share) => `${percent(share)} %`

/** To everybody: of a few people a share would tell who moved (ADR 0050). It is always more than half (ADR 0016). */
export const MOST: SayShare = () => 'most'

/**
 * What became of a group from one map to the next, as a part of a sentence.
 *
 * @example
 * changeSays({ kind: 'split-off', group: 'D', from: 'B', share: 0.9 }) // => 'group D split off from B, where 90 % of its people were'
 * changeSays({ kind: 'split-off', group: 'D', from: 'B', share: 0.9 }, MOST) // => 'group D split off from B, where most of its people were'
 */
export function changeSays(change: GroupChange, say: SayShare = PERCENT): string {
  const { group } = change
  switch (change.kind) {
    case 'kept': {
      const renamed = change.bySize === group ? '' : `; by size its letter would be ${change.bySize}`
      return `group ${group} goes on: ${say(change.similarity)} of those who were or are in it did not move${renamed}`
    }
    case 'split-off':
      return `group ${group} split off from ${change.from}, where ${say(change.share)} of its people were`
    case 'merged-into':
      return `group ${group} went into ${change.into}, with ${say(change.share)} of its people`
    case 'born':
      return `group ${group} is new`
    case 'gone':
      return `group ${group} is gone`
  }
}
