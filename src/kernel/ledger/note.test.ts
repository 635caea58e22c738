import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase64, hex, sha256, utf8 } from '../digest.ts'
import {
  isKeyName,
  noteKey,
  parseSignatureLine,
  parseVkey,
  signatureLine,
  signedBy,
  signerOf,
  vkeyOf,
} from './note.ts'

// The example of golang.org/x/mod/sumdb/note, which the C2SP format comes from.
const VKEY = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const SIGNER = signerOf(
  'PeterNeumann',
  (fromBase64('AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz') ?? new Uint8Array()).slice(1),
)
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const LINE =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM='

describe('the published note', () => {
  test('its key is spelled as published', () => {
    expect(vkeyOf(SIGNER.key)).toBe(VKEY)
    expect(parseVkey(VKEY)).toEqual({ kind: 'parsed', value: SIGNER.key })
    expect(hex(SIGNER.key.id)).toBe('c74f20a3')
  })

  test('its signature is the published one, and holds', () => {
    expect(signatureLine(TEXT, SIGNER)).toBe(LINE)
    const signature = parseSignatureLine(LINE)
    expect(signature && signedBy(TEXT, [signature], SIGNER.key)).toBe('holds')
  })

  test('keys of the same tests with a plus inside their base64', () => {
    for (const vkey of [
      'EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop',
      'TEST+7997405c+AQcC+FTVKf0jlTdHDY3rbevmnKxxPjigCXlVtGe6RIr6',
    ]) {
      const key = parseVkey(vkey)
      expect(key.kind === 'parsed' && vkeyOf(key.value)).toBe(vkey)
    }
  })
})

describe('what is refused', () => {
  test('every part of a key and every key with one character changed', () => {
    for (let from = 0; from < VKEY.length; from++)
      for (let to = from + 1; to <= VKEY.length; to++)
        if (to - from < VKEY.length) expect(parseVkey(VKEY.slice(from, to)).kind).toBe('refused')
    for (let at = 0; at < VKEY.length; at++)
      for (const char of ['+', ' ', 'A', 'b', '0', '\n', '\u00e9', '=']) {
        const changed = VKEY.slice(0, at) + char + VKEY.slice(at + 1)
        if (changed !== VKEY) expect(parseVkey(changed).kind, changed).toBe('refused')
      }
  })

  test('a key of another kind of signature', () => {
    // A timestamped witness key (type 0x04) of transparency-dev/formats.
    expect(parseVkey('remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2').kind).toBe(
      'refused',
    )
  })

  test('names that could part a line or a key in two', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u00a0b', 'a\u2003b', 'a\u0000', 'a\u0085', '\ud800'])
      expect(isKeyName(name), JSON.stringify(name)).toBe(false)
    for (const name of ['a', 'parley.example/ledger', 'é', '—']) expect(isKeyName(name)).toBe(true)
  })

  test('lines that are not signatures', () => {
    const short = LINE.replace(/ x08.*$/, ' x08goA==')
    for (const line of [
      '',
      '—',
      LINE.slice(1),
      `${LINE} `,
      ` ${LINE}`,
      LINE.replace('—', '-'),
      short,
      `${LINE}=`,
    ])
      expect(parseSignatureLine(line), line).toBe(null)
  })

  test('a signature over another text, and one by another key of the same name', () => {
    const signature = parseSignatureLine(LINE)
    if (signature === null) throw new Error('the published line is read')
    expect(signedBy(`${TEXT} `, [signature], SIGNER.key)).toBe('fails')
    expect(signedBy(TEXT, [signature], noteKey('PeterNeumann', sha256(utf8('x'))))).toBe('absent')
    expect(signedBy(TEXT, [signature], { ...SIGNER.key, name: 'Peter' })).toBe('absent')
    // One that fails beside one that holds: the whole note is refused.
    const wrong = { ...signature, value: signature.value.map((byte, at) => (at === 9 ? byte ^ 1 : byte)) }
    expect(signedBy(TEXT, [signature, wrong], SIGNER.key)).toBe('fails')
  })
})

test('what a key signs holds for that key and no other text', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.string(),
      fc.string(),
      (secret, text, other) => {
        const signer = signerOf('a.example', secret)
        const signature = parseSignatureLine(signatureLine(text, signer))
        if (signature === null) return false
        const holds = signedBy(text, [signature], signer.key) === 'holds'
        return holds && (text === other || signedBy(other, [signature], signer.key) === 'fails')
      },
    ),
  )
})
