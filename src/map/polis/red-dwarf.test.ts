import { expect, test } from 'vitest'
import { byId, id, type ParticipantId } from '../../kernel/index.ts'
import { consensusOf } from '../findings/consensus.ts'
import { candidate } from '../findings/representative.ts'
import { talliesOf } from '../findings/support.ts'
import { membershipOf } from '../groups/membership.ts'
import { eachAlone, pointsOf } from '../groups/places.ts'
import { silhouettes } from '../groups/silhouette.ts'
import { planeOf, positionsOf } from '../space/space.ts'
import { consensusLists } from './consensus-list.ts'
import { conversationOf } from './conversation.ts'
import { inConversation } from './in-conversation.ts'
import { describeWithData, exported, once, redDwarf } from './polis.case.ts'
import { extremitiesOf } from './priorities.ts'
import { type Clusters, type Weighted, weightedKMeans } from './weighted-k-means.ts'

/**
 * Our functions against the full output of a peer on two exports. What it does, found from its files:
 * - Removed statements are columns of zeros, and count in the scaling of positions; no statement is about people.
 * - Everybody who voted enters the axes, an unseen answer counted as the statement's mean; variances have n − 1 below.
 * - Positions are scaled by √(C / n), as in Polis.
 * - Grouped is who answered seven statements, removed ones included. Nobody is added, and nobody is kept.
 * - Silhouettes are plain means over people. Labels are published only for the chosen k, which is 2 in both; for the
 *   others its k-means is run again.
 * - Representativeness counts the people grouped; the consensus lists count everybody.
 */
const peered = once((name: string) => {
  const { listening } = exported(name)
  const peer = redDwarf(name)
  const conversation = conversationOf(listening)
  const plane = planeOf(conversation.drawn)
  const labels = new Map(
    Object.entries(peer.clusters.labels).map(([person, label]) => [
      id<'participant'>(person),
      id<'group'>(`${label}`),
    ]),
  )
  const tallies = talliesOf(conversation.cast, membershipOf(conversation.cast, labels))
  return { peer, conversation, plane, positions: positionsOf(conversation.drawn, plane), labels, tallies }
})

/**
 * Its k-means starts as Polis' does, from the first k places, sorted by x and y; but it stops when the squared moves of
 * all centres come to 1e-4 of the mean variance of x and y, and then looks once more who is nearest to which.
 */
function settledAsPeer(weighted: Weighted, k: number): Clusters {
  const after = (rounds: number) => weightedKMeans(weighted, { k, rounds, still: 0 })
  const enough = 1e-4 * meanVariance(weighted.points)
  for (let rounds = 2; ; rounds++) {
    const before = after(rounds - 1).centres
    const moved = after(rounds).centres.reduce((sum, at, i) => sum + (at - before[i]!) ** 2, 0)
    if (moved <= enough) return after(rounds + 1)
  }
}

function meanVariance(points: Float64Array): number {
  const variance = (which: 0 | 1) => {
    const values = points.filter((_, at) => at % 2 === which)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length
  }
  return (variance(0) + variance(1)) / 2
}

const NAMES = ['vtaiwan.uberx', 'american-assembly.bowling-green'] as const

