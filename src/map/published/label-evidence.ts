import { chance, clopperPearson, type GroupId, type Interval } from '../../kernel/index.ts'
import { adjustedRandOf, contingencyOf } from '../groups/contingency.ts'
import { kMeans } from '../groups/k-means.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import { eachAlone, pointsOf } from '../groups/places.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { rowsOf } from '../votes/picked.ts'
import { gapTest } from './gaps.ts'
import { nearestCentre } from './nearest-centre.ts'

/** What the votes say of published labels. */
export interface LabelEvidence {
  readonly groups: readonly { readonly group: GroupId; readonly people: number }[]
  /** People who have a label and voted. */
  readonly people: number
  /** The share of them who stand nearest to the centre of their own group. */
  readonly own: Interval
  /** The same share, if labels were dealt out by chance. */
  readonly ownByChance: number
  /** The share of labels that are as if dealt out by chance: 1 − Cohen's κ, with the bounds of `own`. */
  readonly astray: Pick<Interval, 'estimate' | 'low' | 'high'>
  /** The share of the differences between answers that lies between groups, and its mean when labels are dealt. */
  readonly gaps: number
  readonly gapsByChance: number
  /** How likely gaps this large are if labels say nothing of votes, with how many deals that rests on. */
  readonly p: number
  readonly deals: number
  /** Adjusted Rand index with as many groups found anew on the map; null where the map cannot be so divided. */
  readonly rand: number | null
  readonly verdict: LabelVerdict
}

/**
 * `follow`: at most ASTRAY_AT_MOST of the labels are astray, and chance does not give such gaps. `partly`, `unrelated`: the
 * alarm; more than ASTRAY_UNNOTICED are, and such gaps do not or do come by chance. `unknown`: too few people to tell, or
 * a map that cannot be divided into so many groups.
 */
export type LabelVerdict = 'follow' | 'partly' | 'unrelated' | 'unknown'

/** Where the people of a matrix stand. */
export interface Stood {
  readonly matrix: VoteMatrix
  readonly positions: Float64Array
}

/** More labels than this must surely be astray for the alarm: honest exports have up to .06 (ADR 0029). */
const ASTRAY_UNNOTICED = 0.1
/** Labels follow the votes when surely no more than this are astray (ADR 0029). */
export const ASTRAY_AT_MOST = 0.25
/** Gaps rarer than this do not come by chance (ADR 0029). */
const RARE = 0.01
/** The fewest deals that can show what is rarer than RARE, twice over (ADR 0029). */
const DEALS = 199

/**
 * Whether labels say something about the votes of the people they are attached to; null where no two groups voted.
 *
 * Two questions. How many people stand nearest to the centre of their own group? And are the gaps between groups larger
 * than labels dealt out by chance give? The second alone would let half of the labels go astray: the others carry them.
 *
 * Units:  shares of 1; each bound of `own` and `astray` holds 95 % on its side.
 * Source: ADR 0029; κ: Cohen 1960, Educ. Psychol. Meas. 20(1):37-46.
 */
export function labelEvidence(
  stood: Stood,
  membership: Membership,
  { seed, deals = DEALS }: { readonly seed: string; readonly deals?: number },
): LabelEvidence | null {
  const k = membership.groups.length
  const { rows, labels, points } = labelledPeople(stood, membership)
  if (new Set(labels).size < 2) return null
  const near = nearestCentre(points, labels, k)
  const own = clopperPearson(near.own, rows.length, BOTH_SIDES)
  const astray = boundsOf(own, near.byChance)
  const rand = randWithNew(points, labels, { k, seed })
  const gaps = gapTest(rowsOf(stood.matrix, rows), labels, { k, deals, random: chance(`${seed}/gaps`) })
  return {
    groups: membership.groups.map((group, g) => ({
      group,
      people: labels.filter((label) => label === g).length,
    })),
    people: rows.length,
    own,
    ownByChance: near.byChance,
    astray,
    ...gaps,
    deals,
    rand,
    verdict: rand === null ? 'unknown' : verdictOf(astray, gaps.p),
  }
}

/** The rows that have a label, their labels and where they stand. */
export function labelledPeople({ positions }: Stood, membership: Membership) {
  const rows = [...membership.labels.keys()].filter((row) => membership.labels[row] !== NONE)
  return {
    rows,
    labels: Uint8Array.from(rows, (row) => membership.labels[row]!),
    points: pointsOf(positions, rows),
  }
}

function boundsOf({ estimate, low, high }: Interval, byChance: number): LabelEvidence['astray'] {
  const astray = (own: number) => (byChance < 1 ? Math.min(1, (1 - own) / (1 - byChance)) : 1)
  return { estimate: astray(estimate), low: byChance < 1 ? astray(high) : 0, high: astray(low) }
}

function verdictOf({ low, high }: LabelEvidence['astray'], p: number): LabelVerdict {
  if (p <= RARE && high <= ASTRAY_AT_MOST) return 'follow'
  if (low <= ASTRAY_UNNOTICED) return 'unknown'
  return p <= RARE ? 'partly' : 'unrelated'
}

function randWithNew(
  points: Float64Array,
  labels: Uint8Array,
  { k, seed }: { readonly k: number; readonly seed: string },
): number | null {
  const anew = kMeans(eachAlone(points), k, { random: chance(`${seed}/anew`), starts: 8 })
  if (anew === null) return null
  return adjustedRandOf(contingencyOf({ k, labels }, anew, new Float64Array(labels.length).fill(1)))
}

/** Two sides of 95 % each. */
const BOTH_SIDES = 0.9
