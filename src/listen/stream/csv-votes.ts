import { type Problem, quoted, type Sign } from '../../kernel/index.ts'
import { oneOfNeeded } from '../importers/csv.ts'
import { type Cells, cellsOf, nextRow, wrongRow } from './csv-cells.ts'
import { idIn } from './ids-in.ts'
import { momentOf } from './moment.ts'
import type { VoteReader, VoteSink } from './vote-sink.ts'

/** How a column may be called; the names of Polis' votes.csv and of Parley's own. */
const NAMES = {
  participant: ['participant', 'voter-id', 'voter', 'person'],
  statement: ['statement', 'comment-id', 'comment'],
  vote: ['vote'],
  time: ['time', 'at', 'timestamp', 'modified'],
} as const

const isCalled = (name: string, column: keyof typeof NAMES): boolean =>
  NAMES[column].some((known) => known === name)

const COLUMNS = ['participant', 'statement', 'vote', 'time'] as const
const NEEDED = ['participant', 'statement', 'vote'] as const

/** Where each column stands; time −1 where there is none. */
interface Columns {
  readonly participant: number
  readonly statement: number
  readonly vote: number
  readonly time: number
  readonly width: number
}

/**
 * Reads votes from a CSV file with the columns participant, statement, vote and, where there is one, time.
 *
 * A vote is agree, pass or disagree, or 1, 0 or −1 with agree +1. With a time the latest counts, of equally late
 * ones the lower row; without, the lower row (ADR 0012). Rows are numbered as a spreadsheet shows them.
 *
 * Shapes: holds one piece of the file, and at most one row of the piece before.
 */
export function csvVotes(name: string, sink: VoteSink): VoteReader {
  let rest: Uint8Array = new Uint8Array(0)
  let columns: Columns | null = null
  let rows = 0

  const takeRow = (cells: Cells): Problem | null => {
    rows++
    if (cells.count === 1 && cells.from[0] === cells.to[0]) return null
    if (columns !== null) return answerIn({ name, row: rows, cells, columns }, sink)
    const found = columnsIn(`${name}, row ${rows}`, cells)
    if ('place' in found) return found
    columns = found
    return null
  }

  const takeAll = (bytes: Uint8Array, isLast: boolean): Problem | null => {
    const cells = cellsOf(bytes)
    let start = 0
    while (start < bytes.length) {
      const end = nextRow(cells, start, isLast)
      if (end.kind === 'wrong') return wrongRow(name, rows + 1, end)
      if (end.kind === 'cut') break
      const problem = takeRow(cells)
      if (problem !== null) return problem
      start = end.next
    }
    rest = bytes.slice(start)
    return rest.length <= LONGEST_ROW ? null : tooLong(name, rows + 1)
  }

  return {
    get rows() {
      return rows
    },
    take: (bytes) => takeAll(joined(rest, bytes), false),
    end: () => takeAll(rest, true) ?? (columns === null ? noHeader(name) : null),
  }
}

interface Row {
  readonly name: string
  readonly row: number
  readonly cells: Cells
  readonly columns: Columns
}

function answerIn(row: Row, sink: VoteSink): Problem | null {
  const { name, cells, columns } = row
  const wrong = (column: keyof typeof NAMES, expected: string): Problem => ({
    place: `${name}, row ${row.row}, column "${column}"`,
    found: quoted(textOf(cells, columns[column])),
    expected,
  })
  if (cells.count !== columns.width)
    return {
      place: `${name}, row ${row.row}`,
      found: `${cells.count} cells`,
      expected: `${columns.width}, as in the first row`,
    }
  const participant = idIn(sink.participants, cells, columns.participant)
  if (participant === null) return wrong('participant', AN_ID)
  const statement = idIn(sink.statements, cells, columns.statement)
  if (statement === null) return wrong('statement', AN_ID)
  const vote = signIn(cells, columns.vote)
  if (vote === null) return wrong('vote', '1, 0 or -1, or agree, pass or disagree')
  const at = columns.time < 0 ? 0 : momentIn(cells, columns.time)
  if (at === null) return wrong('time', 'a number or a time in UTC such as "2026-03-01T09:30:00Z"')
  sink.put({ participant, statement, vote, at })
  return null
}

function columnsIn(place: string, cells: Cells): Columns | Problem {
  const header = Array.from({ length: cells.count }, (_, cell) => textOf(cells, cell))
  const names = header.map((text) =>
    text
      .replace(/^\ufeff/, '')
      .trim()
      .toLowerCase()
      .replaceAll('_', '-'),
  )
  const twice = names.find((one, at) => one !== '' && names.indexOf(one) !== at)
  if (twice !== undefined)
    return { place, found: `the column ${quoted(twice)} twice`, expected: 'each column once' }
  const called = (column: keyof typeof NAMES) => names.filter((name) => isCalled(name, column))
  const either = COLUMNS.map(called).find(({ length }) => length > 1)
  if (either !== undefined)
    return {
      place,
      found: `the columns ${quoted(either.join(', '))}`,
      expected: 'one of them, as they say the same',
    }
  const where = (column: keyof typeof NAMES) => names.findIndex((name) => isCalled(name, column))
  const missing = NEEDED.find((column) => where(column) < 0)
  if (missing !== undefined)
    return {
      place,
      found: `the columns ${quoted(names.join(', '))}`,
      expected: oneOfNeeded(NAMES[missing].map((one) => `"${one}"`).join(' or '), NEEDED),
    }
  return {
    participant: where('participant'),
    statement: where('statement'),
    vote: where('vote'),
    time: where('time'),
    width: cells.count,
  }
}

function signIn(cells: Cells, cell: number): Sign | null {
  const [from, to] = [cells.from[cell]!, cells.to[cell]!]
  if (to - from === 1) {
    const digit = cells.bytes[from]! - ZERO
    return digit === 0 || digit === 1 ? digit : null
  }
  return SIGNS.get(textOf(cells, cell)) ?? null
}

function momentIn(cells: Cells, cell: number): number | null {
  let whole = 0
  for (let at = cells.from[cell]!; at < cells.to[cell]!; at++) {
    const digit = cells.bytes[at]! - ZERO
    if (digit < 0 || digit > 9) return momentOf(textOf(cells, cell))
    whole = 10 * whole + digit
  }
  return cells.to[cell] === cells.from[cell] || whole > Number.MAX_SAFE_INTEGER ? null : whole
}

const textOf = ({ bytes, from, to }: Cells, cell: number): string =>
  new TextDecoder().decode(bytes.subarray(from[cell], to[cell]))

function joined(rest: Uint8Array, bytes: Uint8Array): Uint8Array {
  if (rest.length === 0) return bytes
  const all = new Uint8Array(rest.length + bytes.length)
  all.set(rest)
  all.set(bytes, rest.length)
  return all
}

const tooLong = (name: string, row: number): Problem => ({
  place: `${name}, row ${row}`,
  found: `more than ${LONGEST_ROW} bytes without an end`,
  expected: 'rows of a few cells; a quotation mark may not be closed',
})

const noHeader = (name: string): Problem => ({
  place: name,
  found: 'an empty file',
  expected: 'a first row with "participant", "statement" and "vote"',
})

const SIGNS: ReadonlyMap<string, Sign> = new Map([
  ['-1', -1],
  ['agree', 1],
  ['pass', 0],
  ['disagree', -1],
])
const ZERO = 0x30
const AN_ID = 'an id of 1 to 128 visible characters without spaces'
/** Bytes of one row: the longest statement that an export holds, many times over. */
const LONGEST_ROW = 1 << 20
