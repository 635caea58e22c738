import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { type Listening, type ListeningRecord, listeningOf } from '../../listen/index.ts'
import { mapOf } from '../../map/index.ts'
import { followers } from '../followers.ts'
import { sampleRecords } from '../sample/records.ts'
import { USUAL_NEGOTIATION } from './negotiation.ts'
import { studies } from './studies.ts'
import { mapOptions } from './study-steps.ts'

const TOWN = id<'assembly'>('town')
const RECORDS: readonly ListeningRecord[] = sampleRecords().filter(
  (record) => !('participant' in record) || Number(/\d+/.exec(record.participant)?.[0]) <= 40,
)

const open: (() => Promise<void>)[] = []
const failures: string[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
  expect(failures.splice(0)).toEqual([])
})

/** Studies of a town that the test speaks for, with a clock that it turns. */
function studiesOf(reruns: number) {
  const said = [...RECORDS]
  const world = { revision: 1, seconds: 0, reads: 0 }
  const { follow, tell } = followers()
  const negotiation = { ...USUAL_NEGOTIATION, resamples: 2, reruns }
  const heard = (): Listening => listeningOf(said)
  const all = studies({
    journal: {
      follow,
      store: {
        counts: async () => ({ votes: 0, participants: 0, statements: 0, revision: world.revision }),
        listening: async () => {
          world.reads++
          return heard()
        },
        charters: async () => [],
      } as never,
    },
    negotiation: () => negotiation,
    onFailure: ({ because }) => failures.push(because),
    now: () => new Date(1000 * world.seconds),
  })
  open.push(all.close)
  const tellOf = (records: readonly ListeningRecord[]): void => {
    const event = { type: 'said', assembly: TOWN, records } as const
    tell([{ position: ++world.revision, at: '', event }])
  }
  const say = (...records: readonly ListeningRecord[]): void => {
    said.push(...records)
    tellOf(records)
  }
  /** The store has it, and the thread cannot be told: no function can be sent. */
  const mumble = (record: ListeningRecord): void => {
    said.push(record)
    tellOf([Object.assign({ unsendable: () => undefined }, record)])
  }
  const erase = (): void => {
    said.splice(
      said.findLastIndex(({ type }) => type === 'vote'),
      1,
    )
    tell([{ position: ++world.revision, at: '', event: { type: 'erased', position: 0 } }])
  }
  return { world, all, say, mumble, erase, heard, expected: () => mapOf(heard(), mapOptions(negotiation)) }
}

const vote = (participant: string, says: 'agree' | 'disagree'): ListeningRecord => ({
  type: 'vote',
  participant: id(participant),
  statement: id('s01'),
  vote: says,
  at: null,
  shown: null,
})

/** Asks until the map knows everything. */
async function current({ map }: ReturnType<typeof studies>) {
  for (;;) {
    const studied = await map(TOWN)
    if (studied.kind === 'ready' && studied.drawn.newVotes === 0 && studied.drawn.next === null)
      return studied
    await wait(5)
  }
}

test('votes that come in are in the next map, which is that of all votes, to the last bit', async () => {
  const { world, all, say, erase, heard, expected } = studiesOf(0)
  await current(all)
  say(vote('p001', 'agree'), vote('newcomer', 'disagree'))
  world.seconds = 61
  say({ type: 'withdrawal', participant: id('p002'), statement: id('s01') })
  expect(await all.map(TOWN)).toMatchObject({
    drawn: { newVotes: 3, secondsAgo: 61, next: { says: expect.any(String) } },
  })
  const { study, drawn } = await current(all)
  expect(study.map).toStrictEqual(expected())
  expect({ ...study.listening }).toStrictEqual(heard())
  expect(drawn).toMatchObject({ waitedMilliseconds: 61_000, secondsAgo: 0 })
  expect(world.reads).toBe(1)
  erase()
  await all.fresh(TOWN)
  expect((await current(all)).study.map).toStrictEqual(expected())
  expect(world.reads).toBe(2)
})

test('what could not be heard is reported, and is on the next map, which begins anew with the store', async () => {
  const { world, all, mumble, expected } = studiesOf(0)
  await current(all)
  mumble(vote('newcomer', 'agree'))
  expect(failures.splice(0)).toEqual([expect.stringContaining('could not be cloned')])
  await all.fresh(TOWN)
  expect((await current(all)).study.map).toStrictEqual(expected())
  expect(world.reads).toBe(2)
})

test('a map is drawn again without being asked for, while somebody looked a short time ago', async () => {
  const { all, say } = studiesOf(0)
  await current(all)
  say(vote('newcomer', 'agree'))
  for (let tries = 0; all.ages()[0]?.newVotes !== 0 && tries < 1000; tries++) await wait(10)
  expect(all.ages()).toMatchObject([{ assembly: TOWN, newVotes: 0 }])
})

test('a study is given up where somebody waits for more than it will know', async () => {
  const { all, say, world } = studiesOf(1000)
  for (let said = ''; !said.startsWith('Drawing the map'); ) {
    const studied = await all.of(TOWN)
    if (studied.kind !== 'counting') return expect.fail(`it was ${studied.kind} too soon`)
    said = studied.says
  }
  say(vote('newcomer', 'agree'))
  const fresh = all.fresh(TOWN)
  while (all.ages().length === 0) await wait(1)
  // The first map that anybody sees is that of the second drawing.
  expect(all.ages()).toMatchObject([{ newVotes: 0 }])
  expect((await fresh).map.drawnFrom.participants).toBe(41)
  expect(world.reads).toBe(1)
})
