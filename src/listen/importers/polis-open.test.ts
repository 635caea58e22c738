import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Listening, NoteKind } from '../listening.ts'
import { faultsOf, valueIn } from './importer.case.ts'
import type { Files } from './importer.ts'
import { polis } from './polis.ts'
import { type Answers, eachAnswer } from './polis-answers.ts'
import { readMatrix, readVotes } from './polis-tables.ts'

/** Seven published conversations, read as they were published (CC BY 4.0, The Computational Democracy Project). */
const OPEN = '../shared/data/polis-open'
const there = existsSync(OPEN)
if (!there) console.info(`skipped: the published Polis exports are not at ${OPEN}`)

/** How long reading may take on a machine that does much else. */
const SLOW = 60_000

interface Published {
  readonly name: string
  /** People, statements with votes, votes, and the sizes of groups 0 and 1. */
  readonly size: readonly [people: number, voted: number, votes: number, group0: number, group1: number]
  readonly listed: number
  readonly waiting: number
  /** Agree and disagree votes that comments.csv counts although they were replaced; null without votes.csv. */
  readonly countedTwice: number | null
  readonly notes: readonly NoteKind[]
}

const TWICE = 'votes-counted-twice'
const TOTALS = 'totals-differ-from-votes'
const MISSING = 'column-missing'

const published: readonly Published[] = [
  {
    name: 'vtaiwan.uberx',
    size: [1921, 197, 49_443, 330, 889],
    listed: 197,
    waiting: 20,
    countedTwice: 450,
    notes: [MISSING, TWICE],
  },
  {
    name: 'american-assembly.bowling-green',
    size: [2031, 896, 225_524, 753, 828],
    listed: 896,
    waiting: 0,
    countedTwice: null,
    notes: [MISSING, MISSING, TOTALS],
  },
  {
    name: 'ssis.land-bank-farmland.2rumnecbeh.2021-08-01',
    size: [404, 293, 33_463, 264, 91],
    listed: 297,
    waiting: 6,
    countedTwice: 51,
    notes: [MISSING, TOTALS, TWICE],
  },
  {
    name: 'scoop-hivemind.taxes',
    size: [334, 148, 17_335, 40, 255],
    listed: 148,
    waiting: 0,
    countedTwice: 30,
    notes: [MISSING, TWICE],
  },
  {
    name: 'bg2050-volunteers',
    size: [126, 371, 14_283, 100, 8],
    listed: 371,
    waiting: 0,
    countedTwice: 47,
    notes: [TWICE],
  },
  {
    name: '15-per-hour-seattle',
    size: [339, 54, 2872, 99, 39],
    listed: 54,
    waiting: 1,
    countedTwice: 56,
    notes: [MISSING, TWICE],
  },
  {
    name: 'brexit-consensus',
    size: [204, 50, 5303, 106, 91],
    listed: 50,
    waiting: 0,
    countedTwice: 9,
    notes: [MISSING, TWICE],
  },
]

const filesOf = (name: string): Map<string, Uint8Array> =>
  new Map(readdirSync(`${OPEN}/${name}`).map((file) => [file, readFileSync(`${OPEN}/${name}/${file}`)]))

const textOf = (files: Files, name: string) => ({
  name,
  text: new TextDecoder().decode(files.get(name) as Uint8Array),
})

const written = (answers: Answers): readonly string[] =>
  [...eachAnswer(answers)]
    .map(([participant, statement, { vote }]) => `${participant}/${statement} ${vote}`)
    .sort()

const answersOf = ({ votes }: Listening): readonly string[] =>
  votes.map(({ participant, statement, vote }) => `${participant}/${statement} ${vote}`)

describe.skipIf(!there).each(published)('$name', ({ name, size, listed, waiting, countedTwice, notes }) => {
  let files: Files
  let listening: Listening
  beforeAll(() => {
    files = filesOf(name)
    listening = valueIn(polis.read(files, { assembly: null }))
  }, SLOW)

  test('is as large as it was published, with its groups', () => {
    const { participants, statements, votes } = listening
    const inGroup = (group: string) => participants.filter((each) => each.exportedGroup === group).length
    const voted = new Set(votes.map(({ statement }) => statement)).size
    expect([participants.length, voted, votes.length, inGroup('0'), inGroup('1')]).toEqual(size)
    expect(statements.length).toBe(listed)
    expect(statements.filter(({ moderation }) => moderation === 'waiting').length).toBe(waiting)
    // Every statement and person, but not every vote: writing and reading a quarter of a million takes seconds.
    expect(faultsOf({ ...listening, votes: votes.slice(0, 1000) })).toEqual([])
  })

  test('counts votes twice as often as its votes show, and has the notes it should have', () => {
    expect(listening.notes.map(({ kind }) => kind)).toEqual(notes)
    expect(listening.notes.find(({ kind }) => kind === TWICE)?.count ?? null).toBe(countedTwice)
  })

  test.skipIf(countedTwice === null)(
    'gives the same answer in every cell of the matrix as in its latest votes',
    () => {
      const cells = written(valueIn(readMatrix(textOf(files, 'participants-votes.csv'))).answers)
      const latest = written(valueIn(readVotes(textOf(files, 'votes.csv'))).latest)
      expect(cells.length).toBe(size[2])
      expect(latest.length).toBe(cells.length)
      expect(latest.filter((each, at) => each !== cells[at])).toEqual([])
      expect(answersOf(listening).toSorted()).toEqual(cells)
    },
    SLOW,
  )
})
