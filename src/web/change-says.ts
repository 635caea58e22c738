import type { GroupChange } from '../map/index.ts'
import { percent } from './words.ts'

/**
 * What became of a group from one map to the next, as a part of a sentence.
 *
 * @example
 * changeSays({ kind: 'split-off', group: 'D', from: 'B', share: 0.9 }) // => 'group D split off from B, where 90 % of its people were'
 */
export function changeSays(change: GroupChange): string {
  const { group } = change
  switch (change.kind) {
    case 'kept': {
      const renamed = change.bySize === group ? '' : `; by size its letter would be ${change.bySize}`
      return `group ${group} goes on: ${percent(change.similarity)} % of those who were or are in it did not move${renamed}`
    }
    case 'split-off':
      return `group ${group} split off from ${change.from}, where ${percent(change.share)} % of its people were`
    case 'merged-into':
      return `group ${group} went into ${change.into}, with ${percent(change.share)} % of its people`
    case 'born':
      return `group ${group} is new`
    case 'gone':
      return `group ${group} is gone`
  }
}
