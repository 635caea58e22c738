import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { id, problemLine } from '../kernel/index.ts'
import { type VoteChange, type VoteMatrix, voteStore } from '../map/index.ts'
import { addChanges, loadVotes, saveVotes } from './votes-file.ts'

const directory = mkdtempSync(join(tmpdir(), 'parley-votes-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))
const at = (name: string) => join(directory, name)

const MATRIX: VoteMatrix = {
  people: 2,
  columns: 3,
  participants: [id('7'), id('é')],
  statements: [id('1'), id('2'), id('x')],
  rowStart: Uint32Array.of(0, 2, 3),
  statement: Uint16Array.of(0, 2, 1),
  vote: Int8Array.of(1, -1, 0),
  leftOut: 4,
}
const CHANGES: readonly VoteChange[] = [
  { participant: id('é'), statement: id('2'), vote: 1 },
  { participant: id('10'), statement: id('ü'), vote: -1 },
  { participant: id('7'), statement: id('1'), vote: null },
]

/** What a file holds, as plain arrays; or the line that says why it holds nothing. */
async function loaded(path: string, memory: 'own' | 'shared' = 'own') {
  const stored = await loadVotes(path, memory)
  if (stored.kind === 'refused') return problemLine(stored.problem)
  const { matrix, through } = stored.value
  const { rowStart, statement, vote, ...rest } = matrix
  return { ...rest, through, rowStart: [...rowStart], statement: [...statement], vote: [...vote] }
}

const since = (changes: readonly VoteChange[], through: number) => ({
  changes,
  through,
  matrix: () => MATRIX,
})

const GIVEN = {
  ...MATRIX,
  through: 12,
  rowStart: [...MATRIX.rowStart],
  statement: [...MATRIX.statement],
  vote: [...MATRIX.vote],
}
const CHANGED = {
  ...GIVEN,
  through: 15,
  people: 3,
  columns: 4,
  participants: ['7', '10', 'é'],
  statements: ['1', '2', 'x', 'ü'],
  rowStart: [0, 1, 2, 3],
  statement: [2, 3, 1],
  vote: [-1, -1, 1],
}

describe('a file of votes', () => {
  test('gives back what was saved, and what was added, in either memory', async () => {
    await saveVotes(at('whole.votes'), { matrix: MATRIX, through: 12 })
    expect(await loaded(at('whole.votes'))).toEqual(GIVEN)
    expect(await loaded(at('whole.votes'), 'shared')).toEqual(GIVEN)
    expect(await addChanges(at('whole.votes'), since(CHANGES.slice(0, 1), 13))).toBeNull()
    expect(await addChanges(at('whole.votes'), since(CHANGES.slice(1), 15))).toBeNull()
    expect(await loaded(at('whole.votes'))).toEqual(CHANGED)
  })

  test('the same votes give the same bytes', async () => {
    await saveVotes(at('one.votes'), { matrix: MATRIX, through: 12 })
    await saveVotes(at('two.votes'), { matrix: MATRIX, through: 12 })
    expect(readFileSync(at('one.votes')).equals(readFileSync(at('two.votes')))).toBe(true)
  })

  test('cut anywhere, it is refused in one line; never a part of the votes', async () => {
    await saveVotes(at('cut.votes'), { matrix: MATRIX, through: 12 })
    const whole = readFileSync(at('cut.votes'))
    for (let length = 0; length < whole.length; length += length > 100 && length < 4000 ? 61 : 1) {
      writeFileSync(at('cut.votes'), whole.subarray(0, length))
      expect(await loaded(at('cut.votes'))).toMatch(
        /^[^\n]*cut\.votes: found [^\n]*, expected a whole file of votes/,
      )
    }
  })

  test('with any byte changed that means something, it is refused', async () => {
    await saveVotes(at('bit.votes'), { matrix: MATRIX, through: 12 })
    const whole = readFileSync(at('bit.votes'))
    for (let place = 0; place < whole.length; place++) {
      if (place === 64) place = 2048
      if (place === 2048 + 64) place = 4096
      const turned = Buffer.from(whole)
      turned[place]! ^= 0x10
      writeFileSync(at('bit.votes'), turned)
      const found = await loaded(at('bit.votes'))
      if (typeof found !== 'string') expect(found).toEqual(GIVEN) // padding, or the mark that was not written yet
    }
  })

  test('an addition that was cut short never counts; the next one takes its place', async () => {
    await saveVotes(at('torn.votes'), { matrix: MATRIX, through: 12 })
    const before = readFileSync(at('torn.votes'))
    await addChanges(at('torn.votes'), since(CHANGES, 15))
    const after = readFileSync(at('torn.votes'))
    for (let length = before.length; length <= after.length; length += 7) {
      writeFileSync(at('torn.votes'), Buffer.concat([before, after.subarray(before.length, length)]))
      expect(await loaded(at('torn.votes'))).toEqual(GIVEN)
    }
    expect(await addChanges(at('torn.votes'), since(CHANGES, 15))).toBeNull()
    expect(await loaded(at('torn.votes'))).toEqual(CHANGED)
    for (let length = before.length; length < after.length; length += 7) {
      writeFileSync(at('torn.votes'), after.subarray(0, length))
      expect(await loaded(at('torn.votes'))).toMatch(/: found \d+ bytes of \d+, expected/)
    }
  })

  test('when changes are many, the votes are written anew', async () => {
    await saveVotes(at('long.votes'), { matrix: MATRIX, through: 12 })
    const size = () => readFileSync(at('long.votes')).length
    const before = size()
    const changes = Array.from({ length: 200 }, () => CHANGES).flat()
    const store = voteStore(MATRIX)
    for (const change of changes) store.apply(change)
    expect(await addChanges(at('long.votes'), { changes, through: 15, matrix: store.matrix })).toBeNull()
    expect(size()).toBeLessThan(before + 200)
    expect(await loaded(at('long.votes'))).toEqual(CHANGED)
  })

  test.each<[string, Partial<VoteMatrix>]>([
    ['rows that run backwards', { rowStart: Uint32Array.of(0, 9, 3) }],
    ['rows that end before the votes do', { rowStart: Uint32Array.of(0, 2, 2) }],
    ['more people than ids', { people: 1e15 }],
    ['a column that is not there', { statement: Uint16Array.of(0, 7, 1) }],
    ['a column twice in a row', { statement: Uint16Array.of(0, 0, 1) }],
    ['an answer that is none', { vote: Int8Array.of(1, 7, 0) }],
    ['an id twice', { participants: [id('7'), id('7')] }],
    ['an id that steers a terminal', { participants: [id('7'), id('\u001b[2J')] }],
    ['a count that is none', { leftOut: -1 }],
  ])('whole by its digests, with %s: refused', async (_, wrong) => {
    await saveVotes(at('wrong.votes'), { matrix: { ...MATRIX, ...wrong }, through: 12 })
    expect(await loaded(at('wrong.votes'))).toMatch(/wrong\.votes: found votes that cannot be, expected/)
  })

  test('whole by its digests, with a change to an id that is none: refused', async () => {
    await saveVotes(at('added.votes'), { matrix: MATRIX, through: 12 })
    const wrong: VoteChange = { participant: id('a\nb'), statement: id('1'), vote: 1 }
    await addChanges(at('added.votes'), since([wrong], 13))
    expect(await loaded(at('added.votes'))).toMatch(/found changes that cannot be, expected/)
  })

  test('what is no file of votes is said to be none, and is not added to', async () => {
    writeFileSync(at('other'), 'participant,statement,vote\n')
    expect(await loaded(at('other'))).toMatch(/other: found another kind of file/)
    expect(await loaded(at('nothing'))).toMatch(/nothing: found no such file/)
    expect(await addChanges(at('other'), since(CHANGES, 1))).toMatchObject({ found: 'another kind of file' })
    expect(readFileSync(at('other'), 'utf8')).toBe('participant,statement,vote\n')
  })
})
