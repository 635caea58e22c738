import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chance } from '../kernel/index.ts'
import { dawidSkene, evidence, type RaterModel } from './dawid-skene.ts'
import type { Ratings } from './ratings.ts'

const AS_PUBLISHED: RaterModel = { imagined: { right: 0, wrong: 0 }, slip: 0 }
const MODEST: RaterModel = { imagined: { right: 3.5, wrong: 0.75 }, slip: 0.1 }

/**
 * Dawid & Skene 1979, table 1: 45 patients judged fit for an anaesthetic on a scale of 1 to 4. The first observer
 * judged three times, four others once: `111 1 1 1 1`.
 */
const TABLE_1 = `
  111 1 1 1 1|333 4 3 3 4|112 2 1 2 2|222 3 1 2 1|222 3 2 2 2|222 3 3 2 2|122 2 1 1 1|333 3 4 3 3|222 2 2 2 3
  232 2 2 2 3|444 4 4 4 4|222 3 3 4 3|111 1 1 1 1|222 3 2 1 2|121 1 1 1 1|111 2 1 1 1|111 1 1 1 1|111 1 1 1 1
  222 2 2 2 1|222 1 3 2 2|222 2 2 2 2|222 2 2 2 1|222 3 2 2 2|221 2 2 2 2|111 1 1 1 1|111 1 1 1 1|232 2 2 2 2
  111 1 1 1 1|111 1 1 1 1|112 1 1 2 1|111 1 1 1 1|333 3 2 3 3|111 1 1 1 1|222 2 2 2 2|222 3 2 3 2|433 4 3 4 3
  221 2 2 3 2|232 3 2 3 3|333 3 4 3 2|111 1 1 1 1|111 1 1 1 1|121 2 1 1 1|232 2 2 2 2|121 1 1 1 1|222 2 2 2 2`
  .trim()
  .split(/[|\n]/)
  .map((patient) => patient.replaceAll(/\s/g, ''))

describe('the worked example of Dawid & Skene 1979', () => {
  const fit = dawidSkene(
    ratingsOf(
      TABLE_1.flatMap((answers, item) =>
        [...answers].map((said, at) => [item, Math.max(0, at - 2), +said - 1]),
      ),
    ),
    AS_PUBLISHED,
  )

  test('table 2: the share of each class', () => {
    expect([...fit.prevalence].map(hundredths)).toEqual([0.4, 0.42, 0.11, 0.07])
  })

  test('table 3: how the first observer errs', () => {
    const rows = [0, 1, 2, 3].map((truth) =>
      [...fit.confusion.slice(truth * 4, truth * 4 + 4)].map(hundredths),
    )
    expect(rows).toEqual([
      [0.89, 0.11, 0, 0],
      [0.07, 0.88, 0.05, 0],
      [0, 0.34, 0.66, 0],
      [0, 0, 0.56, 0.44],
    ])
  })

  test('table 4: the first patients', () => {
    const likeliest = [0, 1, 2, 3, 4, 5].map((i) =>
      [...fit.posterior.slice(i * 4, i * 4 + 4)].map(hundredths).indexOf(1),
    )
    expect(likeliest).toEqual([0, 3, 1, 1, 1, 1])
  })
})

describe('raters whose errors are known', () => {
  test('are found again from their answers alone', () => {
    const truths = [
      [0.9, 0.05, 0.05],
      [0.1, 0.7, 0.2],
      [0.02, 0.08, 0.9],
    ]
    const fit = dawidSkene(simulated({ items: 4000, raters: 5, rows: truths }), AS_PUBLISHED)
    for (let rater = 0; rater < 5; rater++)
      for (let cell = 0; cell < 9; cell++)
        expect(Math.abs(fit.confusion[rater * 9 + cell]! - truths.flat()[cell]!)).toBeLessThan(0.03)
  })
})

describe('properties', () => {
  const answers = fc.array(
    fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 3 }), fc.nat({ max: 2 })) as fc.Arbitrary<
      [number, number, number]
    >,
    { minLength: 1, maxLength: 40 },
  )

  test.each([AS_PUBLISHED, MODEST])('every pass climbs: %o', (model) => {
    fc.assert(
      fc.property(answers, (given) => {
        const { climb } = dawidSkene(ratingsOf(given, 3), model)
        return climb.every((height, at) => at === 0 || height >= climb[at - 1]! - 1e-9)
      }),
    )
  })

  test.each([AS_PUBLISHED, MODEST])('probabilities sum to 1: %o', (model) => {
    fc.assert(
      fc.property(answers, (given) => {
        const { posterior, confusion } = dawidSkene(ratingsOf(given, 3), model)
        return sumsToOne(posterior) && sumsToOne(confusion)
      }),
    )
  })

  test('a slip caps what one answer can prove', () => {
    const one = ratingsOf([[0, 0, 1]], 3)
    const { confusion } = dawidSkene(one, { ...MODEST, imagined: { right: 1e9, wrong: 1e-9 } })
    expect(evidence(one, confusion)[1]).toBeCloseTo(1 - (2 / 3) * MODEST.slip, 6)
  })

  test('evidence does not lean on how common a class is', () => {
    const common = Array.from({ length: 50 }, (_, item) => [item, 0, 0])
    const split = [
      [50, 0, 0],
      [50, 1, 1],
    ]
    const ratings = ratingsOf([...common, ...common.map(([item]) => [item!, 1, 0]), ...split], 3)
    const { posterior, confusion } = dawidSkene(ratings, MODEST)
    expect(posterior[150]).toBeGreaterThan(0.9)
    expect(evidence(ratings, confusion)[150]).toBeLessThan(0.6)
  })
})

function ratingsOf(answers: readonly (readonly number[])[], classes = 4): Ratings {
  const column = (at: number) => answers.map((answer) => answer[at] ?? 0)
  return {
    items: Math.max(...column(0)) + 1,
    raters: Math.max(...column(1)) + 1,
    classes,
    item: Uint32Array.from(column(0)),
    rater: Uint32Array.from(column(1)),
    said: Uint8Array.from(column(2)),
    weight: new Float64Array(answers.length).fill(1),
  }
}

function simulated({ items, raters, rows }: { items: number; raters: number; rows: number[][] }): Ratings {
  const stream = chance('dawid-skene')
  const answers: number[][] = []
  for (let item = 0; item < items; item++) {
    const row = rows[stream.below(rows.length)]!
    for (let rater = 0; rater < raters; rater++) {
      const draw = stream.uniform()
      answers.push([item, rater, draw < row[0]! ? 0 : draw < row[0]! + row[1]! ? 1 : 2])
    }
  }
  return ratingsOf(answers, 3)
}

const hundredths = (x: number) => Math.round(x * 100) / 100
const sumsToOne = (values: Float64Array) =>
  Array.from(
    { length: values.length / 3 },
    (_, i) => values[i * 3]! + values[i * 3 + 1]! + values[i * 3 + 2]!,
  ).every((sum) => Math.abs(sum - 1) < 1e-9)
