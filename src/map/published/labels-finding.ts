import { byId, counted } from '../../kernel/index.ts'
import { type Membership, membershipOf } from '../groups/membership.ts'
import { answersOf } from '../votes/matrix.ts'
import { inPercent, type PublishedFinding } from './finding.ts'
import {
  ASTRAY_AT_MOST,
  type LabelEvidence,
  labelEvidence,
  labelledPeople,
  type Stood,
} from './label-evidence.ts'
import { type LabelRows, type Mended, mendedLabels } from './moved-labels.ts'
import { nearestCentre } from './nearest-centre.ts'

/** What the export says of groups, and the map to hold it against. */
export interface Labelled {
  readonly stood: Stood
  readonly membership: Membership
  readonly rows: LabelRows
}

/** Whether the labels belong to the votes of the people they are attached to, and if not, what may have happened. */
export function labelsFinding(
  { stood, membership, rows }: Labelled,
  evidence: LabelEvidence | null,
  seed: string,
): PublishedFinding {
  const labelled = rows.filter(([, group]) => group !== null).length
  const said = {
    check: 'labels and votes',
    claimed: `participants-votes.csv gives ${labelled} people the label of an opinion group, found from their votes.`,
  } as const
  const settles =
    'The list of people by group with their ids, as whatever made the groups wrote it, joined by id'
  if (evidence === null)
    return {
      kind: 'cannot-be-told',
      ...said,
      recomputed: 'There are not two groups, or far too many, whose people voted.',
      settles,
    }
  const recomputed = figuresOf(evidence)
  switch (evidence.verdict) {
    case 'follow':
      return { kind: 'agrees', ...said, recomputed }
    case 'unknown':
      return {
        kind: 'cannot-be-told',
        ...said,
        recomputed: `${recomputed} There are too few people, or too few places on the map, to tell.`,
        settles,
      }
    default: {
      const mend = mendedLabels(rows).find((each) => isMended(stood, each, seed))
      return {
        kind: 'contradicts',
        ...said,
        recomputed,
        count: evidence.people - Math.round(evidence.own.estimate * evidence.people),
        of: evidence.people,
        example: exampleOf(stood, membership),
        cause: causeOf(evidence, mend),
        settles,
      }
    }
  }
}

function figuresOf(evidence: LabelEvidence): string {
  const { own, ownByChance, astray, gaps, gapsByChance, p, deals, rand } = evidence
  return [
    `${inPercent(own.estimate)} of them stand nearest to the centre of their own group on a map of the votes; of labels dealt out by chance ${inPercent(ownByChance)} would.`,
    `So ${inPercent(astray.estimate)} of the labels are as if dealt out by chance (at least ${inPercent(astray.low)}, at most ${inPercent(astray.high)}, each 95 % sure).`,
    `${inPercent(gaps)} of the differences between answers lie between the groups, by chance ${inPercent(gapsByChance)} (p = ${p.toFixed(3)}, ${deals} deals).`,
    rand === null
      ? ''
      : `As many groups found anew on the map agree with the labels by an adjusted Rand index of ${Number(rand.toFixed(2))}; 0 is chance, 1 the same groups.`,
  ]
    .join(' ')
    .trim()
}

/** Fit alone decides here: the labels are the same, so that only a true place makes them fit. */
function isMended(stood: Stood, { groupOf }: Mended, seed: string): boolean {
  const evidence = labelEvidence(stood, membershipOf(stood.matrix, groupOf), { seed, deals: 0 })
  return evidence !== null && evidence.astray.high <= ASTRAY_AT_MOST
}

function causeOf({ verdict }: LabelEvidence, mend: Mended | undefined): string {
  if (mend !== undefined) return `It seems that ${mend.slip}: put back, they follow the votes.`
  return verdict === 'unrelated'
    ? 'The labels may be attached to other people than those whose votes they describe, as when two lists are joined by position.'
    : 'Some labels may be attached to other people than those whose votes they describe, or the groups were made in another way or from other votes.'
}

/** Of those who stand nearest to another group's centre, the one with most answers. */
function exampleOf(stood: Stood, membership: Membership): string {
  const { rows, labels, points } = labelledPeople(stood, membership)
  const { nearest } = nearestCentre(points, labels, membership.groups.length)
  const answers = (at: number) => answersOf(stood.matrix, rows[at]!)
  const person = (at: number) => stood.matrix.participants[rows[at]!]!
  const [at = 0] = [...labels.keys()]
    .filter((i) => labels[i] !== nearest[i])
    .sort((a, b) => answers(b) - answers(a) || byId(person(a), person(b)))
  const [own, other] = [labels, nearest].map((all) => membership.groups[all[at]!])
  return `person ${person(at)}, ${counted(answers(at), 'vote')}: labelled ${own}, nearest to the centre of ${other}`
}
