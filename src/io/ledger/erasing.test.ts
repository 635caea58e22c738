import { describe, expect, test } from 'vitest'
import { type Bytes, base64, hex, utf8 } from '../../kernel/index.ts'
import { verifyReceipt } from '../../kernel/ledger/index.ts'
import { allOf, DIR, opened, refusal, verdictOf, vote } from './ledger.case.ts'
import { type MemoryDisk, memoryDisk } from './memory-disk.case.ts'
import { ERASED_SLOT, readSlot, SLOT_BYTES } from './slots.ts'

const CANARY = 'canary: I was never here'
const KEYS = `${DIR}/keys.bin`

describe('erasing', () => {
  test('destroys what an entry said, keeps its place, and proofs still verify', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    await ledger.append([vote('p1'), { type: 'statement', content: { text: CANARY } }, vote('p3')])
    const before = JSON.parse(await ledger.receipt(1))
    expect(await ledger.erase(1)).toMatchObject({ index: 3, type: 'erased' })
    expect(await allOf(ledger)).toMatchObject([
      { kind: 'content' },
      { kind: 'erased', index: 1, type: 'statement' },
      { kind: 'content' },
      { kind: 'content', content: { index: 1 } },
    ])
    expect(await verdictOf(disk.layer, ledger.vkey)).toMatchObject({ kind: 'sound', entries: 4 })
    const receipt = verifyReceipt(await ledger.receipt(1), { vkey: ledger.vkey, ledger: null })
    expect(receipt).toMatchObject({
      kind: 'sound',
      receipt: { recorded: { kind: 'erased' }, entry: before.entry },
    })
    // The person's own receipt from before holds as well: they have the salt.
    expect(verifyReceipt(JSON.stringify(before), { vkey: ledger.vkey, ledger: null }).kind).toBe('sound')
    for (const trace of tracesOf(before.recorded.salt)) expect(found(disk, trace)).toEqual([])
    // The test can fail: what was not erased is found by its salt.
    const other = JSON.parse(await ledger.receipt(0))
    expect(found(disk, Buffer.from(other.recorded.salt, 'base64'))).toEqual([KEYS])
  })

  test('twice is once, also after opening again', async () => {
    const { layer } = memoryDisk()
    const ledger = await opened(layer)
    await ledger.append([vote('p1'), vote('p2')])
    const [one, two] = await Promise.all([ledger.erase(0), ledger.erase(0)])
    expect(two).toEqual(one)
    await ledger.close()
    const again = await opened(layer)
    expect(await again.erase(0)).toEqual(one)
    expect(again.size()).toBe(3)
  })

  test('a tombstone stays, and nothing is erased that is not there', async () => {
    const { layer } = memoryDisk()
    const ledger = await opened(layer)
    await ledger.append([vote('p1')])
    const { index } = await ledger.erase(0)
    await expect(ledger.erase(index)).rejects.toThrow('records an erasure and stays')
    await expect(ledger.erase(2)).rejects.toThrow('entry 2 is asked for')
    await expect(ledger.erase(-1)).rejects.toThrow('entry -1')
    await ledger.close()
    await expect((await opened(layer)).erase(index)).rejects.toThrow('records an erasure and stays')
  })
})

describe('an erasure that was cut short or undone', () => {
  test('overwritten without a tombstone: opening writes the tombstone', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    await ledger.append([vote('p1'), vote('p2')])
    await ledger.close()
    for (const written of [SLOT_BYTES, 20]) {
      const index = written === 20 ? 1 : 0
      putSlot(disk, index, ERASED_SLOT.slice(0, written))
      const again = await opened(disk.layer)
      expect(again.recovery.erased).toBe(1)
      expect((await allOf(again))[index]).toMatchObject({ kind: 'erased' })
      expect((await allOf(again)).at(-1)).toMatchObject({ type: 'erased', content: { index } })
      expect(readSlot(slotOf(disk, index)).kind).toBe('erased')
      await again.close()
    }
    expect((await opened(disk.layer)).recovery.erased).toBe(0)
  })

  test('keys restored from an older backup: opening erases again', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    await ledger.append([vote('p1'), vote('p2')])
    const backup = slotOf(disk, 1)
    await ledger.erase(1)
    await ledger.close()
    putSlot(disk, 1, backup)
    const again = await opened(disk.layer)
    expect(again.recovery.erased).toBe(1)
    expect(found(disk, backup)).toEqual([])
    expect((await allOf(again))[1]).toMatchObject({ kind: 'erased' })
    expect(again.size()).toBe(3)
  })

  test('a salt and key that were lost do not pass for erased', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    await ledger.append([vote('p1'), vote('p2')])
    await ledger.close()
    putSlot(disk, 1, new Uint8Array(SLOT_BYTES))
    expect(await refusal(disk.layer)).toBe(
      `${KEYS}, byte 64: found nothing, expected salt and key of entry 1`,
    )
  })

  test('a tombstone that was itself overwritten is damage', async () => {
    const disk = memoryDisk()
    const ledger = await opened(disk.layer)
    await ledger.append([vote('p1')])
    await ledger.erase(0)
    await ledger.close()
    putSlot(disk, 1, ERASED_SLOT)
    expect(await refusal(disk.layer)).toContain(
      'content.jsonl, line 2: found a tombstone that names no entry',
    )
  })
})

/** Every spelling in which the words or the salt could have been left behind. */
function tracesOf(salt: string): readonly Bytes[] {
  const words = utf8(CANARY)
  const raw = new Uint8Array(Buffer.from(salt, 'base64'))
  const inner = base64(words).slice(0, 24)
  return [words, utf8(inner), utf8(hex(words)), raw, utf8(salt), utf8(hex(raw))]
}

const found = (disk: MemoryDisk, trace: Uint8Array): readonly string[] =>
  disk.paths().filter((path) => Buffer.from(disk.contents(path) ?? []).includes(Buffer.from(trace)))

const slotOf = (disk: MemoryDisk, index: number): Bytes =>
  (disk.contents(KEYS) ?? new Uint8Array()).slice(index * SLOT_BYTES, (index + 1) * SLOT_BYTES)

function putSlot(disk: MemoryDisk, index: number, bytes: Bytes): void {
  const keys = disk.contents(KEYS) ?? new Uint8Array()
  keys.set(bytes, index * SLOT_BYTES)
  disk.overwrite(KEYS, keys)
}
