import { describe, expect, test } from 'vitest'
import { type Population, planted } from '../planted.case.ts'
import { placedRows, planeOf, positionsOf } from '../space/space.ts'
import { matrixOf } from '../votes/matrix.ts'
import { divisionOf } from './division.ts'
import { type Drawn, pointsOf, rerunOf } from './reruns.ts'

function drawn(population: Population, people: number) {
  const { listening } = planted(population, { people, statements: 30, answered: 0.7 }, 'reruns')
  const matrix = matrixOf(listening)
  const plane = planeOf(matrix)
  const rows = placedRows(matrix)
  const { best } = divisionOf(pointsOf(positionsOf(matrix, plane), rows), 'reruns')
  return { matrix, drawn: { plane, rows, partition: best! } satisfies Drawn }
}

const share = (flags: Uint8Array) => flags.reduce((sum, flag) => sum + flag, 0) / flags.length

describe('a map drawn again', () => {
  test('leaves out a tenth, and finds clear groups again, member by member', () => {
    const { matrix, drawn: first } = drawn({ kind: 'groups', shares: [0.5, 0.3, 0.2] }, 100)
    const run = rerunOf(matrix, first, 'seed')
    expect(run.k).toBe(3)
    expect(run.jaccards).toEqual([1, 1, 1])
    expect(share(run.present)).toBe(0.9)
    expect(run.kept).toEqual(run.present)
  })

  test('another seed leaves out others, the same seed the same', () => {
    const { matrix, drawn: first } = drawn({ kind: 'groups', shares: [0.6, 0.4] }, 60)
    expect(rerunOf(matrix, first, 'a')).toEqual(rerunOf(matrix, first, 'a'))
    expect(rerunOf(matrix, first, 'a').present).not.toEqual(rerunOf(matrix, first, 'b').present)
  })

  test('divisions of people without groups come apart', () => {
    const { matrix, drawn: first } = drawn({ kind: 'random' }, 60)
    const runs = Array.from({ length: 20 }, (_, at) => rerunOf(matrix, first, `seed/${at}`))
    const jaccards = runs.flatMap((run) => run.jaccards)
    expect(jaccards.reduce((sum, jaccard) => sum + jaccard, 0) / jaccards.length).toBeLessThan(0.8)
    for (const { present, kept } of runs) expect(share(kept)).toBeLessThan(share(present))
  })

  test('Jaccard: of the remaining people in either, how many are in both', () => {
    // A division that puts the first three of six people together, where the votes divide them three and three
    // the other way round: what remains shares one person of five, or two of four.
    const { matrix, drawn: first } = drawn({ kind: 'groups', shares: [0.5, 0.5] }, 20)
    const truth = first.partition.labels
    const wrong = truth.map((label, at) => (at < 5 ? 1 - label : label))
    const { jaccards, present, kept } = rerunOf(
      matrix,
      { ...first, partition: { ...first.partition, labels: wrong } },
      's',
    )
    const count = (flag: (at: number) => boolean) =>
      [...truth.keys()].filter((at) => present[at] === 1 && flag(at)).length
    const expected = [0, 1].map((group) =>
      Math.max(
        ...[0, 1].map(
          (other) =>
            count((at) => wrong[at] === group && truth[at] === other) /
            count((at) => wrong[at] === group || truth[at] === other),
        ),
      ),
    )
    expect(jaccards).toEqual(expected)
    expect(Math.max(...expected)).toBeLessThan(1)
    // The moved people do not end up in the group that took the place of theirs.
    expect([...kept]).toEqual(
      Array.from(wrong, (label, at) => Number(present[at] === 1 && label === truth[at])),
    )
  })

  test('when too few remain to divide, nothing is kept', () => {
    const { matrix, drawn: first } = drawn({ kind: 'groups', shares: [0.5, 0.5] }, 20)
    const alone = {
      ...first,
      partition: { ...first.partition, k: 2, labels: new Uint8Array(20).fill(0, 0, 19).fill(1, 19) },
    }
    const run = rerunOf({ ...matrix, vote: new Int8Array(matrix.vote.length) }, alone, 'seed')
    expect({ k: run.k, jaccards: run.jaccards, kept: share(run.kept) }).toEqual({
      k: 1,
      jaccards: [0, 0],
      kept: 0,
    })
  })
})
