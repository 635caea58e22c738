import type { Sign } from '../../kernel/index.ts'
import type { Votes } from './matrix.ts'

/** Rows of votes that change: those given, where they lie, and beside them those that grew or shrank since. */
export interface LiveRows {
  /** Sets an answer, or takes it away (null); tells what stood there before. */
  put(row: number, column: number, vote: Sign | null): Sign | null
  /** Copies a row out, in order of column. */
  read(row: number, into: RowEntries): void
  length(row: number): number
  /** All rows, on memory that threads share; those that moved still have their old entries here. */
  base(columns: number): Votes
  movedRows(): readonly number[]
  /** Some rows, in the order given. */
  picked(picking: Picking): Votes
  /** Puts all rows, 0 to `rows` − 1, back among each other. */
  pack(rows: number, columns: number): void
}

export interface Picking {
  readonly rows: Uint32Array
  /** For each column here, its number there; null where it keeps its own. */
  readonly columnOf: Uint32Array | null
  readonly columns: number
}

/** Some entries of one row, up to `length`; the arrays are written over by the next reading. */
export interface RowEntries {
  columns: Uint32Array
  votes: Int8Array
  length: number
}

export const emptyEntries = (): RowEntries => ({
  columns: new Uint32Array(64),
  votes: new Int8Array(64),
  length: 0,
})

/**
 * Changed minds are written where they lie; a row that gets longer or shorter moves out, as whole numbers of four
 * times its column plus its vote plus one.
 *
 * Shapes: `isBefore`: the order of columns within a row; it may grow, but never change.
 */
export function liveRows(start: Votes, isBefore: (a: number, b: number) => boolean): LiveRows {
  let base = onSharedMemory(start)
  const moved = new Map<number, number[]>()

  const putMoved = (row: number, column: number, vote: Sign | null): Sign | null => {
    const cells = moved.get(row) ?? cellsIn(base, row)
    moved.set(row, cells)
    let at = 0
    while (at < cells.length && isBefore(cells[at]! >> 2, column)) at++
    const isThere = at < cells.length && cells[at]! >> 2 === column
    const before = isThere ? (((cells[at]! & 3) - 1) as Sign) : null
    cells.splice(at, isThere ? 1 : 0, ...(vote === null ? [] : [4 * column + vote + 1]))
    return before
  }

  const length = (row: number): number => {
    const cells = moved.get(row)
    if (cells !== undefined) return cells.length
    return row < base.people ? base.rowStart[row + 1]! - base.rowStart[row]! : 0
  }

  const picked = ({ rows, columnOf, columns }: Picking): Votes => {
    const total = rows.reduce((sum, row) => sum + length(row), 0)
    const into = emptyVotes({ people: rows.length, columns, total })
    let to = 0
    const write = (column: number, vote: number): void => {
      into.statement[to] = columnOf === null ? column : columnOf[column]!
      into.vote[to++] = vote
    }
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!
      const cells = moved.get(row)
      if (cells !== undefined) for (const cell of cells) write(cell >> 2, (cell & 3) - 1)
      else if (row < base.people)
        for (let from = base.rowStart[row]!; from < base.rowStart[row + 1]!; from++)
          write(base.statement[from]!, base.vote[from]!)
      into.rowStart[at + 1] = to
    }
    return into
  }

  return {
    put: (row, column, vote) => {
      if (moved.has(row)) return putMoved(row, column, vote)
      const at = row < base.people ? placeIn(base, row, column) : -1
      if (at < 0 && vote === null) return null
      if (at < 0 || vote === null) return putMoved(row, column, vote)
      const before = base.vote[at] as Sign
      base.vote[at] = vote
      return before
    },
    read: (row, into) => {
      const cells = moved.get(row)
      if (cells === undefined) readBase(base, row, into)
      else readCells(cells, into)
    },
    length,
    base: (columns) => ({ ...base, columns }),
    movedRows: () => [...moved.keys()],
    picked,
    pack: (rows, columns) => {
      base = picked({ rows: Uint32Array.from({ length: rows }, (_, row) => row), columnOf: null, columns })
      moved.clear()
    },
  }
}

function placeIn({ rowStart, statement }: Votes, row: number, column: number): number {
  for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) if (statement[at] === column) return at
  return -1
}

function cellsIn({ people, rowStart, statement, vote }: Votes, row: number): number[] {
  const cells: number[] = []
  if (row >= people) return cells
  for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) cells.push(4 * statement[at]! + vote[at]! + 1)
  return cells
}

function readBase({ people, rowStart, statement, vote }: Votes, row: number, into: RowEntries): void {
  const from = rowStart[row]!
  const length = row < people ? rowStart[row + 1]! - from : 0
  makeRoom(into, length)
  for (let at = 0; at < length; at++) {
    into.columns[at] = statement[from + at]!
    into.votes[at] = vote[from + at]!
  }
}

function readCells(cells: readonly number[], into: RowEntries): void {
  makeRoom(into, cells.length)
  for (let at = 0; at < cells.length; at++) {
    into.columns[at] = cells[at]! >> 2
    into.votes[at] = (cells[at]! & 3) - 1
  }
}

function makeRoom(into: RowEntries, length: number): void {
  into.length = length
  if (length <= into.columns.length) return
  into.columns = new Uint32Array(2 * length)
  into.votes = new Int8Array(2 * length)
}

/** Room for votes, on memory that threads share. */
function emptyVotes({
  people,
  columns,
  total,
}: Pick<Votes, 'people' | 'columns'> & { readonly total: number }): Votes {
  const shared = (bytes: number) => new SharedArrayBuffer(bytes)
  return {
    people,
    columns,
    rowStart: new Uint32Array(shared(4 * (people + 1))),
    statement: columns <= 0x10000 ? new Uint16Array(shared(2 * total)) : new Uint32Array(shared(4 * total)),
    vote: new Int8Array(shared(total)),
  }
}

function onSharedMemory(votes: Votes): Votes {
  const copy = emptyVotes({ ...votes, total: votes.vote.length })
  copy.rowStart.set(votes.rowStart)
  copy.statement.set(votes.statement)
  copy.vote.set(votes.vote)
  return copy
}
