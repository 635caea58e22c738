import { describe, expect, test } from 'vitest'
import { mapOf } from '../map.ts'
import { groupsIn } from '../named.ts'
import type { OpinionMap } from '../opinion-map.ts'
import { type PlantedSize, type Population, planted } from '../planted.case.ts'
import { CONVERSATIONS, describeWithData, exported, LIVE, live } from '../polis/polis.case.ts'
import { adjustedRand } from './compare.ts'
import { USUAL } from './groups.ts'
import { FIRM } from './stability.ts'

/** What the rule of ADR 0014 lets through; the figures there are these with PARLEY_SEEDS=50. */
const SEEDS = Number(process.env.PARLEY_SEEDS ?? 5)
/** Fifty maps take a minute on a busy machine. */
const MINUTES = 300_000

function summary(map: OpinionMap): string {
  const { grouping } = map
  const { silhouettes, chanceSilhouette, reruns } = grouping.evidence
  const held =
    grouping.kind === 'groups'
      ? grouping.groups
          .map(
            ({ id, members, holds }) =>
              `${id} ${members} holds ${holds.estimate.toFixed(2)} (${holds.low.toFixed(2)}–${holds.high.toFixed(2)})`,
          )
          .join(', ')
      : grouping.because
  const unsure = map.people.filter(({ group, firmness }) => group !== null && firmness < FIRM).length
  return [
    `silhouettes ${silhouettes.map(({ k, silhouette }) => `${k}: ${silhouette.toFixed(3)}`).join(' ')}`,
    `chance ${chanceSilhouette?.toFixed(3)}`,
    `came back ${reruns.map(({ k, times }) => `${k}: ${times}`).join(' ')}`,
    `${grouping.kind}: ${held}`,
    `${unsure} not firm`,
  ].join('; ')
}

describe(`planted populations, ${SEEDS} of each`, () => {
  const HALF: PlantedSize = { people: 200, statements: 60, answered: 0.5 }
  const QUARTER: PlantedSize = { ...HALF, answered: 0.25 }

  test.each<[string, Population, PlantedSize, { readonly often: number; readonly agreement: number }]>([
    ['three groups', { kind: 'groups', shares: [0.5, 0.3, 0.2] }, HALF, { often: 0.9, agreement: 0.95 }],
    [
      'three groups, a quarter answered',
      { kind: 'groups', shares: [0.5, 0.3, 0.2] },
      QUARTER,
      { often: 0.8, agreement: 0.8 },
    ],
    ['two groups', { kind: 'groups', shares: [0.65, 0.35] }, HALF, { often: 0.9, agreement: 0.95 }],
  ])(
    '%s are found, with their members',
    (name, population, size, atLeast) => {
      const maps = Array.from({ length: SEEDS }, (_, seed) => {
        const { listening, truth } = planted(population, size, `${name}/${seed}`)
        const map = mapOf(listening, { ...USUAL, seed: 'planted', reruns: 20 })
        return { map, agreement: adjustedRand(groupsIn(map), truth) }
      })
      const found = maps.filter(({ map }) => map.grouping.kind === 'groups')
      const mean = found.reduce((sum, { agreement }) => sum + agreement, 0) / found.length
      console.log(`${name}: found in ${found.length} of ${SEEDS}, mean adjusted Rand ${mean.toFixed(3)}`)
      expect(found.length).toBeGreaterThanOrEqual(atLeast.often * SEEDS)
      expect(mean).toBeGreaterThan(atLeast.agreement)
    },
    MINUTES,
  )

  test.each<[string, Population, PlantedSize, number]>([
    ['a normal cloud', { kind: 'cloud' }, HALF, 0.06],
    ['independent random voters', { kind: 'random' }, HALF, 0.06],
    ['a continuum', { kind: 'line', steep: 4 }, HALF, 0.06],
    ['a continuum, a quarter answered', { kind: 'line', steep: 4 }, QUARTER, 0.06],
    ['a continuum that every statement cuts sharply', { kind: 'line', steep: 15 }, HALF, 0.5],
  ])(
    '%s: what is taken for groups',
    (name, population, size, atMost) => {
      const maps = Array.from({ length: SEEDS }, (_, seed) =>
        mapOf(planted(population, size, `${name}/${seed}`).listening, {
          ...USUAL,
          seed: 'planted',
          reruns: 5,
        }),
      )
      const claimed = maps.filter(({ grouping }) => grouping.kind === 'groups')
      console.log(`${name}: groups claimed in ${claimed.length} of ${SEEDS}`)
      expect(claimed.length).toBeLessThanOrEqual(Math.ceil(atMost * SEEDS))
    },
    MINUTES,
  )
})

describeWithData('real conversations', () => {
  const expected: Record<(typeof CONVERSATIONS)[number], number> = {
    'vtaiwan.uberx': 0,
    'american-assembly.bowling-green': 0,
    'ssis.land-bank-farmland.2rumnecbeh.2021-08-01': 0,
    'scoop-hivemind.taxes': 2,
    'bg2050-volunteers': 0,
    '15-per-hour-seattle': 0,
    'brexit-consensus': 0,
  }

  test.each(CONVERSATIONS)('%s', (name) => {
    const { listening, labels } = exported(name)
    const started = performance.now()
    const map = mapOf(listening)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const members = groupsIn(map)
    const agreement =
      members.size === 0
        ? ''
        : `; adjusted Rand to the exported groups ${adjustedRand(members, labels).toFixed(3)}`
    console.log(`${name} (${seconds} s): ${summary(map)}${agreement}`)
    expect(map.grouping.kind === 'groups' ? map.grouping.groups.length : 0).toBe(expected[name])
  })

  test.each(LIVE)('%s', (name) => {
    const { listening, labels } = live(name)
    const map = mapOf(listening)
    console.log(`${name}: ${summary(map)}; Polis published ${new Set(labels.values()).size} groups`)
    expect(map.people.length).toBeGreaterThan(0)
  })
})
