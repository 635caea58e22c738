import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { idTable, problemLine, type Sign, utf8 } from '../../kernel/index.ts'
import { csvVotes } from './csv-votes.ts'
import { jsonlVotes } from './jsonl-votes.ts'
import type { VoteReader, VoteSink } from './vote-sink.ts'

type Said = readonly [participant: string, statement: string, vote: Sign | null, at: number]

/** Reads a text in pieces of the sizes given, in turn: what was said, or the line of the first problem. */
function read(
  open: (name: string, sink: VoteSink) => VoteReader,
  text: string | Uint8Array,
  sizes = [1 << 20],
): Said[] | string {
  const [participants, statements] = [idTable(), idTable()]
  const put: { participant: number; statement: number; vote: Sign | null; at: number }[] = []
  const reader = open('votes', { participants, statements, put: (answer) => void put.push(answer) })
  const bytes = typeof text === 'string' ? utf8(text) : text
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!
    const problem = reader.take(bytes.slice(at, at + size))
    if (problem !== null) return problemLine(problem)
    at += size
  }
  const problem = reader.end()
  if (problem !== null) return problemLine(problem)
  const [people, texts] = [participants.texts(), statements.texts()]
  return put.map(({ participant, statement, vote, at }) => [
    people[participant]!,
    texts[statement]!,
    vote,
    at,
  ])
}

const POLIS = `timestamp,datetime,comment-id,voter-id,vote
1403054214196,Wed Jun 18 2014,7,0,1\r
1403054214197,"Wed, Jun 18",7,12,-1

1403054214198,"on two
lines, ""quoted""",8,12,0`

describe('votes in a CSV file', () => {
  test.each([
    [
      'a Polis export',
      POLIS,
      [
        ['0', '7', 1, 1403054214196],
        ['12', '7', -1, 1403054214197],
        ['12', '8', 0, 1403054214198],
      ],
    ],
    [
      'columns in any order, no time',
      '\ufeffVote,Statement,Participant\ragree,s1,"p ""x"""\rpass,s1,é\r',
      'votes, row 2, column "participant": found "p \\"x\\"", expected an id of 1 to 128 visible characters without spaces',
    ],
    [
      'words, marks and letters',
      'participant,statement,vote,time\n"p""x",s1,agree,2014-06-18T01:16:54.196Z\né,s1,disagree,5',
      [
        ['p"x', 's1', 1, 1403054214196],
        ['é', 's1', -1, 5],
      ],
    ],
  ])('%s', (_, text, said) => {
    expect(read(csvVotes, text)).toEqual(said)
  })

  test('says the same wherever the pieces are cut', () => {
    const whole = read(csvVotes, POLIS)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }), (sizes) => {
        expect(read(csvVotes, POLIS, sizes)).toEqual(whole)
      }),
    )
  })

  const rows = (...lines: string[]) => ['participant,statement,vote,time', ...lines].join('\n')
  test.each([
    ['', 'votes: found an empty file, expected a first row with "participant", "statement" and "vote"'],
    [
      'participant,vote\n',
      'votes, row 1: found the columns "participant, vote", expected a column "statement" or "comment-id" or "comment"; needed are participant, statement, vote',
    ],
    ['vote,vote', 'votes, row 1: found the column "vote" twice, expected each column once'],
    [
      'person,voter,statement,vote',
      'votes, row 1: found the columns "person, voter", expected one of them, as they say the same',
    ],
    [
      rows(`p,s,1,${'9'.repeat(17)}`),
      `votes, row 2, column "time": found "${'9'.repeat(17)}", expected a number or a time in UTC such as "2026-03-01T09:30:00Z"`,
    ],
    [
      rows('p,s,2,1'),
      'votes, row 2, column "vote": found "2", expected 1, 0 or -1, or agree, pass or disagree',
    ],
    [
      rows('p,s,1,1', '', 'p,,1,1'),
      'votes, row 4, column "statement": found "", expected an id of 1 to 128 visible characters without spaces',
    ],
    [rows('p,s,1'), 'votes, row 2: found 3 cells, expected 4, as in the first row'],
    [
      rows('p,s,1,noon'),
      'votes, row 2, column "time": found "noon", expected a number or a time in UTC such as "2026-03-01T09:30:00Z"',
    ],
    ...['2023-02-31T00:00:00Z', '1900-02-29T00:00:00Z', '2026-04-31T00:00:00Z'].map((day) => [
      rows('p,s,1,2024-02-29T00:00:00Z', `p,s,1,${day}`),
      `votes, row 3, column "time": found "${day}", expected a number or a time in UTC such as "2026-03-01T09:30:00Z"`,
    ]),
    [
      rows('p,s,1,'),
      'votes, row 2, column "time": found "", expected a number or a time in UTC such as "2026-03-01T09:30:00Z"',
    ],
    [
      rows('p,"s,1,1'),
      'votes, row 2, cell 2: found a quotation mark that is never closed, expected quotation marks around the whole cell, doubled inside it, and a row of a few cells',
    ],
    [
      rows('p,s"s,1,1'),
      'votes, row 2, cell 2: found a quotation mark in the middle, expected quotation marks around the whole cell, doubled inside it, and a row of a few cells',
    ],
  ])('refuses %j', (text, line) => {
    expect(read(csvVotes, text)).toBe(line)
    expect(read(csvVotes, text, [1])).toBe(line)
  })

  test('a row without an end is refused before it fills the memory', () => {
    expect(read(csvVotes, rows(`p,"${'x'.repeat(3 << 20)}`))).toMatch(
      /^votes, row 2: found more than 1048576 bytes/,
    )
  })
})

describe('votes in JSON lines', () => {
  const LINES =
    '{"participant":"p1","statement":"s","vote":"agree"}\n\n{"type":"withdrawal","participant":"p1","statement":"s"}\n{"type":"vote","participant":"é","statement":"s","vote":"disagree","at":"2026-03-01T09:30:00Z"}'

  test('votes and withdrawals, wherever the pieces are cut', () => {
    const said = [
      ['p1', 's', 1, 0],
      ['p1', 's', null, 0],
      ['é', 's', -1, 0],
    ]
    for (const size of [1, 2, 7, 1000]) expect(read(jsonlVotes, LINES, [size])).toEqual(said)
  })

  test.each([
    ['{"participant":"p"}', 'votes, row 1, field "statement": found nothing, expected an id'],
    ['\n{', 'votes, row 2: found "{", expected one JSON object on one line'],
    [
      '{"type":"statement","id":"a","text":"b"}',
      'votes, row 1, field "type": found "statement", expected votes and withdrawals alone; files with other lines are read whole, and may have 256 MiB',
    ],
    [
      'x'.repeat(70_000),
      'votes, row 1: found a line of more than 65536 characters, expected one vote a line',
    ],
  ])('refuses %j', (text, line) => {
    expect(read(jsonlVotes, text, [5000])).toBe(line)
  })

  test('two people are not one because their ids cannot be read', () => {
    const line = (last: number) =>
      Uint8Array.of(...utf8('{"participant":"p'), last, ...utf8('","statement":"s","vote":"agree"}\n'))
    expect(read(jsonlVotes, Uint8Array.of(...line(0x31), ...line(0xff), ...line(0xfe)))).toBe(
      'votes, row 2: found bytes that are not UTF-8, expected text in UTF-8',
    )
  })
})
