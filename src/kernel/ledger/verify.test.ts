import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Bytes, utf8 } from '../digest.ts'
import { leafHash } from './entry.ts'
import { entryLine, parseEntryLine } from './file-format.ts'
import { sampleLedger } from './ledger.case.ts'
import { SIGNER, testSigner } from './note.case.ts'
import { signatureLine } from './note.ts'
import { blamable, expectCaught, lineNumbers, textLines, withByte } from './tamper.case.ts'
import { EMPTY_RANGE, rootOf, withLeaf } from './tree.ts'
import { type LedgerVerdict, verifyLedger } from './verify.ts'

const SMALL = sampleLedger(6)
const MIDDLE = sampleLedger(40)

const alone = (bytes: Bytes): LedgerVerdict => verifyLedger(bytes, { checkpoint: null, vkey: null })
const beside = (bytes: Bytes, checkpoint: string): LedgerVerdict =>
  verifyLedger(bytes, { checkpoint: utf8(checkpoint), vkey: null })

describe('a whole ledger', () => {
  test.each([
    0, 1, 2, 3, 6, 40,
  ])('of %i entries is sound, exported or with its checkpoint beside it', (entries) => {
    const sample = sampleLedger(entries)
    const sound = {
      kind: 'sound',
      entries,
      origin: SIGNER.key.name,
      vkey: sample.vkey,
      key: 'own',
      unchecked: [],
    }
    expect(alone(utf8(sample.exported))).toMatchObject(sound)
    expect(beside(utf8(sample.record), sample.checkpoint)).toMatchObject(sound)
    const given = verifyLedger(utf8(sample.exported), { checkpoint: null, vkey: sample.vkey })
    expect(given).toMatchObject({ ...sound, key: 'given' })
  })

  test('an older checkpoint kept elsewhere still holds', () => {
    for (let size = 0; size <= 40; size++)
      expect(beside(utf8(MIDDLE.exported), MIDDLE.checkpointAt(size)).kind).toBe('sound')
  })

  test('a witness beside the log is named as unchecked', () => {
    const text = MIDDLE.checkpoint.slice(0, MIDDLE.checkpoint.indexOf('\n\n') + 1)
    const line = signatureLine(text, testSigner('witness.example', 'w'))
    expect(alone(utf8(`${MIDDLE.exported}${line}\n`))).toMatchObject({
      kind: 'sound',
      unchecked: ['witness.example'],
    })
  })
})

describe('what nobody signed is unknown, never sound', () => {
  test('no checkpoint at all', () => {
    expect(alone(utf8(MIDDLE.record))).toEqual({
      kind: 'unknown',
      entries: 40,
      because: 'no signed checkpoint: whether entries are missing at the end cannot be told',
    })
  })

  test('a live record that went on after its checkpoint', () => {
    expect(beside(utf8(MIDDLE.record), MIDDLE.checkpointAt(38))).toMatchObject({
      kind: 'unknown',
      because: expect.stringContaining('says 38 entries, the record goes on to 40'),
    })
  })

  test('a key that is none', () => {
    expect(verifyLedger(utf8(MIDDLE.exported), { checkpoint: null, vkey: 'no key' }).kind).toBe('unknown')
  })
})

