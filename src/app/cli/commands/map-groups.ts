import type { Interval } from '../../../kernel/index.ts'
import type {
  GroupingEvidence,
  LatentEvidence,
  OpinionMap,
  TriedDivision,
  Verdict,
} from '../../../map/index.ts'
import { percent, shareText } from '../../../web/words.ts'

/** The groups, or why there are none, and every number of groups that was tried. */
export function groupLines({ grouping }: Pick<OpinionMap, 'grouping'>): readonly string[] {
  const { chanceSilhouette, tried, latent } = grouping.evidence
  return [
    ...askedLines(grouping.evidence),
    ...(grouping.kind === 'groups'
      ? grouping.groups.map(
          ({ id, members, holds }) => `group ${id}: ${members} people; it holds together ${holdsText(holds)}`,
        )
      : [`no stable groups: ${grouping.because}`]),
    ...(latent === null ? [] : latentLines(latent)),
    ...(tried.length === 0 ? [] : [`${chanceText(chanceSilhouette)}; tried were`]),
    ...tried.map((one) => triedLine(one, grouping)),
  ]
}

const chanceText = (chanceSilhouette: number | null): string =>
  chanceSilhouette === null
    ? 'how people without any groups would fit was not tried'
    : `people without any groups would fit at ${chanceSilhouette.toFixed(2)} once in twenty`

const holdsText = (holds: Interval): string =>
  holds.n === 1
    ? `${percent(holds.estimate)} % in the only re-run, which tells no interval`
    : `${shareText(holds)}, ${holds.n} re-runs`

/** Says that the groups shown were asked for, and whether they are the map's own. */
function askedLines(evidence: GroupingEvidence): readonly string[] {
  const because = evidence.asked === null ? null : againstAsked(evidence)
  if (because === null) return []
  return [
    `you asked to see ${evidence.asked} groups; by its own rule the map would not show them: ${because}`,
  ]
}

function againstAsked({ asked, tried, latent }: GroupingEvidence): string | null {
  if (latent !== null) return latent.doubt
  const verdict = tried.find(({ k }) => k === asked)?.verdict
  return verdict === undefined || verdict.kind === 'chosen' ? null : verdict.because
}

/** Groups of people who vote alike: what foretells votes that were held back, and how far k-means agrees. */
function latentLines({ classes, overPlace, toKMeans }: LatentEvidence): readonly string[] {
  if (classes.length === 0) return []
  const sign = overPlace.mean >= 0 ? 'more' : 'less'
  return [
    'grouped by how people vote; a tenth of the votes was held back, and foretold by so many groups',
    ...classes.map(
      ({ k, foretold, behind, error }) =>
        `  ${k}: the vote that was cast had been given a chance of ${(100 * Math.exp(foretold)).toFixed(2)} % (geometric mean), ${Math.exp(-behind).toFixed(4)} ± ${error.toFixed(4)} times that of the best`,
    ),
    `these groups foretell a person’s votes by ${Math.abs(overPlace.mean).toFixed(3)} ± ${overPlace.error.toFixed(3)} ${sign} than places on the map do`,
    ...(toKMeans === null
      ? []
      : [
          `as many groups by where people stand agree to ${toKMeans.toFixed(2)}, where 1 is the same and 0 is chance`,
        ]),
  ]
}

function triedLine(
  { k, sizes, silhouette, silhouetteError, agreement, verdict }: TriedDivision,
  grouping: OpinionMap['grouping'],
): string {
  const within = silhouetteError > 0 ? ` ± ${silhouetteError}` : ''
  return `  ${k} groups of ${sizes.join(', ')}: fit ${silhouette.toFixed(3)}${within}; ${againText(agreement)}; ${whyText(verdict, grouping)}`
}

function againText({ estimate, low, high, n }: Interval): string {
  if (n === 0) return 'not drawn again'
  const agreement = `agreement ${estimate.toFixed(2)}`
  return n === 1
    ? `drawn again once, ${agreement}`
    : `drawn again, ${agreement} (${low.toFixed(2)} to ${high.toFixed(2)})`
}

/** A reason that was given above is not given again. */
function whyText(verdict: Verdict, grouping: OpinionMap['grouping']): string {
  if (verdict.kind === 'chosen') return 'chosen'
  const isSaid = grouping.kind === 'no-stable-groups' && verdict.because === grouping.because
  return isSaid ? 'not stable, as said' : verdict.because
}
