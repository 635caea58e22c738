import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { laidOut, piecesOf } from './laid-out.ts'

describe('an exact call, laid out', () => {
  test('puts each part on a line of its own', () => {
    expect(laidOut('{"a":{"b":[1,"x, {y}"]},"c":[],"d":{}}')).toBe(
      '{\n  "a":{\n    "b":[\n      1,\n      "x, {y}"\n    ]\n  },\n  "c":[],\n  "d":{}\n}',
    )
  })

  test('keeps what a parser would drop: keys that stand twice', () => {
    expect(laidOut('{"to":"ana","to":"eve"}')).toBe('{\n  "to":"ana",\n  "to":"eve"\n}')
  })

  test('adds nothing but spaces and line breaks, and none inside a text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value)
        const laid = laidOut(json)
        expect(laid.replace(/\n */g, '')).toBe(json)
        expect(JSON.parse(laid)).toEqual(JSON.parse(json))
      }),
    )
  })

  test('leaves alone what is not JSON, or has lines already', () => {
    expect(laidOut('rm -rf {a,b}')).toBe('rm -rf {a,b}')
    expect(laidOut('{\n"a":1}')).toBe('{\n"a":1}')
  })
})

describe('characters that cannot be seen', () => {
  test('are shown by number', () => {
    for (const [character, code] of [
      ['\u202e', 'U+202E'],
      ['\u200b', 'U+200B'],
      ['\u00ad', 'U+00AD'],
      ['\u00a0', 'U+00A0'],
      ['\u0007', 'U+0007'],
      ['\r', 'U+000D'],
      ['\u2800', 'U+2800'],
      ['\ufe0f', 'U+FE0F'],
      ['\u3164', 'U+3164'],
      ['\u{e0041}', 'U+E0041'],
      ['\ud800', 'U+D800'],
    ] as const)
      expect(piecesOf(`a${character}`)).toEqual([
        { kind: 'seen', text: 'a' },
        { kind: 'unseen', code },
      ])
  })

  test('letters, spaces and line breaks stay as they are', () => {
    const text = 'Größe 23 m²\nשלום 你好 🙂'
    expect(piecesOf(text)).toEqual([{ kind: 'seen', text }])
  })

  test('nothing is lost, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const back = piecesOf(text).map((piece) =>
          piece.kind === 'seen' ? piece.text : String.fromCodePoint(Number.parseInt(piece.code.slice(2), 16)),
        )
        expect(back.join('')).toBe(text)
      }),
    )
  })
})
