import { randomBytes } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openHouse } from '../../src/app/house.ts'
import { type Journal, openJournal } from '../../src/app/journal.ts'
import { openLedger } from '../../src/io/ledger/index.ts'
import { pgliteStore } from '../../src/io/stores/index.ts'
import { id, type Parsed } from '../../src/kernel/index.ts'
import { verifyReceipt } from '../../src/kernel/ledger/index.ts'
import type { ListeningRecord } from '../../src/listen/index.ts'
import { scratch } from '../parley.ts'
import { postgresPrograms, startPostgres } from '../postgres.ts'

const TOWN = id<'assembly'>('town')
const statement = (name: string): ListeningRecord => ({
  type: 'statement',
  id: id(name),
  text: `statement ${name}`,
  language: 'en',
  author: null,
  origin: 'seed',
  written: null,
  subject: 'value',
  moderation: 'shown',
})
const vote = (participant: string, about: string): ListeningRecord => ({
  type: 'vote',
  participant: id(participant),
  statement: id(about),
  vote: 'agree',
  at: null,
  shown: null,
})
const said = (...records: readonly ListeningRecord[]) => ({ type: 'said' as const, assembly: TOWN, records })
const opening = said(
  { type: 'assembly', id: TOWN, question: '?', description: '', source: 'test', synthetic: true },
  statement('1'),
  statement('2'),
)

const value = <T>(outcome: Parsed<T>): T => {
  if (outcome.kind === 'refused') throw new Error(outcome.problem.found)
  return outcome.value
}

let directory: ReturnType<typeof scratch>
let open: Journal[]
let rebuilt: string[]
const house = async (name = 'data', databaseUrl: string | null = null) => {
  const journal = value(
    await openHouse({
      directory: join(directory.path, name),
      databaseUrl,
      onReplay: () => undefined,
      onRebuild: (line) => rebuilt.push(line),
    }),
  )
  open.push(journal)
  return journal
}
const closed = async (journal: Journal) => {
  open = open.filter((one) => one !== journal)
  await journal.close()
}

beforeEach(() => {
  directory = scratch()
  open = []
  rebuilt = []
})
afterEach(async () => {
  for (const journal of open) await journal.close()
  directory.remove()
})

