import { expect, test } from 'vitest'
import type { OpinionMap } from '../../../map/index.ts'
import { groupLines } from './map-groups.ts'

const NOTHING = { silhouettes: [], reruns: [], chanceSilhouette: 1, tried: [] }
const latent = (asked: number | null, doubt: string | null): Pick<OpinionMap, 'grouping'> => ({
  grouping: {
    kind: 'groups',
    groups: [],
    evidence: {
      ...NOTHING,
      asked,
      latent: { classes: [], overPlace: { mean: 0, error: 0 }, toKMeans: null, doubt },
    },
  },
})

test('latent classes that were asked for say what speaks against them, and nothing where nothing does', () => {
  expect(groupLines(latent(3, 'two foretell as well'))).toContain(
    'you asked to see 3 groups; by its own rule the map would not show them: two foretell as well',
  )
  expect(groupLines(latent(3, null)).join()).not.toContain('asked')
})
