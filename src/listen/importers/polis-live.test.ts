import { describe, expect, test } from 'vitest'
import { readListening } from '../read-files.ts'
import { describeImporter, filesOf, valueIn } from './importer.case.ts'
import { polisLive } from './polis-live.ts'

const FILES = {
  'statements.csv':
    'statement,is_seed,is_meta,moderated,text\n0,True,False,1,More trees\n1,False,False,0,"Fewer, larger trees"\n2,False,True,1,I live here\n3,False,False,-1,Rude\n',
  'votes.csv':
    'participant,statement,vote,modified\n0,0,-1,1594984322740\n0,0,1,1594984322741\n0,2,1,1594984322740\n1,1,0,1594984322740\n1,3,-1,1594984322740\n',
  'settings.json': '{"strict_moderation": false}',
}
const having = (changed: Partial<typeof FILES>) => filesOf({ ...FILES, ...changed })
const read = (changed: Partial<typeof FILES> = {}) =>
  valueIn(readListening(having(changed), { assembly: null }))

describeImporter({
  importer: polisLive,
  good: filesOf(FILES),
  broken: [
    {
      because: 'a vote that is none',
      files: having({ 'votes.csv': 'participant,statement,vote,modified\n0,0,2,1594984322740\n' }),
      line: 'votes.csv, row 2, column "vote": found "2", expected 1, 0 or -1',
    },
    {
      because: 'a vote on a statement that is not there',
      files: having({ 'votes.csv': 'participant,statement,vote,modified\n0,9,1,1594984322740\n' }),
      line: 'votes.csv, row 2, column "statement": found "9", expected a statement of statements.csv',
    },
    {
      because: 'a statement listed twice',
      files: having({
        'statements.csv': 'statement,is_seed,is_meta,moderated,text\n0,True,False,1,a\n0,True,False,1,b\n',
      }),
      line: 'statements.csv, row 3, column "statement": found "0", expected an id that no row above has',
    },
    {
      because: 'settings that say nothing',
      files: having({ 'settings.json': '{"strict_moderation": "no"}' }),
      line: 'settings.json, field "strict_moderation": found "no", expected true or false',
    },
    {
      because: 'settings that are no JSON',
      files: having({ 'settings.json': '{"strict' }),
      line: 'settings.json: found "{\\"strict", expected one JSON value',
    },
  ],
})

describe('a conversation of a running Polis', () => {
  test('counts the latest vote, and tells what is about people', () => {
    const { votes, statements, notes } = read()
    expect(votes.map(({ participant, statement, vote }) => [participant, statement, vote])).toEqual([
      ['0', '0', 'agree'],
      ['0', '2', 'agree'],
      ['1', '1', 'pass'],
      ['1', '3', 'disagree'],
    ])
    expect(statements.map(({ subject, origin }) => [subject, origin])).toEqual([
      ['value', 'seed'],
      ['value', 'participant'],
      ['about-people', 'participant'],
      ['value', 'participant'],
    ])
    expect(notes).toEqual([])
  })

  test('what nobody looked at is shown, unless moderation is strict', () => {
    const moderation = (settings: string) =>
      read({ 'settings.json': settings }).statements.map((statement) => statement.moderation)
    expect(moderation('{"strict_moderation": false}')).toEqual(['shown', 'shown', 'shown', 'removed'])
    expect(moderation('{"strict_moderation": true}')).toEqual(['shown', 'waiting', 'shown', 'removed'])
  })

  test('without settings a note says what is taken for granted', () => {
    const { 'settings.json': _, ...others } = FILES
    const { notes } = valueIn(readListening(filesOf(others), { assembly: null }))
    expect(notes).toMatchObject([{ kind: 'column-missing', says: expect.stringContaining('settings.json') }])
  })
})
