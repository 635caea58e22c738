import { expect, test } from 'vitest'
import type { LatentEvidence, OpinionMap } from '../../../map/index.ts'
import { groupLines } from './map-groups.ts'

const NOTHING = { silhouettes: [], reruns: [], chanceSilhouette: 1, tried: [] }
const NO_CLASSES: LatentEvidence = {
  classes: [],
  overPlace: { mean: 0, error: 0 },
  toKMeans: null,
  doubt: null,
}
const latent = (asked: number | null, evidence: Partial<LatentEvidence>): Pick<OpinionMap, 'grouping'> => ({
  grouping: {
    kind: 'groups',
    groups: [],
    evidence: { ...NOTHING, asked, latent: { ...NO_CLASSES, ...evidence } },
  },
})

test('latent classes that were asked for say what speaks against them, and nothing where nothing does', () => {
  expect(groupLines(latent(3, { doubt: 'two foretell as well' }))).toContain(
    'you asked to see 3 groups; by its own rule the map would not show them: two foretell as well',
  )
  expect(groupLines(latent(3, {})).join()).not.toContain('asked')
})

test('latent classes say what they foretell, and how far groups on the map agree; nothing where none were tried', () => {
  const classes = [{ k: 2, foretold: Math.log(0.5), behind: 0, error: 0 }]
  const overPlace = { mean: 1.5, error: 0.2 }
  expect(groupLines(latent(null, { classes, overPlace, toKMeans: 0.8 }))).toEqual([
    'grouped by how people vote; a tenth of the votes was held back, and foretold by so many groups',
    '  2: the vote that was cast had been given a chance of 50.00 % (geometric mean), 1.0000 ± 0.0000 times that of the best',
    'these groups foretell a person’s votes by 1.500 ± 0.200 more than places on the map do',
    'as many groups by where people stand agree to 0.80, where 1 is the same and 0 is chance',
  ])
  expect(groupLines(latent(null, {}))).toEqual([])
})
