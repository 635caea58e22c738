import { describe, expect, test } from 'vitest'
import { checksOf } from './checks.ts'
import { USUAL } from './groups/groups.ts'
import { mapOf } from './map.ts'
import { planted } from './planted.case.ts'
import { matrixOf } from './votes/matrix.ts'

const SIZE = { people: 100, statements: 30, answered: 0.8 }
const OPTIONS = { ...USUAL, seed: 'checks', reruns: 10 }

const checked = (population: Parameters<typeof planted>[0]) => {
  const { listening } = planted(population, SIZE, 'checked')
  const map = mapOf(listening, OPTIONS)
  return { map, checks: checksOf({ matrix: matrixOf(listening), map, seed: 'checks' }) }
}

describe('what findings hang on', () => {
  test('with groups: every finding is listed at the map’s own number of groups, with votes that would end that', () => {
    const { map, checks } = checked({ kind: 'groups', shares: [0.6, 0.4] })
    const own = map.grouping.kind === 'groups' ? map.grouping.groups.length : 0
    expect(own).toBe(2)
    expect(checks.heldOut).toHaveLength(SIZE.statements)
    expect(checks.heldOut.filter(({ differs }) => differs).length).toBeGreaterThan(5)
    expect(checks.consensus.length).toBeGreaterThan(0)
    expect(checks.representative).toHaveLength(map.representative.length)
    for (const { byK, byMethod } of [...checks.consensus, ...checks.representative]) {
      expect(byMethod.map(({ method }) => method)).toEqual(['k-means', 'latent-class'])
      expect(byMethod[0]).toMatchObject({ groups: own, listed: true })
      expect(byK.map(({ k }) => k)).toEqual(map.grouping.evidence.silhouettes.map(({ k }) => k))
      expect(byK.find(({ k }) => k === own)?.listed).toBe(true)
    }
    for (const { flip, interval } of checks.consensus) {
      expect(flip.changed).toBeGreaterThan(0)
      expect(flip.added).toBeGreaterThanOrEqual(flip.changed)
      expect(interval.low).toBeLessThan(interval.high)
    }
  })

  test('without groups: nothing to differ and nobody to speak for; consensus is everybody’s', () => {
    const { map, checks } = checked({ kind: 'random' })
    expect(map.grouping.kind).toBe('no-stable-groups')
    expect(checks).toMatchObject({ heldOut: [], representative: [] })
    expect(checks.consensus.length).toBeGreaterThan(0)
    for (const { flip, interval, statement, direction } of checks.consensus) {
      expect(flip.group).toBeNull()
      expect(interval).toEqual(
        map.consensus.find((one) => one.statement === statement && one.direction === direction)?.interval,
      )
    }
  })
})
