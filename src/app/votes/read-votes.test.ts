import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { problemLine } from '../../kernel/index.ts'
import { isVotesAlone, readVotes } from './read-votes.ts'

const directory = mkdtempSync(join(tmpdir(), 'parley-read-votes-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function file(name: string, text: string): string {
  writeFileSync(join(directory, name), text)
  return join(directory, name)
}

describe('a file of votes alone', () => {
  const VOTE = '{"type":"vote","participant":"p","statement":"s","vote":"agree"}\n'
  const ASKS = '{"type": "assembly", "id": "a", "question": "What?"}\n'
  const SAYS = '{"type":"statement","id":"s","text":"of \\"type\\":\\"assembly\\""}\n'

  test.each([
    ['votes.jsonl', VOTE, true],
    ['plain.jsonl', `\n${VOTE.replace('"type":"vote",', '')}`, true],
    ['withdrawn.ndjson', VOTE.replace('vote', 'withdrawal'), true],
    ['told.jsonl', VOTE + SAYS, true],
    ['asked-last.jsonl', VOTE + SAYS + VOTE.repeat(20_000) + ASKS, false],
    ['asked.jsonl', ASKS + SAYS + VOTE, false],
    ['statement.jsonl', SAYS, false],
    ['votes.csv', 'participant,statement,vote\n', true],
    ['other.csv', 'a,b\n', true],
    ['other.txt', 'vote\n', false],
  ])('%s', async (name, text, alone) => {
    expect(await isVotesAlone(file(name, text))).toBe(alone)
  })

  test('is refused with every column that it needs', async () => {
    const read = await readVotes(file('wrong.csv', 'a,b\n1,2\n'))
    expect(read.kind === 'refused' && problemLine(read.problem)).toBe(
      'wrong.csv, row 1: found the columns "a, b", expected a column "participant" or "voter-id" or "voter" or "person"; needed are participant, statement, vote',
    )
  })
})
