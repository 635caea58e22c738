import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { problemLine, voteOf } from '../../kernel/index.ts'
import type { NoteKind } from '../listening.ts'
import { describeImporter, filesOf, valueIn } from './importer.case.ts'
import type { Files } from './importer.ts'
import { instantOf } from './instant.ts'
import { polis } from './polis.ts'
import {
  type Conversation,
  latestOf,
  randomConversation,
  randomVariant,
  type Variant,
  writeExport,
} from './polis-export.case.ts'

const COMMENTS = `timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body
1500000000000,Fri Jul 14 2017,0,0,3,1,1,"Keep the ""old"" bridge,
please."
1500000001000,Fri Jul 14 2017,2,1,1,0,0,Open the school.
1500000002000,Fri Jul 14 2017,3,2,1,0,-1,Buy my soap.
`
const VOTES = `timestamp,datetime,comment-id,voter-id,vote
1500000003000,Fri Jul 14 2017,0,0,1
1500000009000,Fri Jul 14 2017,0,1,-1
1500000004000,Fri Jul 14 2017,0,1,1
1500000005000,Fri Jul 14 2017,0,10,1
1500000006000,Fri Jul 14 2017,2,1,1
1500000007000,Fri Jul 14 2017,3,2,1
`
const MATRIX = `participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,2,3
0,ann@example.org,0,1,1,1,0,1,,
1,,1,1,2,1,1,-1,1,
2,,,1,1,1,0,,,1
10,,0,0,1,1,0,1,,
`
const SUMMARY = `topic,The town
url,https://pol.is/2demo
voters,4
comments,3
conversation-description,"What should change?

Say it."
`
const good = filesOf({
  'comments.csv': COMMENTS,
  'votes.csv': VOTES,
  'participants-votes.csv': MATRIX,
  'summary.csv': SUMMARY,
})
const without = (name: string): Files => new Map([...good].filter(([each]) => each !== name))
const withFile = (name: string, text: string): Files => new Map([...good, [name, text]])
const changed = (name: string, from: string, to: string): Files => {
  const text = String(good.get(name))
  if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`)
  return withFile(name, text.replace(from, to))
}

import { readMatrix } from './polis-tables.ts'

describeImporter({
  importer: polis,
  good,
  broken: [
    {
      because: 'an export without statements',
      files: without('comments.csv'),
      line: 'comments.csv: found no such file among participants-votes.csv, summary.csv, votes.csv, expected the statements people voted on',
    },
    {
      because: 'an export without votes',
      files: filesOf({ 'comments.csv': COMMENTS }),
      line: 'votes.csv: found no such file among comments.csv, expected votes.csv or participants-votes.csv',
    },
    {
      because: 'two exports at once',
      files: new Map([...good, ['other/votes.csv', VOTES]]),
      line: 'other/votes.csv: found a second export beside "comments.csv", expected the files of one export',
    },
    {
      because: 'the same part twice',
      files: new Map([...good, ['2024-votes.csv', VOTES]]),
      line: 'votes.csv: found a second export beside "2024-votes.csv", expected the files of one export',
    },
    {
      because: 'a table without a column it needs',
      files: changed('votes.csv', 'voter-id', 'user'),
      line: 'votes.csv, row 1: found the columns "timestamp, datetime, comment-id, user, vote", expected a column "voter-id"; needed are voter-id, comment-id, vote',
    },
    {
      because: 'a page of HTML',
      files: withFile('comments.csv', '<!doctype html><title>Sign in</title>'),
      line: 'comments.csv, row 1: found the columns "<!doctype html><title>sign in</title>", expected a column "comment-id"; needed are comment-id, comment-body',
    },
    {
      because: 'an empty file',
      files: withFile('votes.csv', ''),
      line: 'votes.csv: found an empty file, expected a first row with "voter-id", "comment-id", "vote"',
    },
    {
      because: 'a vote that is none',
      files: changed('votes.csv', '0,10,1', '0,10,2'),
      line: 'votes.csv, row 5, column "vote": found "2", expected 1, 0 or -1',
    },
    {
      because: 'a cell of the matrix that is no vote',
      files: changed('participants-votes.csv', ',-1,1,', ',-1,yes,'),
      line: 'participants-votes.csv, row 3, column "2": found "yes", expected 1, 0 or -1 or nothing',
    },
    {
      because: 'a row that is too short, after a text over two lines',
      files: changed('comments.csv', ',0,0,Open the school.', ',0,0'),
      line: 'comments.csv, row 3: found 7 cells, expected 8, as in the first row',
    },
    {
      because: 'a quotation mark that is never closed',
      files: changed('comments.csv', 'please."', 'please.'),
      line: 'comments.csv, row 2, cell 8: found a quotation mark that is never closed, expected quotation marks around the whole cell, doubled inside it',
    },
    {
      because: 'a statement listed twice',
      files: changed('comments.csv', ',3,2,1,0,-1,', ',2,2,1,0,-1,'),
      line: 'comments.csv, row 4, column "comment-id": found "2", expected an id that no row above has',
    },
    {
      because: 'a person listed twice',
      files: changed('participants-votes.csv', '\n10,', '\n1,'),
      line: 'participants-votes.csv, row 5, column "participant": found "1", expected an id that no row above has',
    },
    {
      because: 'an id that is no number',
      files: changed('votes.csv', ',0,10,1', ',0,__proto__,1'),
      line: 'votes.csv, row 5, column "voter-id": found "__proto__", expected a whole number',
    },
    {
      because: 'an id with a leading zero, which would be a second person',
      files: changed('votes.csv', ',0,10,1', ',0,010,1'),
      line: 'votes.csv, row 5, column "voter-id": found "010", expected a whole number',
    },
    {
      because: 'a time that is none',
      files: changed('votes.csv', '1500000005000', 'Friday'),
      line: 'votes.csv, row 5, column "timestamp": found "Friday", expected milliseconds since 1970',
    },
    {
      because: 'a group that is none',
      files: changed('participants-votes.csv', '10,,0,', '10,,A,'),
      line: 'participants-votes.csv, row 5, column "group-id": found "A", expected a whole number or nothing',
    },
    {
      because: 'a moderation that is none',
      files: changed('comments.csv', ',1,0,-1,Buy', ',1,0,no,Buy'),
      line: 'comments.csv, row 4, column "moderated": found "no", expected 1, 0 or -1 or nothing',
    },
    {
      because: 'a statement longer than any statement',
      files: changed('comments.csv', 'Open the school.', 'x'.repeat(20_001)),
      line: `comments.csv, row 3, column "comment-body": found "${'x'.repeat(57)}...", expected a text of at most 20000 characters`,
    },
    {
      because: 'a summary that is not keys and values',
      files: changed('summary.csv', 'The town', 'The town,the river'),
      line: 'summary.csv, row 1: found 3 cells, expected a key and a value',
    },
    {
      because: 'votes that say agree with -1',
      files: new Map([
        ...good,
        ['votes.csv', VOTES.replaceAll(/,(-?)1$/gm, (_, minus) => (minus ? ',1' : ',-1'))],
        ['participants-votes.csv', 'participant\n0\n'],
      ]),
      line: 'comments.csv, columns "agrees" and "disagrees": found totals that fit the votes of 3 statements with agree as -1, and of 0 with agree as 1, expected votes with agree as 1',
    },
  ],
})

const read = (files: Files) => valueIn(polis.read(files, { assembly: null }))
const notes = (files: Files, kind: NoteKind) => read(files).notes.filter((note) => note.kind === kind)

describe('an export', () => {
  test('says what is asked, in the topic and the description', () => {
    expect(read(good).assembly).toEqual({
      id: '2demo',
      question: 'The town',
      description: 'What should change?\n\nSay it.',
      source: 'polis export of https://pol.is/2demo',
      synthetic: false,
    })
    expect(read(without('summary.csv')).assembly).toMatchObject({ id: 'polis', question: '' })
  })

  test('keeps the latest vote by time, and of equally late ones the lower row', () => {
    const vote = (files: Files) => read(files).votes.find((each) => each.participant === '1')
    expect(vote(good)).toMatchObject({ vote: 'disagree', at: '2017-07-14T02:40:09.000Z' })
    expect(vote(changed('votes.csv', '1500000004000', '1500000009000'))).toMatchObject({ vote: 'agree' })
  })

  test('without times the lower row counts, and a note says so', () => {
    const files = changed('votes.csv', 'timestamp', 'when')
    expect(read(files).votes.find((each) => each.participant === '1')).toMatchObject({
      vote: 'agree',
      at: null,
    })
    expect(notes(files, 'column-missing').map(({ says }) => says)).toContain(
      'votes.csv has no timestamp: times are unknown and of several votes the last row counts.',
    )
  })

  test('keeps nobody’s xid', () => {
    expect(JSON.stringify(read(good))).not.toContain('ann@example.org')
  })

  test('takes groups as exported', () => {
    expect(read(good).participants.map(({ id, exportedGroup }) => [id, exportedGroup])).toEqual([
      ['0', '0'],
      ['1', '1'],
      ['2', null],
      ['10', '0'],
    ])
  })

  test('shows what nobody moderated only where another than its author voted on it', () => {
    const moderation = (files: Files) => read(files).statements.map((each) => each.moderation)
    expect(moderation(good)).toEqual(['shown', 'waiting', 'removed'])
    const seen = changed('votes.csv', '1500000006000', '1500000006000,,2,0,0\n1500000006001')
    expect(moderation(seen)).toEqual(['shown', 'shown', 'removed'])
    const unknownAuthor = changed('comments.csv', 'author-id', 'by')
    expect(moderation(unknownAuthor)).toEqual(['shown', 'waiting', 'removed'])
  })
})

describe('the notes of an export', () => {
  test('votes counted twice, with how many the totals hold too many', () => {
    expect(notes(good, 'votes-counted-twice')).toEqual([
      {
        kind: 'votes-counted-twice',
        count: 1,
        says: 'comments.csv counts 1 agree or disagree vote that the same person replaced later; here only the latest counts.',
      },
    ])
    expect(notes(good, 'totals-differ-from-votes')).toEqual([])
  })

  test('totals that fit neither the latest votes nor all that were cast', () => {
    expect(
      notes(changed('comments.csv', ',0,0,3,1,', ',0,0,7,1,'), 'totals-differ-from-votes'),
    ).toMatchObject([{ count: 1, says: expect.stringContaining('for 1 of 3 statements') }])
    expect(notes(without('votes.csv'), 'totals-differ-from-votes')).toMatchObject([
      { count: 1, says: expect.stringContaining('Without votes.csv') },
    ])
  })

  test('a row of the matrix whose totals are not those of its cells', () => {
    expect(
      notes(changed('participants-votes.csv', '10,,0,0,1,1', '10,,0,0,2,1'), 'totals-differ-from-votes'),
    ).toMatchObject([{ count: 1, says: expect.stringContaining('for 1 participant;') }])
  })

  test('a summary that counts otherwise', () => {
    expect(notes(changed('summary.csv', 'voters,4', 'voters,9'), 'totals-differ-from-votes')).toEqual([
      { kind: 'totals-differ-from-votes', count: 5, says: 'summary.csv says 9 voters, but 4 people voted.' },
    ])
    expect(notes(changed('summary.csv', 'comments,3', 'comments,1'), 'totals-differ-from-votes')).toEqual([
      {
        kind: 'totals-differ-from-votes',
        count: 2,
        says: 'summary.csv says 1 comments, but 3 statements are listed in comments.csv.',
      },
    ])
  })

  test('a matrix that differs: the latest vote counts, and what only one file has is kept', () => {
    // 0 disagrees in the matrix only, 2 has an answer only there, and 10 is not listed in it at all.
    const matrix = MATRIX.replace('1,1,0,1,,', '1,0,1,-1,,')
      .replace(/\n10.*/, '')
      .replace(',,,1\n', ',0,,1\n')
    const { votes, participants, notes: all } = read(withFile('participants-votes.csv', matrix))
    const note = all.find(({ kind }) => kind === 'matrix-differs-from-votes')
    expect(note).toEqual({
      kind: 'matrix-differs-from-votes',
      count: 3,
      says: 'votes.csv and participants-votes.csv differ in 3 answers: 1 have another value, of which the latest vote counts; 1 stand only in votes.csv and 1 only in participants-votes.csv, and are kept.',
    })
    const answers = votes.map(({ participant, statement, vote }) => `${participant}/${statement} ${vote}`)
    expect(answers).toEqual(['0/0 agree', '1/0 disagree', '1/2 agree', '2/0 pass', '2/3 agree', '10/0 agree'])
    expect(participants.at(-1)).toMatchObject({ id: '10', exportedGroup: null })
  })

  test('votes on statements nobody can read are left out and counted', () => {
    const files = withFile('comments.csv', COMMENTS.replace(/.*Buy my soap.\n/, ''))
    expect(notes(files, 'votes-on-unknown-statements')).toMatchObject([
      {
        count: 1,
        says: expect.stringMatching(/^1 vote on statements that comments.csv does not list: left out/),
      },
    ])
    expect(read(files).votes.map(({ statement }) => statement)).not.toContain('3')
  })

  test('columns and files the export does not have', () => {
    const missing = (files: Files) =>
      notes(files, 'column-missing').map(({ count, says }) => `${count} ${says}`)
    const flags =
      '2 comments.csv has no is-meta, is-seed: no statement counts as being about people; no statement counts as a seed.'
    expect(missing(good)).toEqual([flags])
    expect(missing(without('participants-votes.csv'))).toEqual([
      '1 The export has no participants-votes.csv: exported groups are unknown, and so are people who never voted.',
      flags,
    ])
    expect(missing(without('votes.csv'))[0]).toBe(
      '1 The export has no votes.csv: times are unknown, and so is which votes were replaced.',
    )
    expect(missing(without('summary.csv'))[0]).toBe(
      '1 The export has no summary.csv: the assembly has no question.',
    )
  })

  test('nothing to tell of an export without faults', () => {
    const whole = filesOf({
      'comments.csv':
        'comment-id,author-id,agrees,disagrees,moderated,is_meta,is_seed,comment-body\n0,0,1,0,1,t,false,x\n',
      'votes.csv': 'timestamp,comment-id,voter-id,vote\n1,0,0,1\n',
      'participants-votes.csv': 'participant,group-id,n-votes,n-agree,n-disagree,0\n0,,1,1,0,1\n',
      'summary.csv': 'topic,x\nurl,\nvoters,1\ncomments,1',
    })
    expect(read(whole).notes).toEqual([])
    expect(read(whole).statements).toMatchObject([{ subject: 'about-people', origin: 'participant' }])
  })
})

test('a matrix of more votes than may be read is refused', () => {
  const matrix = { name: 'm.csv', text: MATRIX }
  expect(readMatrix(matrix, 5).kind).toBe('parsed')
  const result = readMatrix(matrix, 3)
  expect(result.kind === 'refused' && problemLine(result.problem)).toBe(
    'm.csv, row 4: found a vote too many, expected at most 3 votes',
  )
})

describe('an export of any age', () => {
  test('is read as what happened', () => {
    fc.assert(
      fc.property(randomConversation, randomVariant, (conversation, variant) => {
        const listening = read(writeExport(conversation, variant))
        expect(listening).toMatchObject(expectedOf(conversation, variant))
        expect(JSON.stringify(listening)).not.toContain('@example.org')
        expect(countOf(listening.notes, 'votes-counted-twice')).toBe(
          variant.files === 'no-votes' ? 0 : replaced(conversation),
        )
        expect(countOf(listening.notes, 'matrix-differs-from-votes')).toBe(0)
        expect(countOf(listening.notes, 'votes-on-unknown-statements')).toBe(0)
      }),
      { numRuns: 300 },
    )
  })

  test('that lies about one cell is refused there, and never half-read', () => {
    const result = polis.read(changed('votes.csv', '1500000006000', '-1'), { assembly: null })
    expect(result.kind === 'refused' && problemLine(result.problem)).toBe(
      'votes.csv, row 6, column "timestamp": found "-1", expected milliseconds since 1970',
    )
  })
})

const countOf = (all: readonly { kind: NoteKind; count: number }[], kind: NoteKind): number =>
  all.filter((note) => note.kind === kind).reduce((total, { count }) => total + count, 0)

/** Agree and disagree votes that a later vote of the same person on the same statement replaced. */
const replaced = (conversation: Conversation): number =>
  conversation.cast.filter(
    (each) => each.sign !== 0 && latestOf(conversation, each.voter, each.statement) !== each,
  ).length

function expectedOf(conversation: Conversation, variant: Variant) {
  const { statements, groups, cast } = conversation
  const timed = variant.files !== 'no-votes'
  const grouped = variant.files !== 'no-matrix'
  const flagged = variant.columns.startsWith('meta')
  const count = (a: number, b: number) => a - b
  const people = [...groups.keys()]
    .filter((person) => grouped || cast.some(({ voter }) => voter === person))
    .sort(count)
  const ids = statements.map(({ id }) => id).sort(count)
  return {
    assembly: variant.files === 'no-summary' ? {} : { question: conversation.topic, id: '3phdex2kjf' },
    participants: people.map((person) => ({
      id: String(person),
      exportedGroup: (grouped && groups.get(person)) || null,
    })),
    statements: ids.map((id) => {
      const { text, author, moderated, meta, seed } =
        statements.find((each) => each.id === id) ?? statements[0]!
      const seen = cast.some((each) => each.statement === id && each.voter !== author)
      return {
        id: String(id),
        text,
        author: String(author),
        moderation: moderated === -1 ? 'removed' : moderated === 1 || seen ? 'shown' : 'waiting',
        subject: flagged && meta ? 'about-people' : 'value',
        origin: flagged && seed ? 'seed' : 'participant',
      }
    }),
    votes: people.flatMap((voter) =>
      ids.flatMap((statement) => {
        const latest = latestOf(conversation, voter, statement)
        if (latest === undefined) return []
        const at = timed ? instantOf(latest.millis) : null
        return [{ participant: String(voter), statement: String(statement), vote: voteOf(latest.sign), at }]
      }),
    ),
  }
}
