import type { OpinionMap, TriedDivision } from '../../../map/index.ts'
import { shareText } from '../../../web/words.ts'

/** The groups, or why there are none, and every number of groups that was tried. */
export function groupLines({ grouping }: OpinionMap): readonly string[] {
  const { chanceSilhouette, tried } = grouping.evidence
  return [
    ...(grouping.kind === 'groups'
      ? grouping.groups.map(
          ({ id, members, holds }) =>
            `group ${id}: ${members} people; it holds together ${shareText(holds)}, ${holds.n} re-runs`,
        )
      : [`no stable groups: ${grouping.because}`]),
    `people without any groups would fit at ${chanceSilhouette.toFixed(2)} once in twenty; tried were`,
    ...tried.map(triedLine),
  ]
}

function triedLine({ k, sizes, silhouette, silhouetteError, agreement, verdict }: TriedDivision): string {
  const within = silhouetteError > 0 ? ` ± ${silhouetteError}` : ''
  const again =
    agreement.n === 0
      ? 'not drawn again'
      : `drawn again, agreement ${agreement.estimate.toFixed(2)} (${agreement.low.toFixed(2)} to ${agreement.high.toFixed(2)})`
  const why = verdict.kind === 'chosen' ? 'chosen' : verdict.because
  return `  ${k} groups of ${sizes.join(', ')}: fit ${silhouette.toFixed(3)}${within}; ${again}; ${why}`
}
