import { CsvError, parse } from 'csv-parse/sync'
import { type Parsed, type Problem, parsed, quoted, refused } from '../../kernel/index.ts'
import type { TextFile } from './text-file.ts'

/** How many rows and columns one table may have. Source: ADR 0012. */
export const LIMITS = { rows: 2_000_000, columns: 20_000 }

/** Where each column stands, by its name in lower case with hyphens. */
export type Columns = ReadonlyMap<string, number>

/** Takes one row, or says what is wrong with it. Rows count from 1, as a spreadsheet numbers them. */
export type TakeRow = (cells: readonly string[], row: number) => Problem | null

/**
 * Reads every row of a CSV file that has no header.
 *
 * Rows are numbered as a spreadsheet shows them: a text over several lines is one row, and an empty line counts.
 *
 * Errors: the first problem; rows after it are not taken.
 * Source: RFC 4180, with any of its line ends and any number of cells.
 */
export function readRows(file: TextFile, take: TakeRow, limits = LIMITS): Problem | null {
  let row = 0
  let problem: Problem | null = null
  const onRecord = (cells: string[]): null => {
    row++
    problem ??= beyond(file, row, cells.length, limits)
    if (problem === null && (cells.length > 1 || cells[0] !== '')) problem = take(cells, row)
    return null // rows are taken one by one; kept together they would fill the memory
  }
  try {
    parse(file.text, {
      on_record: onRecord,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  } catch (error) {
    return problem ?? badQuote(error, file, row + 1)
  }
  return problem
}

/**
 * Reads a CSV file by the names in its first row, in whatever order they stand and however they are spelt.
 *
 * `open` is given the columns and returns what takes the rows; every row has exactly as many cells as the header.
 *
 * Errors: refused when a needed column is missing, a name stands twice, or the first wrong row.
 */
export function readTable(
  file: TextFile,
  needed: readonly string[],
  open: (columns: Columns) => TakeRow,
): Parsed<Columns> {
  let columns: Columns | null = null
  let take: TakeRow = () => null
  let width = 0
  const problem = readRows(file, (cells, row) => {
    if (columns !== null)
      return cells.length === width ? take(cells, row) : wrongWidth(file, row, cells.length, width)
    const wrong = headerProblem(file, cells, needed)
    if (wrong !== null) return wrong
    columns = columnsOf(cells)
    width = cells.length
    take = open(columns)
    return null
  })
  if (problem !== null) return refused(problem)
  return columns === null ? refused(emptyFile(file, needed)) : parsed(columns)
}

/** The place of a cell, as a problem names it. */
export const cellPlace = (file: TextFile, row: number, column: string): string =>
  `${file.name}, row ${row}, column ${quoted(column)}`

const nameOf = (header: string): string => header.trim().toLowerCase().replaceAll('_', '-')

const columnsOf = (header: readonly string[]): Columns =>
  new Map(header.map((name, at) => [nameOf(name), at]))

function headerProblem(file: TextFile, header: readonly string[], needed: readonly string[]): Problem | null {
  const names = header.map(nameOf).filter((name) => name !== '')
  const twice = new Set(names).size < names.length && names.find((name, at) => names.indexOf(name) !== at)
  if (twice)
    return {
      place: `${file.name}, row 1`,
      found: `the column ${quoted(twice)} twice`,
      expected: 'each column once',
    }
  const missing = needed.find((name) => !names.includes(name))
  if (missing === undefined) return null
  const found = `the columns ${quoted(names.join(', '))}`
  return { place: `${file.name}, row 1`, found, expected: oneOfNeeded(`"${missing}"`, needed) }
}

/** A column that is missing, and every one that is needed: who mends a file wants to know them at once. */
export const oneOfNeeded = (missing: string, needed: readonly string[]): string =>
  `a column ${missing}${needed.length === 1 ? '' : `; needed are ${needed.join(', ')}`}`

const wrongWidth = (file: TextFile, row: number, cells: number, width: number): Problem => ({
  place: `${file.name}, row ${row}`,
  found: `${cells} cells`,
  expected: `${width}, as in the first row`,
})

const emptyFile = (file: TextFile, needed: readonly string[]): Problem => ({
  place: file.name,
  found: 'an empty file',
  expected: `a first row with ${needed.map((name) => `"${name}"`).join(', ')}`,
})

function beyond(
  file: TextFile,
  row: number,
  cells: number,
  { rows, columns }: typeof LIMITS,
): Problem | null {
  const place = `${file.name}, row ${row}`
  if (row > rows) return { place, found: 'a row too many', expected: `at most ${rows} rows` }
  if (cells > columns) return { place, found: `${cells} cells`, expected: `at most ${columns}` }
  return null
}

function badQuote(error: unknown, file: TextFile, row: number): Problem {
  if (!(error instanceof CsvError)) throw error
  const open = error.code === 'CSV_QUOTE_NOT_CLOSED'
  return {
    place: `${file.name}, row ${row}, cell ${Number(error.column) + 1}`,
    found: open ? 'a quotation mark that is never closed' : 'a quotation mark in the middle',
    expected: 'quotation marks around the whole cell, doubled inside it',
  }
}