describe('a data directory', () => {
  test('gives back what was committed, after it was closed and opened again', async () => {
    const first = await house()
    await first.commit([opening, said(vote('p1', '1'))])
    const before = await first.store.listening(TOWN)
    await closed(first)
    const second = await house()
    expect(await second.store.listening(TOWN)).toEqual(before)
    expect(before?.votes).toHaveLength(1)
  })

  test('keeps sentences longer than an index takes, and the last word on each', async () => {
    const first = await house()
    const note = (count: number): ListeningRecord => ({
      type: 'note',
      kind: 'column-missing',
      count,
      says: randomBytes(9000).toString('hex').slice(0, 5) + 'x'.repeat(18_000),
    })
    const one = note(1)
    await first.commit([opening, said(one, note(2)), said({ ...one, count: 3 } as ListeningRecord)])
    expect((await first.store.listening(TOWN))?.notes.map(({ count }) => count).sort()).toEqual([2, 3])
  })

  test('builds its database again from the record when it is lost', async () => {
    const first = await house()
    await first.commit([opening, said(vote('p1', '1')), said(vote('p2', '2'))])
    const before = await first.store.listening(TOWN)
    await closed(first)
    rmSync(join(directory.path, 'data/database'), { recursive: true })
    expect(await (await house()).store.listening(TOWN)).toEqual(before)
  })

  test('puts a database that cannot be opened aside, and builds another', async () => {
    const first = await house()
    await first.commit([opening, said(vote('p1', '1'))])
    await closed(first)
    writeFileSync(join(directory.path, 'data/database/PG_VERSION'), 'nonsense')
    const second = await house()
    expect((await second.store.listening(TOWN))?.votes).toHaveLength(1)
    expect(rebuilt).toEqual([expect.stringContaining('made again from the record')])
    expect(
      readdirSync(join(directory.path, 'data')).some((name) => name.startsWith('database.broken-')),
    ).toBe(true)
  })

  test('is one process’s at a time, and says whose in one line', async () => {
    await house()
    const second = await openHouse({
      directory: join(directory.path, 'data'),
      databaseUrl: null,
      onReplay: () => undefined,
      onRebuild: () => undefined,
    })
    expect(second).toMatchObject({
      kind: 'refused',
      problem: { found: expect.stringContaining(`process ${process.pid}`) },
    })
  })

  test('refuses a record in which a byte was changed, and says where', async () => {
    const first = await house()
    await first.commit([opening, said(vote('p1', '1'))])
    await closed(first)
    const file = join(directory.path, 'data/record/events.ledger')
    const lines = readFileSync(file, 'utf8').split('\n')
    lines[2] = (lines[2] ?? '').replace(/"time":"2/, '"time":"3')
    writeFileSync(file, lines.join('\n'))
    const again = await openHouse({
      directory: join(directory.path, 'data'),
      databaseUrl: null,
      onReplay: () => undefined,
      onRebuild: () => undefined,
    })
    expect(again).toMatchObject({ kind: 'refused', problem: { place: expect.stringMatching(/line 3/) } })
  })

  test('forgets what a database knows beyond a record that was put back', async () => {
    const first = await house()
    await first.commit([opening])
    await closed(first)
    cpSync(join(directory.path, 'data/record'), join(directory.path, 'backup'), { recursive: true })
    const second = await house()
    await second.commit([said(vote('p1', '1')), said(vote('p2', '1'))])
    await closed(second)
    rmSync(join(directory.path, 'data/record'), { recursive: true })
    cpSync(join(directory.path, 'backup'), join(directory.path, 'data/record'), { recursive: true })
    const third = await house()
    expect((await third.store.listening(TOWN))?.votes).toEqual([])
    await third.commit([said(vote('p3', '1'))])
    expect((await third.store.listening(TOWN))?.votes.map(({ participant }) => participant)).toEqual(['p3'])
  })
})

describe('committing', () => {
  test('keeps the order of the record under many at once', async () => {
    const journal = await house()
    await journal.commit([opening])
    const all = Array.from({ length: 200 }, (_, at) =>
      journal.commit([said(vote(`p${at % 20}`, at % 2 === 0 ? '1' : '2'))]),
    )
    const places = (await Promise.all(all)).flat().map(({ index }) => index)
    expect(places).toEqual(Array.from({ length: 200 }, (_, at) => at + 1))
    expect(await journal.store.position()).toBe(201)
    expect((await journal.store.listening(TOWN))?.votes).toHaveLength(20)
  })

  test('writes nothing that it could not read again', async () => {
    const journal = await house()
    await journal.commit([opening])
    const broken = { ...said(vote('p1', '1')), records: [{ ...vote('p1', '1'), vote: 'nonsense' }] } as never
    await expect(journal.commit([broken])).rejects.toThrow()
    expect(journal.ledger.size()).toBe(1)
    await journal.commit([said(vote('p2', '1'))])
  })

  test('acknowledges nothing that the database refused, until a restart has caught up', async () => {
    const ledger = value(
      await openLedger(join(directory.path, 'alone'), {
        origin: 'test/record',
        now: () => new Date(),
        random: (bytes) => new Uint8Array(randomBytes(bytes)),
      }),
    )
    const store = await pgliteStore(join(directory.path, 'folded'))
    let refusing = false
    const fragile = {
      ...store,
      apply: async (entries: Parameters<typeof store.apply>[0]) => {
        if (refusing) throw new Error('the disk is full')
        await store.apply(entries)
      },
    }
    const journal = value(await openJournal(ledger, fragile, () => undefined))
    await journal.commit([opening])
    expect(journal.isTaking()).toBe(true)
    refusing = true
    const lost = await Promise.allSettled([
      journal.commit([said(vote('p1', '1'))]),
      journal.commit([said(vote('p2', '1'))]),
    ])
    expect(lost.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    refusing = false
    expect(journal.isTaking()).toBe(false)
    await expect(journal.commit([said(vote('p3', '1'))])).rejects.toThrow('the disk is full')
    const again = value(await openJournal(ledger, store, () => undefined))
    expect((await store.listening(TOWN))?.votes).toHaveLength(2)
    await again.commit([said(vote('p3', '1'))])
    await again.close()
  })

  test('acknowledges also what somebody who follows failed to hear', async () => {
    const journal = await house()
    const missed: number[] = []
    journal.follow({
      hear: () => {
        throw new Error('too loud')
      },
      missed: (entries) => missed.push(...entries.map(({ position }) => position)),
    })
    await journal.commit([opening])
    await journal.commit([said(vote('p1', '1'))])
    expect(missed).toEqual([0, 1])
    expect((await journal.store.listening(TOWN))?.votes).toHaveLength(1)
  })

  test('gives a receipt that checks, and keeps checking after its words are erased', async () => {
    const journal = await house()
    await journal.commit([opening])
    const [mine] = await journal.commit([said(vote('p1', '1'))])
    const trust = { vkey: journal.ledger.vkey, ledger: null }
    expect(verifyReceipt(await journal.ledger.receipt(mine?.index ?? 0), trust)).toMatchObject({
      kind: 'sound',
    })
    await journal.erase(await journal.store.saidBy(TOWN, id('p1')))
    expect((await journal.store.listening(TOWN))?.votes).toEqual([])
    expect(verifyReceipt(await journal.ledger.receipt(mine?.index ?? 0), trust)).toMatchObject({
      kind: 'sound',
    })
    await closed(journal)
    expect((await (await house()).store.listening(TOWN))?.votes).toEqual([])
  })
})

const programs = postgresPrograms()
if (programs === null)
  console.log('skipped: data directories on PostgreSQL, because no PostgreSQL 15 or later is installed')

describe.skipIf(programs === null)('a data directory on PostgreSQL', () => {
  test('is filled from the record, and is not shared with another record', async () => {
    const server = await startPostgres(programs ?? '')
    try {
      const first = await house('one')
      await first.commit([opening, said(vote('p1', '1'))])
      await closed(first)
      const second = await house('one', server.url)
      expect((await second.store.listening(TOWN))?.votes).toHaveLength(1)
      await closed(second)
      const other = await openHouse({
        directory: join(directory.path, 'two'),
        databaseUrl: server.url,
        onReplay: () => undefined,
        onRebuild: () => undefined,
      })
      expect(other).toMatchObject({ kind: 'refused', problem: { place: 'the database' } })
    } finally {
      for (const journal of open) await closed(journal)
      await server.stop()
    }
  })
})
