import { FOUR_GROUPS, id, populationOf } from '../../kernel/index.ts'
import type { VotesOnMap } from '../../map/index.ts'

export interface BenchSize {
  readonly people: number
  readonly statements: number
}

/** Votes of four groups that are hard to tell apart, about 40 each, where all threads see them. */
export function plantedVotes({ people, statements }: BenchSize, seed: string): VotesOnMap {
  const { votes } = populationOf({ ...FOUR_GROUPS, people, statements, memory: 'shared' }, seed)
  return {
    ...votes,
    statements: Array.from({ length: statements }, (_, column) => id(`${column}`)),
    leftOut: 0,
  }
}
