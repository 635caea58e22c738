import { LOOK_EVERY, type RatificationBallot, type Roll, type SoFar, soFar } from '../../charter/index.ts'
import type { CharterVersion } from '../../io/stores/index.ts'
import type { App } from './app.ts'

interface Kept {
  readonly tens: number
  readonly soFar: SoFar
}

const kept = new WeakMap<App['journal'], Map<string, Kept>>()

/** How an open vote stands, counted anew each time ten more have voted: for a large roll that takes half a second. */
export function standsSoFar(
  { journal }: Pick<App, 'journal'>,
  { charter, hash }: Pick<CharterVersion, 'charter' | 'hash'>,
  { ballots, roll }: { readonly ballots: readonly RatificationBallot[]; readonly roll: Roll },
): SoFar {
  const votes = kept.get(journal) ?? new Map<string, Kept>()
  kept.set(journal, votes)
  const tens = Math.floor(ballots.length / LOOK_EVERY)
  const before = votes.get(hash)
  if (before?.tens === tens) return before.soFar
  const counted = soFar(charter.ratificationPlan, ballots, roll)
  votes.set(hash, { tens, soFar: counted })
  return counted
}
