import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance, type GroupId, id } from '../../kernel/index.ts'
import { polisListening } from '../../listen/index.ts'
import type { Votes } from '../votes/matrix.ts'
import { dealer } from './dealt.ts'
import { gapsIn, gapTest } from './gaps.ts'
import { labelEvidence } from './label-evidence.ts'
import { mendedLabels } from './moved-labels.ts'
import { nearestCentre } from './nearest-centre.ts'
import { filesOf, partsIn, town } from './published.case.ts'
import { labelledIn } from './published.ts'

/** Random answers of some people to six statements. */
const randomVotes = fc
  .array(fc.array(fc.constantFrom(-1, 0, 1, null), { minLength: 6, maxLength: 6 }), {
    minLength: 2,
    maxLength: 30,
  })
  .map((rows): Votes => {
    const answers = rows.map((row) =>
      row.flatMap((vote, column) => (vote === null ? [] : [[column, vote] as const])),
    )
    const rowStart = new Uint32Array(rows.length + 1)
    answers.forEach((own, row) => {
      rowStart[row + 1] = rowStart[row]! + own.length
    })
    const cells = answers.flat()
    return {
      people: rows.length,
      columns: 6,
      rowStart,
      statement: Uint16Array.from(cells, ([column]) => column),
      vote: Int8Array.from(cells, ([, vote]) => vote),
    }
  })

describe('gaps between groups', () => {
  test('are the between-group share of all squares, counted the long way', () => {
    fc.assert(
      fc.property(randomVotes, fc.infiniteStream(fc.nat(2)), (votes, draws) => {
        const labels = Uint8Array.from({ length: votes.people }, () => draws.next().value as number)
        const gaps = gapsIn(votes, 3)(labels)
        expect(gaps).toBeCloseTo(theLongWay(votes, labels), 10)
        expect(gaps).toBeGreaterThanOrEqual(-1e-12)
        expect(gaps).toBeLessThanOrEqual(1 + 1e-12)
      }),
      { numRuns: 200 },
    )
  })

  test('pass for real no more often than their p says, where labels are dealt out by chance', () => {
    const { stood, membership } = labelledIn(...read(60))
    const deal = chance('null')
    const labels = [...membership.labels]
    const ps = Array.from(
      { length: 300 },
      () =>
        gapTest(stood.matrix, Uint8Array.from(deal.shuffled(labels)), { k: 2, deals: 19, random: deal }).p,
    )
    // Exactly 5 % and 50 % expected; three standard errors of 300 draws.
    expect(ps.filter((p) => p <= 0.05).length).toBeLessThanOrEqual(15 + 12)
    expect(ps.filter((p) => p <= 0.5).length).toBeGreaterThan(150 - 26)
    expect(ps.filter((p) => p <= 0.5).length).toBeLessThan(150 + 26)
  })
})

test('labels are dealt out among people who answered about equally often', () => {
  fc.assert(
    fc.property(randomVotes, (votes) => {
      const labels = Uint8Array.from({ length: votes.people }, (_, row) => row)
      const dealt = dealer(votes)(labels, chance('deal'))
      expect([...dealt].sort()).toEqual([...labels].sort())
    }),
  )
  // Twenty people with one answer, twenty with two: none of the first twenty gets a label of the others.
  const rowStart = Uint32Array.from({ length: 41 }, (_, row) => (row <= 20 ? row : 20 + 2 * (row - 20)))
  const votes = { people: 40, columns: 2, rowStart, statement: new Uint16Array(60), vote: new Int8Array(60) }
  const labels = Uint8Array.from({ length: 40 }, (_, row) => Number(row >= 20))
  expect(dealer(votes)(labels, chance('deal'))).toEqual(labels)
})

describe('the nearest centre', () => {
  test('changes with nothing but the names of the labels', () => {
    const points = Float64Array.from({ length: 40 }, (_, at) => Math.sin(at * at))
    const labels = Uint8Array.from({ length: 20 }, (_, at) => at % 3)
    const other = labels.map((label) => 2 - label)
    const [a, b] = [nearestCentre(points, labels, 3), nearestCentre(points, other, 3)]
    expect([b.own, b.byChance, [...b.nearest]]).toEqual([
      a.own,
      a.byChance,
      [...a.nearest].map((near) => 2 - near),
    ])
  })

  test('is never that of a label that nobody has', () => {
    expect(nearestCentre(Float64Array.of(0, 0, 5, 5), Uint8Array.of(0, 2), 3)).toMatchObject({
      own: 2,
      byChance: 0.5,
    })
  })
})

describe('the verdict', () => {
  test('rests on bounds: κ of 20 labels that all fit leaves up to .28 astray, so twenty are too few', () => {
    const { stood, membership } = labelledIn(...read(20))
    const evidence = labelEvidence(stood, membership, { seed: 's' })
    expect(evidence?.own).toMatchObject({ estimate: 1, n: 20, level: 0.9 })
    // 1 − .05^(1/20) of 1 − Σ p² = 1 − (.4² + .6²), both exact.
    expect(evidence?.astray.high).toBeCloseTo((1 - 0.05 ** (1 / 20)) / 0.48, 10)
    expect(evidence?.verdict).toBe('unknown')
  })

  test('is unknown where one place holds everybody', () => {
    const { stood, membership } = labelledIn(...read(20))
    const nowhere = { ...stood, positions: stood.positions.map(() => 0) }
    expect(labelEvidence(nowhere, membership, { seed: 's' })).toMatchObject({
      verdict: 'unknown',
      rand: null,
    })
  })
})

test('every slip that is undone gives each label to one person, and undoing it twice is another slip', () => {
  const rows = ['1', '2', '10', '11', '3'].map(
    (person, at) => [id<'participant'>(person), at === 1 ? null : group(at)] as const,
  )
  for (const { groupOf } of mendedLabels(rows))
    expect([...groupOf.values()].sort()).toEqual(['0', '2', '3', '4'])
})

const group = (at: number): GroupId => id(`${at}`)

function read(people: number): Parameters<typeof labelledIn> {
  const parts = partsIn(filesOf(town(people)))
  return [parts, polisListening(parts, { assembly: null })]
}

function theLongWay({ people, columns, rowStart, statement, vote }: Votes, labels: Uint8Array): number {
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  const answers = Array.from({ length: people }, (_, row) =>
    Array.from({ length: rowStart[row + 1]! - rowStart[row]! }, (_, i) => rowStart[row]! + i).map((at) => ({
      column: statement[at]!,
      vote: vote[at]!,
      label: labels[row]!,
    })),
  ).flat()
  let [between, all] = [0, 0]
  for (let column = 0; column < columns; column++) {
    const own = answers.filter((answer) => answer.column === column)
    const middle = mean(own.map((answer) => answer.vote))
    for (const { vote: one, label } of own) {
      all += (one - middle) ** 2
      between +=
        (mean(own.filter((answer) => answer.label === label).map((answer) => answer.vote)) - middle) ** 2
    }
  }
  return all === 0 ? 0 : between / all
}
