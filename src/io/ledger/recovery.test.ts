import { describe, expect, test } from 'vitest'
import { type Bytes, utf8 } from '../../kernel/index.ts'
import { allOf, DIR, ORIGIN, opened, refusal, sources, verdictOf, vote } from './ledger.case.ts'
import { type MemoryDisk, memoryDisk } from './memory-disk.case.ts'
import { openLedger } from './open-ledger.ts'
import { SLOT_BYTES } from './slots.ts'

const LEDGER = `${DIR}/events.ledger`
const CHECKPOINT = `${DIR}/events.checkpoint`
const CONTENT = `${DIR}/content.jsonl`
const KEYS = `${DIR}/keys.bin`
const SECRET = `${DIR}/ledger.key`

const bytesOf = (disk: MemoryDisk, path: string): Bytes => disk.contents(path) ?? utf8('')
const joined = (...parts: readonly Bytes[]): Bytes => new Uint8Array(Buffer.concat(parts))

/** A closed directory of six entries, with its checkpoint of four beside it. */
async function sixEntries(): Promise<{ readonly files: ReadonlyMap<string, Bytes>; readonly older: Bytes }> {
  const disk = memoryDisk()
  const ledger = await opened(disk.layer)
  for (let at = 0; at < 4; at++) await ledger.append([vote(`p${at}`)])
  const older = bytesOf(disk, CHECKPOINT)
  for (let at = 4; at < 6; at++) await ledger.append([vote(`p${at}`)])
  await ledger.close()
  const paths = [LEDGER, CHECKPOINT, CONTENT, KEYS, SECRET]
  return { files: new Map(paths.map((path) => [path, bytesOf(disk, path)])), older }
}

const SIX = await sixEntries()

/** A disk with those files, some of them changed; null takes one away. */
function diskWith(changes: Readonly<Record<string, Bytes | null>>): MemoryDisk {
  const disk = memoryDisk()
  for (const [path, bytes] of SIX.files)
    disk.overwrite(path, changes[path] === undefined ? bytes : changes[path])
  return disk
}

const six = (path: string): Bytes => SIX.files.get(path) ?? utf8('')
/** Where line n of a file begins; the first is line 1. */
function lineStart(bytes: Bytes, number: number): number {
  let at = 0
  for (let line = 1; line < number; line++) at = bytes.indexOf(0x0a, at) + 1
  return at
}

describe('a torn end that was never acknowledged', () => {
  const record = six(LEDGER)
  const start = lineStart(record, 6)

  test('a record cut at every byte after its checkpoint opens with the whole entries, and goes on', async () => {
    for (let length = start; length <= record.length; length++) {
      const disk = diskWith({ [CHECKPOINT]: SIX.older, [LEDGER]: record.slice(0, length) })
      const ledger = await opened(disk.layer)
      const whole = record.slice(start, length).filter((byte) => byte === 0x0a).length
      const torn = length - lineStart(record, 6 + whole)
      expect(ledger.recovery.cut.ledger, `cut at ${length}`).toBe(torn)
      expect(ledger.recovery.signed).toBe(whole)
      expect(ledger.size()).toBe(4 + whole)
      expect(await ledger.append([vote('next')])).toMatchObject([{ index: 4 + whole }])
      expect(await verdictOf(disk.layer, ledger.vkey)).toMatchObject({ kind: 'sound', entries: 5 + whole })
      expect((await allOf(ledger)).at(-1)).toMatchObject({ content: vote('next').content })
    }
  })

  test('content and keys beyond the record are cut and counted', async () => {
    for (const [content, keys] of [
      [1, 0],
      [0, 1],
      [40, 63],
      [200, 64],
      [7, 130],
    ] as const) {
      const disk = diskWith({
        [CONTENT]: joined(
          six(CONTENT),
          utf8('x'.repeat(content - 1 > 0 ? content - 1 : 0)),
          utf8(content > 0 ? '\n' : ''),
        ),
        [KEYS]: joined(six(KEYS), new Uint8Array(keys)),
      })
      const ledger = await opened(disk.layer)
      expect(ledger.recovery.cut).toEqual({ ledger: 0, content, keys })
      await ledger.append([vote('next')])
      expect((await allOf(ledger)).length).toBe(7)
      expect(bytesOf(disk, KEYS).length).toBe(7 * SLOT_BYTES)
    }
  })

  test('a stretch that reads as zeros, with whole lines after it, is torn as well', async () => {
    const holed = record.slice()
    holed.fill(0, start + 30, start + 60)
    const ledger = await opened(diskWith({ [CHECKPOINT]: SIX.older, [LEDGER]: holed }).layer)
    expect(ledger.size()).toBe(4)
    expect(ledger.recovery.cut.ledger).toBe(record.length - start)
  })
})

