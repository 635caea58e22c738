import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldedName, spellings } from './spellings.ts'

const WORD = 'forbidden'
const hides = (text: string) => spellings(text).some((reading) => reading.toLowerCase().includes(WORD))

describe('spellings', () => {
  test.each([
    ['zero-width space', 'for\u200bbid\u200dden'],
    ['soft hyphen', 'for\u00adbidden'],
    ['word joiner and byte order mark', 'for\u2060bid\ufeffden'],
    ['right-to-left mark', 'forbid\u200fden'],
    ['variation selector', 'for\ufe0fbidden'],
    ['control character', 'for\u0000bid\u0007den'],
    ['full width', 'ｆｏｒｂｉｄｄｅｎ'],
    ['mathematical bold', '𝐟𝐨𝐫𝐛𝐢𝐝𝐝𝐞𝐧'],
    ['circled', 'ⓕⓞⓡⓑⓘⓓⓓⓔⓝ'],
    ['accents', 'fórbíddén'],
    ['stacked marks', 'f\u0301\u0302o\u0303rbidden'],
    ['a mark joined by an invisible character', 'fo\u034f\u0301rbidden'],
    ['JSON escapes', '{"text":"f\\u006frb\\u0069dden"}'],
    ['JSON in JSON', '{"text":"{\\"inner\\":\\"f\\\\u006frbidden\\"}"}'],
    ['base64', Buffer.from('say forbidden now').toString('base64')],
    ['base64 without its end', Buffer.from('forbidden!').toString('base64url')],
    ['base64 in tool arguments', `{"data":"${Buffer.from('xx forbidden').toString('base64')}"}`],
    ['escapes inside base64', Buffer.from('"f\\u006frbidden"').toString('base64')],
    ['invisible characters inside base64', 'Zm9y\u200bYmlkZGVu'],
  ])('%s hides nothing', (_, text) => expect(hides(text)).toBe(true))

  test.each([
    ['another word', 'forbid den'],
    ['letters of another alphabet, which pass (ADR 0026)', 'fоrbidden'],
    ['a word that only looks like base64', 'chatcmpl-abcdefghijkl'],
  ])('%s is not read as it', (_, text) => expect(hides(text)).toBe(false))

  test('white space of any kind becomes one blank', () => {
    expect(spellings('a \n\t\u00a0 b')).toContain('a b')
  })

  test('quotes and dashes of any shape are read as plain ones', () => {
    expect(spellings('I’m “sure” — self‑evident')).toContain('I\'m "sure" - self-evident')
  })

  test('the text itself is always among its readings, and no reading comes twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), (text) => {
        const all = spellings(text)
        return all[0] === text && new Set(all).size === all.length
      }),
    )
  })

  test('an invisible character anywhere in the word hides nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: WORD.length }),
        fc.constantFrom('\u200b', '\u200c', '\u00ad', '\u2063', '\u{e0041}', '\u3164'),
        (at, invisible) => hides(WORD.slice(0, at) + invisible + WORD.slice(at)),
      ),
    )
  })
})

test('names fold to what a lenient client compares', () => {
  expect(foldedName('DELETE\u200b_Record ')).toBe('delete_record')
})
