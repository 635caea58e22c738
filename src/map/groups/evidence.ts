import type { GroupingEvidence } from '../opinion-map.ts'
import type { Division } from './division.ts'
import type { Rerun } from './reruns.ts'
import { heldOver, judged, type Unjudged } from './stability.ts'

/** What speaks for and against every division, from how it fits and what became of it in the re-runs. */
export function evidenceOf(
  { tried, error }: Division,
  runs: readonly Rerun[],
  { chanceSilhouette, asked }: Pick<GroupingEvidence, 'chanceSilhouette' | 'asked'>,
): GroupingEvidence {
  const unjudged = tried.map(
    ({ k, sizes, silhouette }, at): Unjudged => ({
      k,
      sizes,
      silhouette,
      silhouetteError: error,
      agreement: heldOver(runs.map(({ again }) => again[at]!.agreement)),
      holds: sizes.map((_, part) => heldOver(runs.map(({ again }) => again[at]!.jaccards[part]!))),
    }),
  )
  return {
    silhouettes: unjudged.map(({ k, silhouette }) => ({ k, silhouette })),
    reruns: counted(runs),
    chanceSilhouette,
    asked,
    tried: judged(unjudged, chanceSilhouette),
    latent: null,
  }
}

function counted(runs: readonly Rerun[]): { k: number; times: number }[] {
  const ks = [...new Set(runs.map(({ k }) => k))].sort((a, b) => a - b)
  return ks.map((k) => ({ k, times: runs.filter((run) => run.k === k).length }))
}
