import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { base64, utf8 } from '../digest.ts'
import { type Sample, sampleContent, sampleLedger } from './ledger.case.ts'
import { testSigner } from './note.case.ts'
import { receiptOf } from './receipt.case.ts'
import { type Receipt, receiptText, verifyReceipt } from './receipt.ts'

const SAMPLE = sampleLedger(40)
const ALONE = { vkey: null, ledger: null }

describe('a receipt', () => {
  test('shows what was recorded, for every entry of every small ledger', () => {
    for (let entries = 1; entries <= 12; entries++) {
      const sample = sampleLedger(entries)
      for (let index = 0; index < entries; index++) {
        const verdict = verifyReceipt(textOf(sample, index), {
          vkey: sample.vkey,
          ledger: utf8(sample.exported),
        })
        expect(verdict).toMatchObject({ kind: 'sound', size: entries, key: 'given', ledger: 'same' })
        if (verdict.kind === 'sound')
          expect(verdict.receipt.recorded).toMatchObject({ content: sampleContent(index) })
      }
    }
  })

  test('holds against a record that went on', () => {
    const later = sampleLedger(55)
    for (const index of [0, 17, 39])
      expect(verifyReceipt(textOf(SAMPLE, index), { vkey: null, ledger: utf8(later.exported) }).kind).toBe(
        'sound',
      )
  })

  test('without a key from elsewhere says so', () => {
    expect(verifyReceipt(textOf(SAMPLE, 3), ALONE)).toMatchObject({ key: 'own', ledger: 'not-given' })
  })

  test('of erased content still proves its place', () => {
    const erased = receiptText({ ...receiptOf(SAMPLE, 5), recorded: { kind: 'erased' } })
    expect(verifyReceipt(erased, ALONE).kind).toBe('sound')
  })
})

describe('what a receipt does not show is said in one sentence', () => {
  const receipt = receiptOf(SAMPLE, 7)
  const changed = (part: Partial<Record<keyof Receipt, unknown>>) => JSON.stringify({ ...receipt, ...part })
  const other = sampleLedger(40, testSigner('other.example', 'other'))

  test.each([
    ['no JSON', '{', 'is not JSON'],
    ['another schema', changed({ schema: 'parley-receipt/2' }), 'schema'],
    ['a part too many', JSON.stringify({ ...receipt, note: 'x' }), 'not a parley-receipt/1'],
    ['a part missing', changed({ proof: undefined }), 'proof'],
    [
      'another vote',
      changed({ recorded: { ...receipt.recorded, content: { vote: 'agree' } } }),
      'do not make the digest',
    ],
    [
      'no content',
      changed({ recorded: { kind: 'content', salt: base64(new Uint8Array(32)) } }),
      'recorded.content',
    ],
    [
      'another salt',
      changed({ recorded: { ...receipt.recorded, salt: base64(new Uint8Array(32)) } }),
      'do not make',
    ],
    ['a short salt', changed({ recorded: { ...receipt.recorded, salt: 'AAAA' } }), 'base64 of 32 bytes'],
    ['another type', changed({ entry: { ...receipt.entry, type: 'ballot' } }), 'another root'],
    ['a type that is none', changed({ entry: { ...receipt.entry, type: 'A vote' } }), 'type of an event'],
    ['another time', changed({ entry: { ...receipt.entry, time: '2026-11-22T12:00:00Z' } }), 'another root'],
    ['another index', changed({ index: 8 }), 'another root'],
    ['an index beyond the end', changed({ index: 40 }), 'no entry 40 among 40'],
    ['a step missing', changed({ proof: receipt.proof.slice(1) }), 'too few'],
    ['a step too many', changed({ proof: [...receipt.proof, ...receipt.proof] }), 'too many'],
    [
      'a checkpoint of another size',
      changed({ checkpoint: receipt.checkpoint.replace('\n40\n', '\n41\n') }),
      'signature',
    ],
    ['a checkpoint of another log', changed({ checkpoint: other.checkpoint }), 'line 1'],
    ['the key of another log', changed({ vkey: other.vkey }), 'line 1'],
    ['no key', changed({ vkey: 'none' }), 'verifier key'],
  ])('%s', (_, text, says) => {
    expect(verifyReceipt(text, ALONE)).toEqual({ kind: 'unsound', because: expect.stringContaining(says) })
  })

  test('a receipt made whole with another key is not one of the key that was given', () => {
    const forged = sampleLedger(40, testSigner('parley.example/test', 'forged'))
    expect(verifyReceipt(textOf(forged, 7), ALONE).kind).toBe('sound')
    expect(verifyReceipt(textOf(forged, 7), { vkey: SAMPLE.vkey, ledger: null })).toMatchObject({
      kind: 'unsound',
      because: expect.stringContaining('not the one that was given'),
    })
  })

  test('content nested beyond any reading', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    const text = textOf(SAMPLE, 7).replace(/"content": \{[^}]*\}/, `"content": ${deep}`)
    expect(verifyReceipt(text, ALONE).kind).toBe('unsound')
  })

  test('numbers that JSON can spell and JavaScript cannot hold', () => {
    const text = textOf(SAMPLE, 7).replace(/"content": \{[^}]*\}/, '"content": 1e999')
    expect(verifyReceipt(text, ALONE)).toMatchObject({ because: 'the content has no canonical form' })
  })
})

describe('against a ledger', () => {
  const judge = (ledger: string) => verifyReceipt(textOf(SAMPLE, 20), { vkey: null, ledger: utf8(ledger) })

  test('one that lost its end', () => {
    expect(judge(SAMPLE.lines.slice(0, 31).join(''))).toEqual({
      kind: 'unsound',
      because: 'ledger, line 32: the record ends at entry 30, the signed checkpoint says 40',
    })
  })

  test('one that was rewritten, or is another’s', () => {
    const rewritten = SAMPLE.lines.map((line, at) => (at === 22 ? (SAMPLE.lines[21] as string) : line))
    expect(judge(rewritten.join(''))).toMatchObject({ because: expect.stringContaining('ledger, line 23') })
    const other = sampleLedger(40, testSigner('other.example', 'other'))
    expect(judge(other.record)).toMatchObject({ because: expect.stringContaining('ledger, line 1') })
  })
})

test('no change of one character makes another sound receipt', () => {
  const text = textOf(SAMPLE, 11)
  const edit = fc.record({
    at: fc.nat({ max: text.length - 1 }),
    char: fc.constantFrom(...'aZ09+/=" {}[]:,\\n\u0000é'),
  })
  fc.assert(
    fc.property(edit, ({ at, char }) => {
      const verdict = verifyReceipt(text.slice(0, at) + char + text.slice(at + 1), ALONE)
      // Blanks between the parts of JSON may change; what the receipt says may not.
      return verdict.kind === 'unsound' || receiptText(verdict.receipt) === text
    }),
    { numRuns: 1000 },
  )
})

const textOf = (sample: Sample, index: number): string => receiptText(receiptOf(sample, index))
