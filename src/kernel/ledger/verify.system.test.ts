import { describe, expect, test } from 'vitest'
import { type Bytes, utf8 } from '../digest.ts'
import { sampleLedger } from './ledger.case.ts'
import { expectCaught, lineNumbers, withByte } from './tamper.case.ts'
import { verifyLedger } from './verify.ts'

/** Every byte of a ledger to every other value: two hundred thousand forgeries, each caught and located. */
const alone = (bytes: Bytes) => verifyLedger(bytes, { checkpoint: null, vkey: null })
const ALL = Array.from({ length: 256 }, (_, value) => value)
/** An end, a letter of base64 and of names, a digit, and a byte that no UTF-8 begins with. */
const MISLEADING = [0x0a, 0x41, 0x30, 0xff]

describe('one byte changed', () => {
  const small = sampleLedger(3)

  test('in the header and the entries, to any other value, with no checkpoint to help', () => {
    const original = utf8(small.record)
    expect(tryAll(original, [0, original.length], ALL)).toBe(original.length * 255)
  })

  test('in the signed checkpoint at the end, to any other value', () => {
    const original = utf8(small.exported)
    const start = utf8(small.record).length
    expect(tryAll(original, [start, original.length], ALL)).toBe((original.length - start) * 255)
  })

  test('in an exported ledger of 20 entries, to values that mislead parsers', () => {
    const original = utf8(sampleLedger(20).exported)
    expect(tryAll(original, [0, original.length], MISLEADING)).toBeGreaterThan(original.length * 3)
  })
})

function tryAll(original: Bytes, [start, end]: readonly [number, number], values: readonly number[]): number {
  const lineAt = lineNumbers(original)
  let tried = 0
  for (let at = start; at < end; at++)
    for (const value of values) {
      if (value === original[at]) continue
      expectCaught(alone(withByte(original, at, value)), lineAt[at] as number, `byte ${at} as ${value}`)
      tried++
    }
  return tried
}
