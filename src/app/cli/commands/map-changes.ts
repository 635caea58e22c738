import type { GroupChange } from '../../../map/index.ts'
import { changeSays } from '../../../web/change-says.ts'

/** What became of the groups since an earlier map, as lines. */
export const changeLines = (changes: readonly GroupChange[]): readonly string[] => [
  '',
  changes.length === 0
    ? 'since the earlier map: no groups, then or now'
    : 'since the earlier map, of the people in a group in both:',
  ...changes.map((change) => `  ${changeSays(change)}`),
]
