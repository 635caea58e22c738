import { afterEach, expect, test } from 'vitest'
import type { Store } from '../../io/stores/index.ts'
import { id } from '../../kernel/index.ts'
import { type ListeningRecord, listeningOf } from '../../listen/index.ts'
import { sampleRecords } from '../sample/records.ts'
import { studies } from './studies.ts'
import { USUAL_NEGOTIATION } from './study-steps.ts'

const TOWN = id<'assembly'>('town')
const RECORDS: readonly ListeningRecord[] = sampleRecords().filter(
  (record) => !('participant' in record) || Number(/\d+/.exec(record.participant)?.[0]) <= 40,
)

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

/** Studies over votes that the test counts, with a clock that it turns. */
function studiesOf(reruns: number) {
  const world = { votes: 100, revision: 1, seconds: 0, read: [] as number[] }
  const store = {
    counts: async () => ({ votes: world.votes, participants: 0, statements: 0, revision: world.revision }),
    listening: async () => {
      world.read.push(world.revision)
      return listeningOf(RECORDS)
    },
  } as unknown as Store
  const all = studies({
    store,
    negotiation: () => ({ ...USUAL_NEGOTIATION, resamples: 2, reruns }),
    onFailure: ({ because }) => expect.fail(because),
    now: () => new Date(1000 * world.seconds),
  })
  open.push(all.close)
  return { world, all }
}

test('a study says how old it is, and how far the next one is; nobody waits for that', async () => {
  const { world, all } = studiesOf(0)
  await all.fresh(TOWN)
  Object.assign(world, { votes: 107, revision: 2, seconds: 61 })
  const studied = await all.of(TOWN)
  expect(studied).toMatchObject({
    kind: 'ready',
    drawn: { votes: 100, newVotes: 7, secondsAgo: 61, next: { says: 'Reading the answers' } },
  })
})

test('a study is given up where somebody waits for more than it will know', async () => {
  const { world, all } = studiesOf(1000)
  const first = await all.of(TOWN)
  expect(first.kind).toBe('counting')
  world.revision = 2
  const given = all.fresh(TOWN)
  world.revision = 3
  await Promise.all([given, all.fresh(TOWN)])
  expect(world.read[0]).toBe(1)
  expect(world.read.at(-1)).toBe(3)
  expect(await all.of(TOWN)).toMatchObject({ kind: 'ready', drawn: { next: null } })
})