describe('one byte changed', () => {
  test('anywhere in an exported ledger: caught, and on its line', () => {
    const original = utf8(SMALL.exported)
    const lineAt = lineNumbers(original)
    for (let at = 0; at < original.length; at++)
      for (const value of misleading(original[at] as number))
        expectCaught(alone(withByte(original, at, value)), lineAt[at] as number, `byte ${at} as ${value}`)
  })

  test('in a record with its checkpoint beside it: caught, in the right file and on its line', () => {
    const record = utf8(SMALL.record)
    const checkpoint = utf8(SMALL.checkpoint)
    const recordLine = lineNumbers(record)
    const checkpointLine = lineNumbers(checkpoint)
    for (let at = 0; at < record.length; at++)
      for (const value of misleading(record[at] as number)) {
        const verdict = verifyLedger(withByte(record, at, value), { checkpoint, vkey: null })
        expectCaught(verdict, recordLine[at] as number, `byte ${at} as ${value}`)
      }
    for (let at = 0; at < checkpoint.length; at++)
      for (const value of misleading(checkpoint[at] as number)) {
        const verdict = verifyLedger(record, { checkpoint: withByte(checkpoint, at, value), vkey: null })
        expectCaught(verdict, checkpointLine[at] as number, `byte ${at} as ${value}`, 'checkpoint')
      }
  })

  test('a root changed alone is the only problem', () => {
    const lines = MIDDLE.lines.map((line, at) => (at === 9 ? `${line.slice(0, -5)}AAA=\n` : line))
    const verdict = alone(utf8(`${lines.join('')}\n${MIDDLE.checkpoint}`))
    expect(verdict).toMatchObject({ kind: 'unsound', problems: [{ file: 'ledger', line: 10 }] })
    expect(verdict.kind === 'unsound' && verdict.problems.length).toBe(1)
  })
})

describe('lines deleted, doubled and swapped', () => {
  const lines = [...textLines(MIDDLE.exported)]
  const tamper = (changed: readonly string[], what: string) =>
    expectCaught(alone(utf8(changed.join(''))), blamable(lines, changed), what)

  test('every deletion', () => {
    for (let at = 0; at < lines.length; at++) tamper(lines.toSpliced(at, 1), `without line ${at + 1}`)
  })

  test('every doubling', () => {
    for (let at = 0; at < lines.length; at++)
      tamper(lines.toSpliced(at, 0, lines[at] as string), `line ${at + 1} twice`)
  })

  test('every swap of two lines', () => {
    for (let one = 0; one < lines.length; one++)
      for (let other = one + 1; other < lines.length; other++) {
        const [a, b] = [lines[one] as string, lines[other] as string]
        if (a !== b) tamper(lines.with(one, b).with(other, a), `lines ${one + 1} and ${other + 1}`)
      }
  })
})

describe('an end that is missing', () => {
  test('an export cut at any byte is never sound, and what is left of a line is located', () => {
    const original = utf8(SMALL.exported)
    const lineAt = lineNumbers(original)
    for (let length = 0; length < original.length; length++) {
      const verdict = alone(original.slice(0, length))
      const whole = length > 0 && original[length - 1] === 0x0a
      const inRecord = length <= utf8(SMALL.record).length
      if (whole && inRecord) expect(verdict.kind, `cut after ${length}`).toBe('unknown')
      else expectCaught(verdict, length === 0 ? 1 : (lineAt[length] as number), `cut after ${length}`)
    }
  })

  test('a record cut at any byte is caught by the checkpoint beside it', () => {
    const original = utf8(SMALL.record)
    const lineAt = lineNumbers(original)
    for (let length = 0; length < original.length; length++)
      expectCaught(
        beside(original.slice(0, length), SMALL.checkpoint),
        lineAt[length] as number,
        `cut at ${length}`,
      )
  })

  test('whole lines missing are counted', () => {
    const long = sampleLedger(500)
    expect(beside(utf8(long.lines.slice(0, 413).join('')), long.checkpoint)).toEqual({
      kind: 'unsound',
      problems: [
        { file: 'ledger', line: 414, says: 'the record ends at entry 412, the signed checkpoint says 500' },
      ],
    })
  })
})

