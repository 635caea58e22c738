import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { describeImporter, filesOf, valueIn } from './importer.case.ts'
import { native } from './native.ts'

const good = filesOf({
  'a.jsonl': `{"type":"assembly","id":"ward","question":"What should it value?"}
{"type":"statement","id":"candour","text":"Tell me the truth.\\nAlways."}

{"type":"statement","id":"2","text":"「靜」"}
`,
  'b/votes.ndjson': `\uFEFF{"type":"vote","participant":"p1","statement":"candour","vote":"agree"}\r
{"type":"vote","participant":"p1","statement":"candour","vote":"pass"}\r
{"type":"participant","id":"p2","declared":{"age":"over 70"}}`,
  'readme.txt': 'not read',
})

const withLine = (line: string) => new Map([...good, ['c.jsonl', `\n${line}\n`]])

describeImporter({
  importer: native,
  good,
  broken: [
    {
      because: 'what is not JSON',
      files: withLine('{"type":"vote",'),
      line: 'c.jsonl, row 2: found "{\\"type\\":\\"vote\\",", expected one JSON object on one line',
    },
    {
      because: 'a field that is not known',
      files: withLine('{"type":"statement","id":"3","text":"x","moderaton":"removed"}'),
      line: 'c.jsonl, row 2, field "moderaton": found a field that this type of record does not have, expected no such field',
    },
    {
      because: 'a vote on a statement that no line introduces',
      files: withLine('{"type":"vote","participant":"p1","statement":"3","vote":"pass"}'),
      line: 'c.jsonl, row 2, field "statement": found "3", expected the id of a statement',
    },
    {
      because: 'files that do not say what is being asked',
      files: filesOf({ 'a.jsonl': '{"type":"statement","id":"1","text":"x"}', 'b.jsonl': '' }),
      line: 'a.jsonl, b.jsonl: found no record of type "assembly", expected one that says what is being asked',
    },
    {
      because: 'what is not UTF-8',
      files: new Map([...good, ['c.jsonl', Uint8Array.of(10, 10, 0xc3, 0x28)]]),
      line: 'c.jsonl, line 3: found bytes that are not UTF-8, expected text in UTF-8',
    },
    {
      because: 'a NUL',
      files: withLine('\0'),
      line: 'c.jsonl, line 2: found a NUL, expected text in UTF-8',
    },
  ],
})

describe('files in the native format', () => {
  test('are read in the order of their names, so that the later line wins', () => {
    const { votes } = valueIn(native.read(good, { assembly: null }))
    expect(votes).toMatchObject([{ participant: 'p1', statement: 'candour', vote: 'pass' }])
    const last = '{"type":"vote","participant":"p1","statement":"candour","vote":"disagree"}'
    const unsorted = new Map([['c.jsonl', last], ['aa.jsonl', last.replace('disagree', 'agree')], ...good])
    expect(valueIn(native.read(unsorted, { assembly: null })).votes).toMatchObject([{ vote: 'disagree' }])
  })

  test('the documented lines are one file that can be read as it stands', () => {
    const format = readFileSync('docs/formats/native.md', 'utf8')
    const lines = [...format.matchAll(/```jsonl\n([^`]*)```/g)].map(([, block]) => block)
    const result = native.read(filesOf({ 'native.jsonl': lines.join('') }), { assembly: null })
    expect(result.kind === 'refused' ? problemLine(result.problem) : '').toBe('')
    const { participants, votes, cases } = valueIn(result)
    expect(participants.map(({ id }) => id)).toEqual(['p1', 'p2'])
    expect(votes).toHaveLength(1)
    expect(cases[0]?.responses.map(({ id }) => id)).toEqual(['tell', 'wait', 'hand-over', 'absent'])
  })

  test('shadows of files that archivers add are not read', () => {
    const shadowed = new Map([...good, ['__MACOSX/._a.jsonl', 'x'], ['.a.jsonl', 'x']])
    expect(native.read(shadowed, { assembly: null })).toEqual(native.read(good, { assembly: null }))
  })
})