describeWithData('a peer’s numbers on the same exports', () => {
  test.each(NAMES)('%s: explained variance', (name) => {
    const { peer, plane, conversation } = peered(name)
    const { drawn } = conversation
    const total = drawn.vote.reduce(
      (sum, vote, at) => sum + (vote - plane.mean[drawn.statement[at]!]!) ** 2,
      0,
    )
    const everybody = Object.keys(peer.projections).length
    plane.explained.forEach((share, axis) => {
      expect(share / peer.pca.explained_variance_ratio[axis]!).toBeCloseTo(1, 6)
      expect((share * total) / (everybody - 1) / peer.pca.explained_variance[axis]!).toBeCloseTo(1, 6)
    })
  })

  test.each(NAMES)('%s: positions, up to the sign of each axis', (name) => {
    const { peer, conversation, positions } = peered(name)
    const theirs = conversation.drawn.participants.map((person) => peer.projections[person]!)
    for (const axis of [0, 1] as const) {
      const agreed = theirs.reduce((sum, at, row) => sum + at[axis] * positions[2 * row + axis]!, 0)
      const apart = theirs.map((at, row) =>
        Math.abs(at[axis] * Math.sign(agreed) - positions[2 * row + axis]!),
      )
      console.log(`${name}: axis ${axis + 1}, largest difference ${Math.max(...apart).toExponential(1)}`)
      expect(Math.max(...apart)).toBeLessThan(1e-6)
    }
  })

  test.each(NAMES)('%s: who is grouped, and the silhouette of its groups', (name) => {
    const { peer, conversation, positions, labels } = peered(name)
    expect(inConversation(conversation)).toEqual([...labels.keys()].sort(byId))
    const rowOf = new Map(conversation.drawn.participants.map((person, row) => [person, row]))
    const grouped: ParticipantId[] = [...labels.keys()]
    const points = pointsOf(
      positions,
      grouped.map((person) => rowOf.get(person)!),
    )
    const partition = { k: 2, labels: Uint8Array.from(grouped, (person) => Number(labels.get(person))) }
    expect(
      Math.abs(silhouettes(eachAlone(points), [partition])[0]! - peer.clusters.silhouette_by_k['2']!),
    ).toBeLessThan(1e-6)
  })

  test.each(NAMES)('%s: silhouettes by k, from where it starts', (name) => {
    const { peer } = peered(name)
    const theirs = Object.keys(peer.clusters.labels).map((person) => peer.projections[person]!)
    const points = Float64Array.from(theirs.sort(([a, b], [c, d]) => a - c || b - d).flat())
    const weights = new Float64Array(theirs.length).fill(1)
    const divisions = [2, 3, 4, 5].map((k) => settledAsPeer({ points, weights }, k))
    silhouettes(eachAlone(points), divisions).forEach((silhouette, at) => {
      expect(Math.abs(silhouette - peer.clusters.silhouette_by_k[at + 2]!)).toBeLessThan(1e-6)
    })
  })

  test.each(NAMES)('%s: representativeness, group-informed consensus, consensus lists', (name) => {
    const { peer, conversation, tallies } = peered(name)
    const tallyOf = new Map(tallies.map((tally) => [tally.statement, tally]))
    const listed = Object.entries(peer.repness).flatMap(([group, list]) =>
      list.map((one) => ({ group, ...one })),
    )
    expect(listed).toHaveLength(10)
    for (const one of listed) {
      const ours = candidate(tallyOf.get(id(`${one.tid}`))!, id(one.group))[one['repful-for']]
      expect(ours.own).toBeCloseTo(one['p-success'], 9)
      expect(ours.ratio).toBeCloseTo(one.repness, 9)
      expect(ours.ownZ).toBeCloseTo(one['p-test'], 9)
      expect(ours.differenceZ).toBeCloseTo(one['repness-test'], 9)
    }
    const scores = consensusOf(tallies)
    expect(scores).toHaveLength(2 * peer.pca.statement_ids.length)
    for (const { statement, direction, score } of scores)
      expect(score).toBeCloseTo(peer.group_aware_consensus[direction][statement]!, 9)
    const lists = consensusLists(tallies.filter(({ statement }) => !conversation.zeroed.has(statement)))
    for (const direction of ['agree', 'disagree'] as const)
      expect(
        lists.filter((one) => one.direction === direction).map(({ statement }) => Number(statement)),
      ).toEqual(peer.consensus[direction].map(({ tid }) => tid))
  })

  test.each(NAMES)('%s: how far out each statement stands', (name) => {
    const { peer, conversation, plane } = peered(name)
    const extremities = extremitiesOf(conversation.drawn, conversation.cast.columns, plane)
    expect(extremities.size).toBe(
      peer.pca.statement_ids.length - peer.parameters.mod_out_statement_ids.length,
    )
    for (const [statement, extremity] of extremities)
      expect(Math.abs(extremity - peer.statements.extremity[statement]!)).toBeLessThan(1e-6)
  })
})
