import { resultOf } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import { bridgingSteps } from './bridging/bridging.ts'
import { type Engine, singleThread } from './engine/index.ts'
import { consensusOf, withIntervals } from './findings/consensus.ts'
import { differencesOf } from './findings/differences.ts'
import { divisivenessOf } from './findings/divisiveness.ts'
import { pooledSharesOf } from './findings/pooled-shares.ts'
import { representativeOf, withDifferences } from './findings/representative.ts'
import { supportOf, talliesOf } from './findings/support.ts'
import { groupingSteps, type MapOptions, namesOf, type Progress, USUAL } from './groups/groups.ts'
import type { Membership } from './groups/membership.ts'
import type { OpinionMap } from './opinion-map.ts'
import { planeOf, positionsOf, spaceOf } from './space/space.ts'
import { answersOf, matrixOf, type VoteMatrix, type VotesOnMap } from './votes/matrix.ts'

/**
 * Who agrees with whom, and how sure we can be: the votes of a Listening as a map.
 *
 * The same votes and the same seed give the same map to the last bit, in whatever order the votes came in.
 *
 * Errors: none; where there is too little to draw, the map says so.
 */
export function mapOf(
  listening: Listening,
  options: MapOptions = USUAL,
  engine: Engine = singleThread,
): OpinionMap {
  return resultOf(mapSteps(listening, options, engine))
}

/** The same map a step at a time, so that a caller can say how far it is, or stop. */
export function* mapSteps(
  listening: Listening,
  options: MapOptions = USUAL,
  engine: Engine = singleThread,
): Generator<Progress, OpinionMap> {
  return yield* drawSteps(matrixOf(listening), options, engine)
}

/** The map of votes that come without a Listening, a step at a time. */
export function* drawSteps(
  matrix: VoteMatrix,
  options: MapOptions,
  engine: Engine = singleThread,
): Generator<Progress, OpinionMap> {
  const { positions, groups, labels, firmness, ...told } = yield* numberSteps(matrix, options, engine)
  const bridging = yield* bridgingSteps(matrix, engine)
  const people = matrix.participants.map((id, row) => ({
    id,
    x: positions[2 * row]!,
    y: positions[2 * row + 1]!,
    answers: answersOf(matrix, row),
    group: groups[labels[row]!] ?? null,
    firmness: rounded(firmness[row]!),
  }))
  return { ...told, people, bridging }
}

/** A map whose people are numbers alone: of each row where it stands, and in which group; without bridging scores. */
export interface MapInNumbers extends Omit<OpinionMap, 'people' | 'bridging'>, Membership {
  /** An x and a y per row. */
  readonly positions: Float64Array
  readonly firmness: Float32Array
}

/** The whole map, a step at a time, without an object per person: a million people are a few arrays. */
export function* numberSteps(
  votes: VotesOnMap,
  options: MapOptions,
  engine: Engine = singleThread,
): Generator<Progress, MapInNumbers> {
  yield { doing: 'axes', done: 0, of: 1 }
  const plane = planeOf(votes, [], engine)
  yield { doing: 'positions', done: 0, of: 1 }
  const positions = positionsOf(votes, plane, engine)
  yield { doing: 'division', done: 0, of: 1 }
  const { grouping, labels, firmness } = yield* groupingSteps(votes, { plane, positions }, options)
  yield { doing: 'findings', done: 0, of: 1 }
  const groups = namesOf(grouping)
  const tallies = talliesOf(votes, { groups, labels }, engine)
  const consensus = consensusOf(tallies)
  const representative = representativeOf(tallies)
  yield { doing: 'intervals', done: 0, of: 1 }
  const pooled = pooledSharesOf(tallies)
  return {
    drawnFrom: { participants: votes.people, statements: votes.columns, votes: votes.vote.length },
    positions,
    groups,
    labels,
    firmness,
    space: spaceOf(plane, votes.statements),
    grouping,
    support: supportOf(tallies, { groups, labels }, pooled),
    consensus: withIntervals(consensus, pooled),
    divisiveness: divisivenessOf(tallies, pooled),
    representative: withDifferences(representative, differencesOf(tallies)),
  }
}

/** A share as others read it: what 32 bits know of it, without the digits they add. */
const rounded = (share: number): number => Math.round(share * 1e6) / 1e6
