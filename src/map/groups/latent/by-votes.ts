import { retold } from '../../../kernel/index.ts'
import type { GroupingEvidence, OpinionGroup } from '../../opinion-map.ts'
import { adjustedRandOf, contingencyOf } from '../contingency.ts'
import { type Division, divisionOf } from '../division.ts'
import {
  FEWEST_PLACED,
  type Grouped,
  type MapOptions,
  membership,
  type Progress,
  tooFew,
  ungrouped,
} from '../grouped.ts'
import { letter } from '../names.ts'
import type { Standing } from '../units.ts'
import { type LatentGroups, latentSteps } from './latent.ts'

/**
 * Groups of people who vote alike, wherever that puts them on the map; as many as the votes speak for, or as were asked
 * for. A person's firmness is how likely their votes make their group.
 *
 * Source: this project, ADR 0004.
 */
export function* byVotes(
  standing: Standing,
  { seed, reruns, k: asked }: MapOptions,
): Generator<Progress, Grouped> {
  const { matrix, rows, points } = standing
  const division = divisionOf(points, `${seed}/division`)
  if (rows.length < FEWEST_PLACED)
    return ungrouped(matrix, tooFew(rows.length), evidenceOf(division, asked, null))
  const working = latentSteps(matrix, rows, { seed: `${seed}/latent`, reruns, asked })
  const found = yield* retold(working, (far) => ({ doing: 'classes' as const, ...far }))
  const evidence = evidenceOf(division, asked, found)
  const against = asked === null || found.sizes.includes(0) ? found.doubt : null
  if (against !== null) return ungrouped(matrix, against, evidence)
  return {
    grouping: { kind: 'groups', groups: groupsOf(found, points), evidence },
    ...membership(standing, found.labels, (person) => found.sure[person]!),
  }
}

function evidenceOf({ tried }: Division, asked: number | null, found: LatentGroups | null): GroupingEvidence {
  const nothing = { silhouettes: [], reruns: [], chanceSilhouette: null, asked, tried: [] }
  if (found === null)
    return {
      ...nothing,
      latent: { classes: [], overPlace: { mean: 0, error: 0 }, toKMeans: null, doubt: null },
    }
  const near = tried.find(({ k }) => k === found.k)
  const everybody = new Float64Array(found.labels.length).fill(1)
  const toKMeans = near === undefined ? null : adjustedRandOf(contingencyOf(found, near, everybody))
  const { tried: classes, overPlace } = found.choice
  return { ...nothing, latent: { classes, overPlace, toKMeans, doubt: found.doubt } }
}

function groupsOf({ sizes, labels, holds }: LatentGroups, points: Float64Array): OpinionGroup[] {
  const sums = new Float64Array(2 * sizes.length)
  labels.forEach((label, person) => {
    sums[2 * label]! += points[2 * person]!
    sums[2 * label + 1]! += points[2 * person + 1]!
  })
  return sizes.map((members, part) => ({
    id: letter(part),
    members,
    centre: [sums[2 * part]! / members, sums[2 * part + 1]! / members],
    holds: holds[part]!,
  }))
}
