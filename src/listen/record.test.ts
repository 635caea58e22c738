import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemLine } from '../kernel/index.ts'
import { parseRecord } from './parse-record.ts'
import { randomInput, randomRecord } from './random-records.case.ts'
import { RECORD_TYPES } from './record.ts'

const FORMAT = readFileSync('docs/formats/native.md', 'utf8')
const exampleLines = [...FORMAT.matchAll(/```jsonl\n([^`]*)```/g)].flatMap(([, block]) =>
  (block ?? '').trim().split('\n'),
)

const read = (value: unknown) => {
  const result = parseRecord(value, 'a.jsonl, row 1')
  return result.kind === 'parsed' ? result.value : problemLine(result.problem)
}

describe('the native format', () => {
  test.each(exampleLines)('the documented line %s parses', (line) => {
    expect(parseRecord(JSON.parse(line), 'native.md').kind).toBe('parsed')
  })

  test('every type is documented, with an example', () => {
    expect(RECORD_TYPES.length).toBe(18)
    const documented = new Set(exampleLines.map((line) => JSON.parse(line).type))
    expect(RECORD_TYPES.filter((type) => !documented.has(type))).toEqual([])
  })

  test('says of machine-written words, and of no others, what wrote them', () => {
    const written = { model: 'm', mediation: 'm1', prompt: `sha256:${'0'.repeat(64)}` }
    const statement = { type: 'statement', id: '1', text: 'x' }
    expect(read({ ...statement, origin: 'mediator', written })).toMatchObject({ written })
    const problem = expect.stringContaining('field "written"')
    expect(read({ ...statement, origin: 'mediator' })).toEqual(problem)
    expect(read({ ...statement, origin: 'participant', written })).toEqual(problem)
    expect(read({ ...statement, origin: 'mediator', written, author: 'p' })).toEqual(problem)
  })

  test('fills in what people leave out', () => {
    expect(read({ type: 'statement', id: '1', text: 'x' })).toEqual({
      type: 'statement',
      id: '1',
      text: 'x',
      language: 'und',
      author: null,
      origin: 'participant',
      written: null,
      subject: 'value',
      moderation: 'shown',
    })
    expect(read({ type: 'vote', participant: 'p', statement: '1', vote: 'pass' })).toMatchObject({
      at: null,
      shown: null,
    })
    expect(read({ type: 'participant', id: 'p' })).toEqual({
      type: 'participant',
      id: 'p',
      declared: {},
      origin: '',
      exportedGroup: null,
    })
  })

  test('a response is admissible unless it is an absence nobody called admissible', () => {
    const situation = (response: object) =>
      read({ ...CASE, responses: [{ id: 'r', kind: 'absent', text: 'No AI acts.', ...response }] })
    expect(situation({})).toMatchObject({ responses: [{ admissible: false }] })
    expect(situation({ admissible: true })).toMatchObject({ responses: [{ admissible: true }] })
    expect(situation({ kind: 'acts' })).toMatchObject({ responses: [{ admissible: true }] })
    expect(situation({ kind: 'acts', admissible: false })).toBe(
      'a.jsonl, row 1, field "responses.0.admissible": found false, expected true, because only "absent" can be inadmissible',
    )
  })

  test('what was read is written and read again the same', () => {
    fc.assert(
      fc.property(randomRecord, (record) => {
        expect(read(JSON.parse(JSON.stringify(record)))).toEqual(record)
      }),
    )
  })

  test('a field that is not known is refused, in every type', () => {
    fc.assert(
      fc.property(randomInput, (input) => {
        expect(read({ ...input, moderaton: 'shown' })).toContain('field "moderaton": found a field')
      }),
    )
  })
})

const CASE = {
  type: 'case',
  id: 'c',
  title: 't',
  situation: 's',
  opening: 'o',
  reversible: true,
  responses: [],
}

describe('a record that is refused names its field, what stood there and what would be right', () => {
  test.each<[unknown, string]>([
    [[], ': found a list, expected a record with a known "type"'],
    [{}, `, field "type": found nothing, expected one of ${RECORD_TYPES.join(', ')}`],
    [{ type: 'votes' }, `, field "type": found "votes", expected one of ${RECORD_TYPES.join(', ')}`],
    [
      { type: 'vote', participant: 'p', statement: '1', vote: 1 },
      ', field "vote": found 1, expected one of "agree", "pass", "disagree"',
    ],
    [{ type: 'withdrawal', participant: 'p' }, ', field "statement": found nothing, expected an id'],
    [
      { type: 'withdrawal', participant: 'p q', statement: '1' },
      ', field "participant": found "p q", expected an id of 1 to 128 visible characters without spaces',
    ],
    [
      { type: 'weight', participant: 'p', statement: '1', matters: -1 },
      ', field "matters": found -1, expected a number that is not negative',
    ],
    [
      { type: 'weight', participant: 'p', statement: '1', matters: Number.POSITIVE_INFINITY },
      ', field "matters": found Infinity, expected a number',
    ],
    [
      { type: 'vote', participant: 'p', statement: '1', vote: 'pass', at: '1 May' },
      ', field "at": found "1 May", expected a time in UTC such as "2026-03-01T09:30:00Z"',
    ],
    [
      { type: 'vote', participant: 'p', statement: '1', vote: 'pass', shown: 0 },
      ', field "shown": found 0, expected a probability above 0, because it was shown',
    ],
    [
      { type: 'comparison', participant: 'p', case: 'c', a: 'r', b: 'r', prefers: 'a' },
      ', field "b": found "r", expected another response than a',
    ],
    [
      { type: 'statement', id: '1', text: 'a\0b' },
      ', field "text": found "a\\u0000b", expected a text without NUL and without halves of characters',
    ],
    [
      { type: 'statement', id: '1', text: 'x', language: 'English, mostly' },
      ', field "language": found "English, mostly", expected a BCP 47 tag such as "en", "zh-TW" or "und"',
    ],
    [
      JSON.parse('{"type":"participant","id":"p","declared":{"__proto__":"x"}}'),
      ', field "declared": found an object, expected attributes other than "__proto__"',
    ],
    [
      { ...CASE, responses: [{ id: 'absent', kind: 'acts', text: 'x' }] },
      ', field "responses": found a list, expected "hand-over" only for kind "hands-over" and "absent" only for kind "absent"',
    ],
    [
      {
        ...CASE,
        responses: [
          { id: 'r', kind: 'acts', text: 'x' },
          { id: 'r', kind: 'acts', text: 'y' },
        ],
      },
      ', field "responses": found a list, expected responses with an id each',
    ],
    [
      {
        ...CASE,
        responses: [
          { id: 'r', kind: 'absent', text: 'x' },
          { id: 's', kind: 'absent', text: 'y' },
        ],
      },
      ', field "responses": found a list, expected at most one response of kind "absent"',
    ],
    [
      {
        type: 'drafting',
        statement: '1',
        by: 'N',
        motive: 'ethics',
        authority: 'law',
        scale: {
          low: { label: 'l', instruction: 'i' },
          high: { label: 'h', instruction: 'i' },
          from: 1,
          to: 3,
          start: 4,
        },
      },
      ', field "scale": found an object, expected a start between from and to',
    ],
  ])('%j', (value, rest) => expect(read(value)).toBe(`a.jsonl, row 1${rest}`))
})
