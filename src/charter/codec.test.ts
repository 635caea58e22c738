import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, problemLine } from '../kernel/index.ts'
import { charterFixture } from './charter.fixture.ts'
import { parseCharter, printCharter } from './codec.ts'
import { type Charter, charterSchema } from './schema.ts'

const FILE = 'city.charter.yaml'
const printed = printCharter(charterFixture)
const complaint = (text: string): string => {
  const outcome = parseCharter(text, FILE)
  return outcome.kind === 'refused' ? problemLine(outcome.problem) : 'parsed'
}

describe('reading and writing a charter', () => {
  test('what was written is read again', () => {
    expect(parseCharter(printed, FILE)).toEqual({ kind: 'parsed', value: charterFixture })
  })

  test('any text in any place comes back, and is written the same again', () => {
    fc.assert(
      fc.property(reworded, (charter) => {
        const text = printCharter(charter)
        const back = parseCharter(text, FILE)
        expect(back).toEqual({ kind: 'parsed', value: charter })
        expect(back.kind === 'parsed' && printCharter(back.value)).toBe(text)
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('equal charters are equal bytes, whatever the order of their keys', () => {
    expect(printCharter(backwards(charterFixture) as Charter)).toBe(printed)
  })

  test('minus zero is written like zero', () => {
    const [first, ...rest] = charterFixture.rulings
    const minus = { ...charterFixture, rulings: [{ ...first!, winProbability: -0 }, ...rest] }
    const zero = { ...charterFixture, rulings: [{ ...first!, winProbability: 0 }, ...rest] }
    expect(printCharter(minus)).toBe(printCharter(zero))
  })

  test('a person can read it: a head, sections, an interval on one line', () => {
    expect(printed).toMatch(
      /^# A Parley charter: .*\n# Check it, in a clone of Parley: {2}npx parley charter check FILE\n/,
    )
    expect(printed).toContain('\n\n# What nobody knows yet.\nunknowns:\n')
    expect(printed).toMatch(/\n {6}overall: \{ estimate: 0\.9492, .* level: 0\.95 \}\n/)
    expect(printed).toContain('\n    burdens: [ A ]\n')
    expect(Math.max(...printed.split('\n').map((line) => line.length))).toBeLessThanOrEqual(130)
  })

  test('a thousand ids stand in rows', () => {
    const statements = Array.from({ length: 1_000 }, (_, at) => id<'statement'>(String(at)))
    const [first, ...rest] = charterFixture.unknowns
    const charter = { ...charterFixture, unknowns: [{ ...first!, statements }, ...rest] }
    const text = printCharter(charter)
    expect(text.split('\n').length).toBeLessThan(printed.split('\n').length + 100)
    expect(text).toMatch(/\n {4}statements:\n {6}\[ "0", "1", "2", .{60,}\n {8}"\d+", /)
    expect(parseCharter(text, FILE)).toEqual({ kind: 'parsed', value: charter })
  })

  test('what other YAML readers would take for a number, a date or a truth value is quoted', () => {
    const charter = { ...charterFixture, id: 'no', title: '2026-11-21', version: '1:30' }
    const text = printCharter(charter)
    expect(text).toContain('\nid: "no"\ntitle: "2026-11-21"\nversion: "1:30"\n')
  })

  test('what a reader could not see is written out', () => {
    const turned = 'pay \u202eeno on\u202c \u{e0041}\u0085 می\u200cخواهم'
    const text = printCharter({ ...charterFixture, title: turned })
    expect(text).toContain('title: "pay \\u202eeno on\\u202c \\U000e0041\\u0085 می\u200cخواهم"')
    expect(parseCharter(text, FILE)).toMatchObject({ value: { title: turned } })
  })
})

describe('what is refused, and how', () => {
  test.each([
    ['an empty file', '', 'line 1: found null, expected a map'],
    ['a list', '- a', 'line 1: found a list, expected a map'],
    ['broken YAML', printed.replace('seal: null', 'seal: @x'), 'found broken YAML (Plain value cannot start'],
    [
      'an id that reads as a number',
      printed.replace('id: P1', 'id: 1'),
      'principles[0].id: found 1, expected text; put it in quotes',
    ],
    [
      'a YAML 1.1 truth value',
      printed.replace('synthetic: true', 'synthetic: yes'),
      'assembly.synthetic: found "yes", expected true or false',
    ],
    [
      'an unknown kind',
      printed.replace('kind: floor', 'kind: flor'),
      'principles[0].kind: found "flor", expected one of the kinds',
    ],
    [
      'a wrong word',
      printed.replace('motive: survey', 'motive: fun'),
      'found "fun", expected "control" or "censorship"',
    ],
    [
      'a negative count',
      printed.replace('participants: 120', 'participants: -1'),
      'assembly.participants: found -1, expected at least 0',
    ],
    [
      'half a person',
      printed.replace('participants: 120', 'participants: 1.5'),
      'assembly.participants: found 1.5, expected a whole number',
    ],
    [
      'a share above one',
      printed.replace('winProbability: 0.98', 'winProbability: 98'),
      'found 98, expected at most 1',
    ],
    [
      'not a number',
      printed.replace('winProbability: 0.98', 'winProbability: .nan'),
      'rulings[0].winProbability: found NaN, expected',
    ],
    [
      'an empty text',
      printed.replace('version: "1.0"', 'version: ""'),
      'line 8, version: found "", expected something',
    ],
    [
      'a missing key',
      printed.replace('    because: 105', '    becuase: 105'),
      'principles[0].because: found nothing, expected text',
    ],
    ['a key of no schema', `${printed}extra: 1\n`, 'found the key "extra", expected only keys of the schema'],
    [
      'a digest of another kind',
      printed.replace(/votesDigest: \S+/, 'votesDigest: md5:1'),
      'assembly.votesDigest: found "md5:1", expected sha256: and 64',
    ],
    [
      'a group that is a number',
      printed.replace('- group: A', '- group: 5'),
      'principles[0].dissent[0].group: found 5, expected text; put it in quotes',
    ],
    [
      'the same key twice',
      printed.replace('    motive: ethics', '    text: x\n    motive: ethics'),
      'found the key "text", expected each key once',
    ],
    ['a key of the language', printed.replace('seal:', '__proto__:'), 'found the key "__proto__"'],
    [
      'another version',
      printed.replace('parley-charter/1', 'parley-charter/9'),
      'line 5, schema: found "parley-charter/9", expected "parley-charter/1"',
    ],
    [
      'a second document',
      `${printed}---\na: 1\n`,
      'found a second document, expected one charter in one file',
    ],
    ['more after the end', `${printed}...\nschema: x\n`, 'broken YAML'],
    [
      'an alias',
      printed.replace('seal: null', 'seal: *x'),
      'found the alias "*x", expected the value itself',
    ],
    [
      'a lone surrogate',
      printed.replace('version: "1.0"', 'version: "\\uD800"'),
      'version: found "\\ud800", expected text that UTF-8 can write',
    ],
  ])('%s', (_, text, says) => {
    const line = complaint(text)
    expect(line).toMatch(/^city\.charter\.yaml, line \d+/)
    expect(line).toContain(says)
  })

  test('the line is the line of the value', () => {
    const row = printed.split('\n').findIndex((line) => line.includes('motive: survey')) + 1
    expect(complaint(printed.replace('motive: survey', 'motive: fun'))).toContain(
      `line ${row}, principles[3].motive`,
    )
  })

  test('no change of one character makes it throw', () => {
    const edit = fc.tuple(fc.nat(printed.length - 1), fc.string({ unit: 'binary', maxLength: 2 }))
    fc.assert(
      fc.property(edit, ([at, piece]) => {
        const outcome = parseCharter(printed.slice(0, at) + piece + printed.slice(at + 1), FILE)
        return outcome.kind === 'parsed' || outcome.problem.place.startsWith(FILE)
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})

const TRICKY = [
  '40',
  '040',
  'no',
  'Y',
  'on',
  '2026-11-21',
  '12:30',
  '~',
  'null',
  '0x1F',
  '1e3',
  '.inf',
  '- a',
  'a: b',
  '#x',
  'a #b',
  '[P1]',
  '{',
  '\n',
  'a\n',
  '\n a',
  ' a',
  'a ',
  '\t',
  '"',
  "'",
  '|',
  '>',
  '%YAML',
  '---',
  '...',
  '\u2028',
  '\u0085',
  '\ufeff',
  '\u0000',
  '!!x',
  '&a',
  '*a',
  '=',
  '<<',
  'a\r\nb',
  'a\n\n  b\nc\n\n',
  `${'long words '.repeat(30)}\n end`,
  '🙂',
  ' \n',
  '\u202e',
  '\u200d',
  '\u{e0041}',
  '\r',
]

const anyText = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '\n', ':', '#', '-', '"', "'", '\\', '中'),
    minLength: 1,
    maxLength: 200,
  }),
)

/** The fixture with other words wherever the schema takes any text, and other names for its groups. */
const reworded = fc.infiniteStream(anyText).map((texts) => {
  let charter: unknown = charterFixture
  for (const path of FREE) charter = replaced(charter, path, texts.next().value as string)
  const names = new Map(['A', 'B', 'C'].map((group) => [group, `${group}${texts.next().value}`]))
  return charterSchema.parse(renamed(charter, names))
})

type Path = readonly (string | number)[]

const FREE = textPaths(charterFixture, []).filter(
  (path) => charterSchema.safeParse(replaced(charterFixture, path, 'x y')).success,
)

function textPaths(value: unknown, path: Path): Path[] {
  if (typeof value === 'string') return [path]
  if (Array.isArray(value)) return value.flatMap((item, at) => textPaths(item, [...path, at]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, item]) => textPaths(item, [...path, key]))
}

function replaced(value: unknown, path: Path, by: string): unknown {
  const [head, ...rest] = path
  if (head === undefined) return by
  if (Array.isArray(value)) return value.map((item, at) => (at === head ? replaced(item, rest, by) : item))
  const map = value as Record<string, unknown>
  return { ...map, [head]: replaced(map[head], rest, by) }
}

function renamed(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => renamed(item, names))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [names.get(key) ?? key, renamed(item, names)]),
  )
}

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, backwards(item)]),
  )
}
