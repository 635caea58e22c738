import { expect, test } from 'vitest'
import type { Listening } from '../../listen/index.ts'
import { consensusOf } from '../findings/consensus.ts'
import { representativeOf } from '../findings/representative.ts'
import { talliesOf } from '../findings/support.ts'
import { nearestCentroidAccuracy } from '../groups/compare.ts'
import { divisionOf } from '../groups/division.ts'
import { membershipOf } from '../groups/membership.ts'
import { pointsOf } from '../groups/reruns.ts'
import type { PlacedPerson } from '../opinion-map.ts'
import { placedRows, planeOf, positionsOf } from '../space/space.ts'
import { answersOf, matrixOf } from '../votes/matrix.ts'
import { CONVERSATIONS, describeWithData, exported, LIVE, live, redDwarf } from './polis.case.ts'

/** Our figures against those that Polis and a peer published. */
function placed(listening: Listening) {
  const matrix = matrixOf(listening)
  const plane = planeOf(matrix)
  const positions = positionsOf(matrix, plane)
  const people: PlacedPerson[] = matrix.participants.map((id, row) => ({
    id,
    x: positions[2 * row]!,
    y: positions[2 * row + 1]!,
    answers: answersOf(matrix, row),
    group: null,
    firmness: 0,
  }))
  return { matrix, plane, positions, people }
}

/** The answers of the groups that were published. */
function talliesFrom(listening: Listening, labels: Parameters<typeof membershipOf>[1]) {
  const matrix = matrixOf(listening)
  return talliesOf(matrix, membershipOf(matrix, labels))
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const dot = (x: ArrayLike<number>, y: ArrayLike<number>) =>
    Array.from(x).reduce((sum, value, i) => sum + value * y[i]!, 0)
  return Math.abs(dot(a, b)) / Math.sqrt(dot(a, a) * dot(b, b))
}

describeWithData('exports of Polis', () => {
  /** Nearest-centroid accuracy of the exported labels in a recomputed space, and the first by consensus. */
  const published: Record<
    (typeof CONVERSATIONS)[number],
    { accuracy: number; first: [string, number] | null }
  > = {
    'vtaiwan.uberx': { accuracy: 0.977, first: ['40', 0.86] },
    'american-assembly.bowling-green': { accuracy: 0.97, first: ['83', 0.696] },
    'ssis.land-bank-farmland.2rumnecbeh.2021-08-01': { accuracy: 0.992, first: null },
    'scoop-hivemind.taxes': { accuracy: 0.993, first: null },
    'bg2050-volunteers': { accuracy: 1, first: ['27', 0.873] },
    '15-per-hour-seattle': { accuracy: 0.993, first: ['2', 0.371] },
    'brexit-consensus': { accuracy: 0.97, first: ['14', 0.851] },
  }

  test.each(CONVERSATIONS)('%s: the exported groups stand apart in our space', (name) => {
    const { listening, labels } = exported(name)
    const accuracy = nearestCentroidAccuracy(placed(listening), labels)
    console.log(
      `${name}: nearest-centroid accuracy ${accuracy.toFixed(4)}, published ${published[name].accuracy}`,
    )
    expect(accuracy).toBeGreaterThanOrEqual(published[name].accuracy - 0.01)
  })

  test.each(
    CONVERSATIONS.filter((name) => published[name].first !== null),
  )('%s: the first by consensus', (name) => {
    const { listening, labels } = exported(name)
    const first = consensusOf(talliesFrom(listening, labels)).find(({ direction }) => direction === 'agree')!
    const [statement, score] = published[name].first!
    expect([first.statement, Number(first.score.toFixed(3))]).toEqual([statement, score])
  })

  test('bg2050-volunteers: the whole group-informed consensus column', () => {
    const { listening, labels, consensusColumn } = exported('bg2050-volunteers')
    const everything = { ...listening, statements: listening.statements.map(shown) }
    const scores = consensusOf(talliesFrom(everything, labels)).filter(
      ({ direction }) => direction === 'agree',
    )
    const same = scores.filter(
      ({ statement, score }) => Math.abs(score - consensusColumn.get(statement)!) < 1e-12,
    )
    expect([same.length, consensusColumn.size]).toEqual([371, 371])
  })
})

