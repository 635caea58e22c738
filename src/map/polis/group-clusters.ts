import { type GroupId, id, type ParticipantId } from '../../kernel/index.ts'
import type { PolisBaseCluster } from '../../listen/index.ts'
import { eachAlone } from '../groups/places.ts'
import { silhouettes } from '../groups/silhouette.ts'
import { weightedKMeans } from './weighted-k-means.ts'

/** Base clusters divided into groups, and how well each number of groups fits. */
export interface GroupClusters {
  readonly k: number
  readonly groupOf: ReadonlyMap<ParticipantId, GroupId>
  readonly tried: readonly { readonly k: number; readonly silhouette: number; readonly rounds: number }[]
}

/** Rounds in which Polis looks for groups: it asks for 100 under a name that nothing reads, and gets the usual 20. */
export const GROUP_ROUNDS = 20
export const MOST_POLIS_GROUPS = 5
const BASES_PER_GROUP_TRIED = 12

/**
 * The groups of Polis: base clusters divided by k-means, each counting as many times as it has members, into the k = 2
 * … min(5, 2 + ⌊n / 12⌋) groups with the highest silhouette. That is the mean over base clusters, each counting once.
 *
 * A running Polis takes a new k only after it won four updates in a row; from votes alone there is only the winner.
 *
 * Errors: none; fewer than two base clusters in different places are one group.
 * Source: ADR 0028.
 */
export function groupClustersOf(base: readonly PolisBaseCluster[], rounds = GROUP_ROUNDS): GroupClusters {
  const points = Float64Array.from(base.flatMap(({ centre }) => centre))
  const weights = Float64Array.from(base, ({ members }) => members.length)
  const most = Math.min(MOST_POLIS_GROUPS, 2 + Math.floor(base.length / BASES_PER_GROUP_TRIED))
  const divisions = Array.from({ length: most - 1 }, (_, at) =>
    weightedKMeans({ points, weights }, { k: at + 2, rounds }),
  )
  const fits = silhouettes(eachAlone(points), divisions)
  const best = fits.indexOf(Math.max(...fits))
  const { k, labels } = divisions[best]!
  return {
    k,
    groupOf: new Map(
      base.flatMap(({ members }, at) => members.map((person) => [person, id(String(labels[at]))] as const)),
    ),
    tried: divisions.map((division, at) => ({
      k: division.k,
      silhouette: fits[at]!,
      rounds: division.rounds,
    })),
  }
}
