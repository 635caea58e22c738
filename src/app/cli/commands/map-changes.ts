import type { GroupChange } from '../../../map/index.ts'
import { percent } from '../../../web/words.ts'

/** What became of the groups since an earlier map, as lines. */
export const changeLines = (changes: readonly GroupChange[]): readonly string[] => [
  '',
  changes.length === 0
    ? 'since the earlier map: no groups, then or now'
    : 'since the earlier map, of the people in a group in both:',
  ...changes.map((change) => `  ${changeLine(change)}`),
]

function changeLine(change: GroupChange): string {
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