describeWithData('a peer’s numbers on the same exports', () => {
  test.each([
    'vtaiwan.uberx',
    'american-assembly.bowling-green',
  ])('%s: axes, positions, silhouettes', (name) => {
    const { listening } = exported(name)
    const peer = redDwarf(name)
    const { matrix, plane, people, positions } = placed(listening)
    const column = new Map(peer.pca.statement_ids.map((id, at) => [String(id), at]))
    plane.axes.forEach((axis, which) => {
      const theirs = matrix.statements.map((id) => peer.pca.components[which]![column.get(id)!]!)
      expect(cosine(axis, theirs)).toBeCloseTo(1, 9)
      expect(plane.explained[which]).toBeCloseTo(peer.pca.explained_variance_ratio[which]!, 9)
    })
    const apart = people.map(({ id, x, y }) => {
      const [theirX = 0, theirY = 0] = peer.projections[id]!
      return Math.max(Math.abs(Math.abs(x) - Math.abs(theirX)), Math.abs(Math.abs(y) - Math.abs(theirY)))
    })
    console.log(`${name}: largest difference of a position ${Math.max(...apart).toExponential(1)}`)
    expect(Math.max(...apart)).toBeLessThan(1e-8)
    const division = divisionOf(pointsOf(positions, placedRows(matrix)), 'parity')
    console.log(
      `${name}: silhouettes ${JSON.stringify(division.tried)} peer ${JSON.stringify(peer.clusters.silhouette_by_k)}`,
    )
    expect(division.tried[0]!.silhouette).toBeCloseTo(peer.clusters.silhouette_by_k['2']!, 3)
  })
})

describeWithData('conversations with the result that Polis computed', () => {
  test.each(LIVE)('%s: axes and positions', (name) => {
    const { listening, math } = live(name)
    const { matrix, plane, people } = placed(listening)
    const column = new Map(math.tids.map((id, at) => [String(id), at]))
    const cosines = plane.axes.map((axis, which) =>
      cosine(
        axis,
        matrix.statements.map((id) => math.pca.comps[which]![column.get(id)!]!),
      ),
    )
    const { id, members, x, y } = math['base-clusters']
    const alone = [...id.keys()].filter((base) => members[base]!.length === 1)
    const apart = alone.map((base) => {
      const person = people.find((one) => one.id === String(members[base]![0]))!
      return Math.max(
        Math.abs(Math.abs(person.x) - Math.abs(x[base]!)),
        Math.abs(Math.abs(person.y) - Math.abs(y[base]!)),
      )
    })
    console.log(
      `${name}: |cosine| of axes ${cosines.map((c) => c.toFixed(8)).join(' ')}; largest difference of ${alone.length} positions ${Math.max(...apart).toExponential(1)}`,
    )
    for (const similar of cosines) expect(similar).toBeCloseTo(1, 9)
    expect(Math.max(...apart)).toBeLessThan(1e-9)
  })

  test.each(LIVE)('%s: votes of groups and consensus', (name) => {
    const { listening, labels, math } = live(name)
    const tallies = talliesFrom({ ...listening, statements: listening.statements.map(shown) }, labels)
    for (const { statement, groups } of tallies)
      for (const [group, { agree, pass, disagree }] of groups)
        expect({ A: agree, D: disagree, S: agree + pass + disagree }).toEqual(
          math['group-votes'][group]!.votes[statement],
        )
    for (const { statement, score, direction } of consensusOf(tallies))
      if (direction === 'agree') expect(score).toBeCloseTo(math['group-aware-consensus'][statement]!, 14)
  })

  test.each(LIVE)('%s: what speaks for each group', (name) => {
    const { listening, labels, math } = live(name)
    const ours = representativeOf(talliesFrom(listening, labels)).map((one) => ({
      group: one.group,
      tid: Number(one.statement),
      'repful-for': one.direction,
      repness: expect.closeTo(one.ratio, 12),
      'p-test': expect.closeTo(one.ownZ, 5),
      'repness-test': expect.closeTo(one.differenceZ, 5),
    }))
    const theirs = Object.entries(math.repness).flatMap(([group, list]) =>
      list.map((one) => ({ group, ...one })),
    )
    console.log(`${name}: ${theirs.length} statements speak for groups`)
    expect(theirs).toMatchObject(ours)
    expect(theirs).toHaveLength(ours.length)
  })
})

const shown = <S extends Listening['statements'][number]>(statement: S): S => ({
  ...statement,
  moderation: 'shown',
  subject: 'value',
})