describe('other forgeries', () => {
  test('carriage returns, a byte order mark, and bytes that are not UTF-8 are located', () => {
    expectCaught(alone(utf8(MIDDLE.exported.replaceAll('\n', '\r\n'))), 1, 'CR LF')
    expectCaught(alone(utf8(MIDDLE.exported.replace('"}', '"}\r'))), 2, 'a stray CR')
    expectCaught(alone(utf8(`\ufeff${MIDDLE.exported}`)), 1, 'a byte order mark')
    const lines = textLines(MIDDLE.exported)
    expectCaught(
      alone(utf8([...lines.slice(0, 7), `${lines[7]?.trimEnd()}\r\n`, ...lines.slice(8)].join(''))),
      8,
      'CR LF',
    )
  })

  test('entries rewritten and chained anew: the signed root tells, if not where', () => {
    const other = sampleLedger(41)
    const forged = chainedAnew([...MIDDLE.lines.slice(0, 40), other.lines[41] as string])
    const verdict = beside(utf8(forged), MIDDLE.checkpoint)
    expect(verdict).toMatchObject({
      kind: 'unsound',
      problems: [
        { file: 'checkpoint', line: 3, says: expect.stringContaining('first 40 entries is another') },
      ],
    })
  })

  test('entries added to an export after its checkpoint', () => {
    expect(alone(utf8(`${sampleLedger(41).record}\n${MIDDLE.checkpoint}`))).toMatchObject({
      kind: 'unsound',
      problems: [{ file: 'ledger', line: 42 }],
    })
  })

  test('the whole file made again with another key holds together, but not under the key that was given', () => {
    const other = sampleLedger(40, testSigner(SIGNER.key.name, 'another secret'))
    expect(alone(utf8(other.exported))).toMatchObject({ kind: 'sound', key: 'own' })
    expect(verifyLedger(utf8(other.exported), { checkpoint: null, vkey: MIDDLE.vkey })).toMatchObject({
      kind: 'unsound',
      problems: [{ line: 1, says: expect.stringContaining('not the key that was given') }, { line: 47 }],
    })
  })

  test('a checkpoint of another log', () => {
    const other = sampleLedger(40, testSigner('other.example', 'a secret for tests'))
    expect(beside(utf8(MIDDLE.record), other.checkpoint)).toMatchObject({
      kind: 'unsound',
      problems: [{ file: 'checkpoint', line: 1 }],
    })
  })

  test('a header of two origins', () => {
    const header = `parley-ledger/1 other.example ${MIDDLE.vkey}\n`
    expectCaught(alone(utf8(header + MIDDLE.lines.slice(1).join(''))), 1, 'two origins')
  })

  test('nothing, noise, and any mixture of a ledger’s own pieces is judged without throwing', () => {
    const pieces = [...textLines(SMALL.exported), '', '\n', '\r\n', '{', '— ', '\ufffd', SMALL.checkpoint]
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (some) => {
        const text = some.join('')
        const verdict = alone(utf8(text))
        return verdict.kind !== 'sound' || text === SMALL.exported
      }),
    )
    fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => alone(noise).kind === 'unsound'))
  })

  test('any stretch of bytes overwritten, removed or inserted is caught', () => {
    const original = utf8(MIDDLE.exported)
    const edit = fc.record({
      at: fc.nat({ max: original.length - 1 }),
      drop: fc.nat({ max: 300 }),
      put: fc.uint8Array({ maxLength: 20 }),
    })
    fc.assert(
      fc.property(edit, ({ at, drop, put }) => {
        const changed = new Uint8Array([...original.slice(0, at), ...put, ...original.slice(at + drop)])
        return alone(changed).kind !== 'sound' || Buffer.compare(changed, original) === 0
      }),
      { numRuns: 300 },
    )
  })
})

/** The same entries with roots that follow: what a host can make without the signing key. */
function chainedAnew([header, ...entries]: readonly string[]): string {
  let range = EMPTY_RANGE
  const lines = entries.map((line) => {
    const leaf = parseEntryLine(line.trimEnd())?.leaf
    if (leaf === undefined) throw new Error('a line of the sample is an entry')
    range = withLeaf(range, leafHash(leaf))
    return entryLine({ leaf, root: rootOf(range) })
  })
  return [header, ...lines].join('')
}

/** The line feed and two neighbours; the suite with `system` in its name tries all the others. */
const misleading = (byte: number): readonly number[] =>
  [0x0a, byte ^ 1, byte ^ 0x20].filter((value) => value !== byte)
