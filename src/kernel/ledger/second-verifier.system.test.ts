import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Bytes, base64, chance, type Json, utf8 } from '../index.ts'
import { receiptText, verifyLedger, verifyReceipt } from './index.ts'
import { sampleLedger } from './ledger.case.ts'
import { SIGNER } from './note.case.ts'
import { receiptOf } from './receipt.case.ts'

/** The verifier in Python was written from docs/formats/ledger.md alone: the two must say the same of everything. */
const SCRIPT = fileURLToPath(new URL('../../../docs/formats/verify_ledger.py', import.meta.url))
const python = spawnSync('python3', ['--version']).status === 0
if (!python) console.log('the second verifier is not tried: there is no python3 on this machine')

interface Case {
  readonly kind: 'ledger' | 'receipt'
  readonly text: Bytes
  readonly checkpoint: Bytes | null
  readonly vkey: string | null
}

/** `sound`, `unknown`, or the place of the first problem. */
function ours({ kind, text, checkpoint, vkey }: Case): string {
  if (kind === 'receipt') return verifyReceipt(new TextDecoder().decode(text), { vkey, ledger: null }).kind
  const verdict = verifyLedger(text, { checkpoint, vkey })
  if (verdict.kind !== 'unsound') return verdict.kind
  return verdict.problems.map(({ file, line }) => `${file}, line ${line}`)[0] ?? ''
}

function theirs(cases: readonly Case[]): readonly string[] {
  const input = cases.map(({ kind, text, checkpoint, vkey }) =>
    JSON.stringify({ kind, text: base64(text), checkpoint: checkpoint && base64(checkpoint), vkey }),
  )
  const { stdout, stderr } = spawnSync('python3', [SCRIPT, 'batch'], {
    input: `${input.join('\n')}\n`,
    maxBuffer: 1 << 28,
  })
  expect(stderr.toString()).toBe('')
  const lines = stdout.toString().trimEnd().split('\n')
  expect(lines.length).toBe(cases.length)
  return lines.map((line) =>
    line.replace(/^unsound: receipt.*/, 'unsound').replace(/^unsound: (.*?): .*/, '$1'),
  )
}

const agree = (cases: readonly Case[]) => {
  const said = theirs(cases)
  cases.forEach((one, at) => {
    if (said[at] !== ours(one))
      expect.fail(`case ${at}: ${ours(one)} here, ${said[at]} there\n${Buffer.from(one.text)}`)
  })
  return new Set(said)
}

const ledger = (text: Bytes, checkpoint: Bytes | null = null, vkey: string | null = null): Case => ({
  kind: 'ledger',
  text,
  checkpoint,
  vkey,
})

describe.skipIf(!python)('the second verifier agrees', () => {
  const sample = sampleLedger(9)

  test('on whole ledgers, with and without a checkpoint and a key', () => {
    const all = [0, 1, 2, 3, 9, 64].flatMap((entries) => {
      const one = sampleLedger(entries)
      const [record, checkpoint] = [utf8(one.record), utf8(one.checkpoint)]
      const other = sampleLedger(entries + 1)
      return [
        ledger(utf8(one.exported)),
        ledger(utf8(one.exported), null, one.vkey),
        ledger(record, checkpoint),
        ledger(record),
        ledger(utf8(other.record), checkpoint),
        ledger(record, utf8(other.checkpoint)),
      ]
    })
    expect(agree(all)).toContain('sound')
  })

  test('on a record with any byte changed, and on its end cut off', () => {
    const record = utf8(sample.record)
    const draw = chance('second verifier')
    const changed = Array.from(record, (byte, at) => {
      const value = (byte + 1 + draw.below(255)) % 256
      return ledger(
        record.map((old, where) => (where === at ? value : old)),
        utf8(sample.checkpoint),
      )
    })
    const cut = Array.from({ length: record.length }, (_, length) => ledger(record.slice(0, length)))
    const places = agree([...changed, ...cut])
    expect(places.size).toBe(11) // the ten lines of the record, and unknown
  })

  test('on checkpoints with any byte changed', () => {
    const checkpoint = utf8(sample.checkpoint)
    const cases = Array.from(checkpoint, (byte, at) =>
      ledger(
        utf8(sample.record),
        checkpoint.map((old, where) => (where === at ? byte ^ 1 : old)),
      ),
    )
    const said = theirs(cases)
    cases.forEach((one, at) => {
      // Which line of a forged checkpoint is to blame the format leaves open; that it is forged it does not.
      expect(said[at]).not.toBe('sound')
      expect(ours(one)).not.toBe('sound')
    })
  })

  test('on 10,000 proofs, one in three of them wrong', () => {
    const draw = chance('ten thousand proofs')
    const big = sampleLedger(300)
    const cases = Array.from({ length: 10_000 }, (): Case => {
      const receipt = receiptOf(big, draw.below(300))
      const proof = receipt.proof.map((step, at) =>
        at === 0 && draw.below(3) === 0 ? base64(utf8('x'.repeat(32))) : step,
      )
      return {
        kind: 'receipt',
        text: utf8(receiptText({ ...receipt, proof })),
        checkpoint: null,
        vkey: big.vkey,
      }
    })
    expect([...agree(cases)].sort()).toEqual(['sound', 'unsound'])
  })

  test('on content of every shape', () => {
    const contents: readonly Json[] = [
      null,
      true,
      0,
      -0,
      1.5,
      1e21,
      -1e-7,
      123456789012,
      5e-324,
      0.000001,
      333333333.3333333,
      'é “\u20ac\u0007\u2028 😀',
      { é: 1, '\ufb33': 2, '😀': 3, a: [] },
      [[], {}, ['x', { y: null }]],
    ]
    const shapes = sampleLedger(contents.length, SIGNER, (index) => contents[index] ?? null)
    const cases = contents.map((_, index): Case => {
      const text = utf8(receiptText(receiptOf(shapes, index)))
      return { kind: 'receipt', text, checkpoint: null, vkey: shapes.vkey }
    })
    expect([...agree(cases)]).toEqual(['sound'])
  })
})