describe('what does not belong together is refused, with its place, and left as it is', () => {
  const record = six(LEDGER)
  const whole = (text: string): Bytes => utf8(text)
  const withByte = (bytes: Bytes, at: number): Bytes =>
    bytes.map((byte, where) => (where === at ? byte ^ 1 : byte))
  const start = lineStart(record, 6)

  test.each<[string, Readonly<Record<string, Bytes | null>>, string]>([
    [
      'a record shorter than its checkpoint',
      { [LEDGER]: record.slice(0, start) },
      'events.ledger, line 6: found the end',
    ],
    [
      'a signed line cut in half',
      { [LEDGER]: record.slice(0, start + 40) },
      'events.ledger, line 6: found the line is cut',
    ],
    ['a changed entry', { [LEDGER]: withByte(record, lineStart(record, 3) + 20) }, 'events.ledger, line 3'],
    [
      'an unsigned line that is no entry',
      { [CHECKPOINT]: SIX.older, [LEDGER]: joined(record.slice(0, start), whole('hello\n')) },
      'events.ledger, line 6',
    ],
    [
      'an unsigned line that does not follow',
      {
        [CHECKPOINT]: SIX.older,
        [LEDGER]: joined(record.slice(0, start), record.slice(lineStart(record, 7))),
      },
      'events.ledger, line 6',
    ],
    ['another header', { [LEDGER]: withByte(record, 20) }, 'events.ledger, line 1'],
    ['an empty record', { [LEDGER]: utf8('') }, 'events.ledger, line 1: found an empty file'],
    ['no record', { [LEDGER]: null }, `events.ledger: found no file, but ${CHECKPOINT}`],
    [
      'no checkpoint',
      { [CHECKPOINT]: null },
      'events.checkpoint: found no file, expected the signed end of 6',
    ],
    ['a torn checkpoint', { [CHECKPOINT]: six(CHECKPOINT).slice(0, 60) }, 'events.checkpoint, line 3'],
    ['a checkpoint of more', { [CHECKPOINT]: withByte(six(CHECKPOINT), 20) }, 'events.checkpoint, line 5'],
    ['no secret', { [SECRET]: null }, 'ledger.key: found no file'],
    ['half a secret', { [SECRET]: six(SECRET).slice(16) }, 'ledger.key: found 16 bytes'],
    ['another secret', { [SECRET]: withByte(six(SECRET), 3) }, 'events.checkpoint, line 5'],
    [
      'too little content',
      { [CONTENT]: six(CONTENT).slice(0, -1) },
      'content.jsonl, line 6: found no sealed item',
    ],
    ['no content', { [CONTENT]: null }, 'content.jsonl, line 1'],
    [
      'content out of order',
      { [CONTENT]: six(CONTENT).slice(lineStart(six(CONTENT), 2)) },
      'content.jsonl, line 1',
    ],
    ['too few keys', { [KEYS]: six(KEYS).slice(0, -1) }, 'keys.bin, byte 320: found the end of the file'],
  ])('%s', async (_, changes, says) => {
    const disk = diskWith(changes)
    const before = disk.paths().map((path) => [path, bytesOf(disk, path)])
    const line = await refusal(disk.layer)
    expect(line).toContain(says)
    expect(line).not.toContain('\n')
    for (const [path, bytes] of before) expect(bytesOf(disk, path as string)).toEqual(bytes)
  })

  test('another origin', async () => {
    const found = await openLedger(DIR, { ...sources, origin: `${ORIGIN}2`, files: diskWith({}).layer })
    expect(found).toMatchObject({ kind: 'refused', problem: { place: `${CHECKPOINT}, line 1` } })
  })

  test('content that was changed on disk is named when it is read', async () => {
    const content = six(CONTENT)
    const ledger = await opened(diskWith({ [CONTENT]: withByte(content, lineStart(content, 4) + 40) }).layer)
    await expect(allOf(ledger)).rejects.toThrow(
      `${CONTENT}, line 4: found something else, expected the content of entry 3`,
    )
    await expect(ledger.receipt(3)).rejects.toThrow('line 4')
    expect(JSON.parse(await ledger.receipt(2))).toMatchObject({ index: 2 })
  })

  test('keys of another item open nothing', async () => {
    const keys = six(KEYS)
    const swapped = joined(keys.slice(64, 128), keys.slice(0, 64), keys.slice(128))
    await expect(allOf(await opened(diskWith({ [KEYS]: swapped }).layer))).rejects.toThrow(
      `${CONTENT}, line 1`,
    )
  })
})
