import { describe, expect, test } from 'vitest'
import { fromBase64, utf8 } from '../../kernel/index.ts'
import { verifyConsistency, verifyLedger, verifyReceipt } from '../../kernel/ledger/index.ts'
import { allOf, DIR, opened, sources, verdictOf, vote } from './ledger.case.ts'
import { ReadOnlyLedger } from './ledger.ts'
import { memoryDisk } from './memory-disk.case.ts'
import { openLedger } from './open-ledger.ts'

describe('a ledger', () => {
  test('gives back what was recorded, in order, after it was closed and opened', async () => {
    const { layer } = memoryDisk()
    const first = await opened(layer)
    expect(await first.append([vote('p1'), vote('p2', 'pass')])).toMatchObject([
      { index: 0, type: 'vote' },
      { index: 1, type: 'vote' },
    ])
    await first.close()
    const ledger = await opened(layer)
    expect(ledger.vkey).toBe(first.vkey)
    expect(ledger.recovery).toEqual({ cut: { ledger: 0, content: 0, keys: 0 }, signed: 0, erased: 0 })
    await ledger.append([{ type: 'switch.pressed', content: { by: 'é“', at: [1, 2.5, null, true] } }])
    const entries = await allOf(ledger)
    expect(entries.map(({ index, type }) => [index, type])).toEqual([
      [0, 'vote'],
      [1, 'vote'],
      [2, 'switch.pressed'],
    ])
    expect(entries[2]).toMatchObject({ kind: 'content', content: { by: 'é“', at: [1, 2.5, null, true] } })
    expect(entries[0]?.time).toMatch(/^2026-11-21T12:\d\d:\d\dZ$/)
    expect(await allOf(ledger, 2)).toEqual(entries.slice(2))
    expect(await allOf(ledger, 3)).toEqual([])
    expect(await verdictOf(layer, ledger.vkey)).toMatchObject({ kind: 'sound', entries: 3, key: 'given' })
  })

  test('orders what arrives at once by the order of the calls, and shares the syncs', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    const before = disk.calls()
    const appended = await Promise.all(Array.from({ length: 50 }, (_, at) => ledger.append([vote(`p${at}`)])))
    expect(appended.map(([entry]) => entry?.index)).toEqual(Array.from({ length: 50 }, (_, at) => at))
    expect(disk.calls() - before).toBe(12) // one commit: three writes and their syncs, and six calls to replace the checkpoint
    expect((await allOf(ledger)).map((entry) => entry.kind === 'content' && entry.content)).toEqual(
      Array.from({ length: 50 }, (_, at) => vote(`p${at}`).content),
    )
  })

  test('hands out receipts that hold, now and against a later export', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    for (let at = 0; at < 9; at++) await ledger.append([vote(`p${at}`)])
    const receipt = await ledger.receipt(4)
    await ledger.append([vote('late')])
    await ledger.export('/out.ledger')
    const exported = disk.contents('/out.ledger')
    expect(verifyReceipt(receipt, { vkey: ledger.vkey, ledger: exported })).toMatchObject({
      kind: 'sound',
      size: 9,
      ledger: 'same',
      receipt: { recorded: { content: vote('p4').content } },
    })
    await expect(ledger.receipt(10)).rejects.toThrow('entry 10 is asked for, the record holds 10')
  })

  test('exports one file that anyone can verify, whole or not at all', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    await ledger.export('/empty.ledger')
    await ledger.append([vote('p1'), vote('p2')])
    await ledger.export('/out.ledger')
    const judge = (path: string) =>
      verifyLedger(disk.contents(path) ?? utf8(''), { checkpoint: null, vkey: ledger.vkey })
    expect(judge('/empty.ledger')).toMatchObject({ kind: 'sound', entries: 0 })
    expect(judge('/out.ledger')).toMatchObject({ kind: 'sound', entries: 2 })
    disk.failAt(3, { kind: 'error', code: 'ENOSPC' })
    await expect(ledger.export('/out.ledger')).rejects.toThrow('ENOSPC')
    expect(judge('/out.ledger')).toMatchObject({ kind: 'sound', entries: 2 })
    expect(ledger.state()).toEqual({ kind: 'open' }) // what failed is the copy
  })

  test('proves to a witness that it only grew', async () => {
    const ledger = await opened(memoryDisk().layer)
    const heads = [ledger.checkpoint()]
    for (let at = 0; at < 12; at++) {
      await ledger.append([vote(`p${at}`)])
      heads.push(ledger.checkpoint())
    }
    const head = (size: number) => ({ size, root: fromBase64(heads[size]?.split('\n')[2] ?? '') ?? utf8('') })
    for (let from = 0; from <= 12; from++) {
      const proof = ledger.consistency(from).map((step) => fromBase64(step) ?? utf8(''))
      expect(verifyConsistency(head(from), head(12), proof)).toEqual({ kind: 'holds' })
    }
  })

  test('refuses what cannot be recorded and goes on', async () => {
    const ledger = await opened(memoryDisk().layer)
    await expect(ledger.append([{ type: 'A vote', content: 1 }])).rejects.toThrow('not the type of an event')
    await expect(ledger.append([{ type: 'erased', content: { index: 0 } }])).rejects.toThrow('by erasing')
    await expect(ledger.append([{ type: 'vote', content: Number.NaN }])).rejects.toThrow('NaN')
    await expect(ledger.append([{ type: 'vote', content: '\ud800' }])).rejects.toThrow('surrogate')
    // One event that cannot be recorded keeps the others of its call out.
    await expect(ledger.append([vote('p1'), { type: '', content: 1 }])).rejects.toThrow('type of an event')
    expect(await ledger.append([])).toEqual([])
    await ledger.append([vote('p2')])
    expect(ledger.size()).toBe(1)
    expect(ledger.state()).toEqual({ kind: 'open' })
  })

  test('refuses an origin that could not be signed for', async () => {
    const found = await openLedger(DIR, { ...sources, origin: 'two words', files: memoryDisk().layer })
    expect(found).toMatchObject({ kind: 'refused', problem: { place: 'the origin', found: '"two words"' } })
  })

  test('a closed ledger records nothing', async () => {
    const ledger = await opened(memoryDisk().layer)
    const last = ledger.append([vote('p1')])
    await ledger.close()
    expect(await last).toMatchObject([{ index: 0 }])
    await expect(ledger.append([vote('p2')])).rejects.toThrow('closed')
  })
})

describe('a disk that fails', () => {
  test.each([
    'EIO',
    'ENOSPC',
  ] as const)('with %s makes the ledger read-only, with one error for all', async (code) => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    await ledger.append([vote('p1')])
    disk.failAt(4, { kind: 'error', code })
    const [one, two] = await Promise.allSettled([ledger.append([vote('p2')]), ledger.append([vote('p3')])])
    const later = await ledger.append([vote('p4')]).catch((error: unknown) => error)
    expect(later).toBeInstanceOf(ReadOnlyLedger)
    expect([one, two]).toEqual([
      { status: 'rejected', reason: later },
      { status: 'rejected', reason: later },
    ])
    expect(ledger.state()).toEqual({
      kind: 'read-only',
      because: `the ledger is read-only since a write failed: ${code}: injected`,
    })
    await expect(ledger.erase(0)).rejects.toBe(later)
    // Reading goes on, and only what was acknowledged is read.
    expect(await allOf(ledger)).toMatchObject([{ content: vote('p1').content }])
    expect(ledger.size()).toBe(1)
  })
})
