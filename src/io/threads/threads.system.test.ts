import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { FOUR_GROUPS, id, populationOf, resultOf, type Sign } from '../../kernel/index.ts'
import {
  columnStats,
  covarianceTimes,
  type Engine,
  type LiveMap,
  liveMap,
  numberSteps,
  type Operation,
  pairCounts,
  project,
  sharedPositions,
  singleThread,
  stand,
  stretchesOf,
  tally,
  USUAL,
  type VoteChange,
} from '../../map/index.ts'
import { sharedVotes } from './shared-votes.ts'
import { openThreads, type Threads, threadsFor } from './threads.ts'

const { votes, group } = populationOf({ ...FOUR_GROUPS, people: 30_000, statements: 200 }, 'threads')
const numbers = (length: number) => Float64Array.from({ length }, (_, at) => Math.sin(at + 1))

let threads: Threads

beforeAll(() => {
  threads = openThreads(3)
})
afterAll(() => threads.close())

/** Everything an engine finds in the votes, as bytes. */
const everything = (engine: Engine) =>
  [
    engine.run(columnStats, votes, null).sum,
    engine.run(pairCounts, votes, null),
    engine.run(tally, votes, { labels: group, parts: 3 }),
    engine.run(covarianceTimes, votes, { mean: numbers(200), block: numbers(800) }),
    engine.run(project, votes, {
      axes: { mean: numbers(200), loadings: numbers(400) },
      into: sharedPositions(votes.people),
    }),
    engine.run(stand, votes, {
      axes: { mean: numbers(200), loadings: numbers(400) },
      scales: numbers(201),
      enough: 7,
      centres: numbers(8),
      positions: sharedPositions(votes.people),
      labels: new Uint8Array(new SharedArrayBuffer(votes.people)),
    }),
  ].map(bytesOf)

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength)

describe('several threads', () => {
  test('find the same bits as one, whoever takes which rows', () => {
    expect(stretchesOf(votes).length).toBeGreaterThan(8)
    const alone = everything(singleThread)
    for (let again = 0; again < 5; again++)
      expect(everything(threads).map((bytes, at) => bytes.equals(alone[at]!))).not.toContain(false)
  })

  test('draw the same map', () => {
    const onMap = {
      ...votes,
      statements: Array.from({ length: 200 }, (_, at) => id<'statement'>(`${at}`)),
      leftOut: 0,
    }
    const drawn = (engine: Engine) =>
      resultOf(numberSteps(onMap, { ...USUAL, seed: 'threads', reruns: 3 }, engine))
    const [alone, together] = [drawn(singleThread), drawn(threads)]
    for (const of of ['positions', 'labels', 'firmness'] as const)
      expect(bytesOf(together[of]).equals(bytesOf(alone[of]))).toBe(true)
    expect([together.space, together.grouping, together.consensus]).toStrictEqual([
      alone.space,
      alone.grouping,
      alone.consensus,
    ])
  })

  test('draw the same map of votes that came by another way', () => {
    const { votes } = populationOf({ ...FOUR_GROUPS, people: 8000, statements: 100 }, 'ways')
    const ids = <Kind extends string>(count: number) =>
      Array.from({ length: count }, (_, at) => id<Kind>(`${at}`))
    const matrix = {
      ...votes,
      participants: ids<'participant'>(8000),
      statements: ids<'statement'>(100),
      leftOut: 0,
    }
    expect(stretchesOf(votes).length).toBeGreaterThan(1)
    const said = Array.from({ length: 500 }, (_, at): VoteChange => {
      const row = (at * 7919) % 8000
      const cell = votes.rowStart[row]!
      return {
        participant: id(`${row}`),
        statement: id(`${votes.statement[cell]}`),
        vote: votes.vote[cell] as Sign,
      }
    })
    const turned = said.map((one): VoteChange => ({ ...one, vote: one.vote === null ? 1 : null }))
    const [alone, together] = [liveMap(matrix, singleThread), liveMap(matrix, threads)]
    together.apply([...turned, ...said.toReversed()])
    const settled = (map: LiveMap) => resultOf(map.settle({ ...USUAL, seed: 'ways', reruns: 3 }))
    expect(settled(together)).toStrictEqual(settled(alone))
  })

  test('few votes are not worth them', () => {
    expect(threadsFor(10).run).toBe(singleThread.run)
  })

  test('all take part', async () => {
    const takers: Operation<null, Int32Array, number> = { ...pairCounts, merged: (parts) => parts.length }
    await vi.waitFor(() => expect(threads.run(takers, votes, null)).toBe(3))
  })

  test('what goes wrong in one of them goes wrong here', async () => {
    const unknown = { ...pairCounts, name: 'unheard-of' }
    const failed = 'in a thread: no operation is called "unheard-of"'
    await vi.waitFor(() => expect(() => threads.run(unknown, votes, null)).toThrow(failed))
    expect(threads.run(columnStats, votes, null)).toStrictEqual(singleThread.run(columnStats, votes, null))
  })

  test('votes that lie on shared memory are not copied; others once', () => {
    const shared = sharedVotes(votes)
    expect(bytesOf(shared.vote).equals(bytesOf(votes.vote))).toBe(true)
    expect(shared.vote.buffer).toBeInstanceOf(SharedArrayBuffer)
    expect(sharedVotes(votes)).toBe(shared)
    expect(sharedVotes(shared).vote).toBe(shared.vote)
  })

  test('closed, the calling thread does everything', async () => {
    const closed = openThreads(2)
    await closed.close()
    expect(closed.run(columnStats, votes, null)).toStrictEqual(singleThread.run(columnStats, votes, null))
  })
})
