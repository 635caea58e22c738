import type { ParticipantId } from '../../kernel/index.ts'
import type { PolisBaseCluster } from '../../listen/index.ts'
import { weightedKMeans } from './weighted-k-means.ts'

/** Where people stand; who has no answer that places them stands in the middle. */
export type Standing = (person: ParticipantId) => readonly [x: number, y: number]

/** Most base clusters, and most rounds in which they are looked for. */
const BASE = { k: 100, rounds: 100 }

/**
 * The people drawn together into at most a hundred base clusters, which are then grouped in their place.
 *
 * A running Polis starts from its last base clusters; without them it starts here, from the first hundred people who
 * stand in different places. Its order of people is not in the votes: here it is that of their ids.
 *
 * Source: ADR 0028.
 */
export function baseClustersOf(people: readonly ParticipantId[], standing: Standing): PolisBaseCluster[] {
  const points = Float64Array.from(people.flatMap(standing))
  const weights = new Float64Array(people.length).fill(1)
  const { k, labels } = weightedKMeans({ points, weights }, BASE)
  return Array.from({ length: k }, (_, part) =>
    baseClusterOf(
      people.filter((_, i) => labels[i] === part),
      standing,
    ),
  )
}

/** These people as one base cluster: its centre is the middle of where they stand. */
export function baseClusterOf(members: readonly ParticipantId[], standing: Standing): PolisBaseCluster {
  const middle = (which: 0 | 1) =>
    members.reduce((sum, person) => sum + standing(person)[which], 0) / members.length
  return { members, centre: [middle(0), middle(1)] }
}
