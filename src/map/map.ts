import type { Listening } from '../listen/index.ts'
import { bridgingSteps } from './bridging/bridging.ts'
import { consensusOf, withIntervals } from './findings/consensus.ts'
import { differencesOf } from './findings/differences.ts'
import { divisivenessOf } from './findings/divisiveness.ts'
import { pooledSharesOf } from './findings/pooled-shares.ts'
import { representativeOf, withDifferences } from './findings/representative.ts'
import { supportOf, talliesOf } from './findings/support.ts'
import { groupingSteps, type MapOptions, type Progress, USUAL } from './groups/groups.ts'
import type { OpinionMap } from './opinion-map.ts'
import { planeOf, positionsOf, spaceOf } from './space/space.ts'
import { answersOf, matrixOf, type VoteMatrix } from './votes/matrix.ts'

/**
 * Who agrees with whom, and how sure we can be: the votes of a Listening as a map.
 *
 * The same votes and the same seed give the same map to the last bit, in whatever order the votes came in.
 *
 * Errors: none; where there is too little to draw, the map says so.
 */
export function mapOf(listening: Listening, options: MapOptions = USUAL): OpinionMap {
  const steps = mapSteps(listening, options)
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** The same map a step at a time, so that a caller can say how far it is, or stop. */
export function* mapSteps(
  listening: Listening,
  options: MapOptions = USUAL,
): Generator<Progress, OpinionMap> {
  return yield* drawSteps(matrixOf(listening), options)
}

/** The map of votes that come without a Listening, a step at a time. */
export function* drawSteps(matrix: VoteMatrix, options: MapOptions): Generator<Progress, OpinionMap> {
  yield { doing: 'axes', done: 0, of: 1 }
  const plane = planeOf(matrix)
  const positions = positionsOf(matrix, plane)
  const bridging = yield* bridgingSteps(matrix)
  const { grouping, labels, firmness } = yield* groupingSteps(matrix, { plane, positions }, options)
  const groups = grouping.kind === 'groups' ? grouping.groups.map(({ id }) => id) : []
  const tallies = talliesOf(matrix, { groups, labels })
  const pooled = pooledSharesOf(tallies)
  return {
    drawnFrom: {
      participants: matrix.participants.length,
      statements: matrix.statements.length,
      votes: matrix.vote.length,
    },
    people: matrix.participants.map((id, row) => ({
      id,
      x: positions[2 * row]!,
      y: positions[2 * row + 1]!,
      answers: answersOf(matrix, row),
      group: groups[labels[row]!] ?? null,
      firmness: rounded(firmness[row]!),
    })),
    space: spaceOf(plane, matrix.statements),
    grouping,
    support: supportOf(tallies, { groups, labels }, pooled),
    consensus: withIntervals(consensusOf(tallies), pooled),
    divisiveness: divisivenessOf(tallies, pooled),
    bridging,
    representative: withDifferences(representativeOf(tallies), differencesOf(tallies)),
  }
}

/** A share as others read it: what 32 bits know of it, without the digits they add. */
const rounded = (share: number): number => Math.round(share * 1e6) / 1e6
