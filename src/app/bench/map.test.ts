import { expect, test } from 'vitest'
import { singleThread } from '../../map/index.ts'
import { naiveMap } from './naive-map.ts'
import { plantedVotes } from './planted-votes.ts'
import { timedMap } from './timed-map.ts'

const votes = plantedVotes({ people: 150, statements: 60 }, 'test')

test('every stage of a map takes some of its time', () => {
  const start = performance.now()
  const stages = Object.values(timedMap(votes, singleThread))
  expect(Math.min(...stages)).toBeGreaterThan(0)
  expect(stages.reduce((sum, seconds) => sum + seconds, 0)).toBeLessThanOrEqual(
    (performance.now() - start) / 1000,
  )
})

test('the naive map comes to an end', () => {
  expect(naiveMap(votes)).toBeGreaterThan(0)
})
