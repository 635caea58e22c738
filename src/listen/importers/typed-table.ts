import { type Parsed, type Problem, parsed, quoted } from '../../kernel/index.ts'
import { type Columns, cellPlace, readTable } from './csv.ts'
import type { TextFile } from './text-file.ts'

/** What a cell may say: its value, or undefined where it says something else than `expected`. */
export interface Kind<T> {
  readonly expected: string
  readonly read: (cell: string) => T | undefined
}

/**
 * A column by name. One that may be missing says which value then stands in, and what that means for a reader; null
 * where it means nothing to those who read the answers.
 */
export interface Column<T> {
  readonly name: string
  readonly kind: Kind<T>
  readonly missing: { readonly value: T; readonly means: string | null } | null
}

export const column = <T>(name: string, kind: Kind<T>): Column<T> => ({ name, kind, missing: null })

export const columnOr = <T>(name: string, kind: Kind<T>, value: T, means: string): Column<T> => ({
  name,
  kind,
  missing: { value, means },
})

/** A column that claims what the answers show: null where the file does not say. */
export const claim = <T>(name: string, kind: Kind<T>): Column<T | null> => ({
  name,
  kind: orNothing(kind),
  missing: { value: null, means: null },
})

/** The kind, or null for an empty cell. */
export const orNothing = <T>(kind: Kind<T>): Kind<T | null> => ({
  expected: `${kind.expected} or nothing`,
  read: (cell) => (cell === '' ? null : kind.read(cell)),
})

type Schema = Readonly<Record<string, Column<unknown>>>
export type ValuesOf<S extends Schema> = {
  readonly [Key in keyof S]: S[Key] extends Column<infer T> ? T : never
}
export type TakeValues<S extends Schema> = (
  values: ValuesOf<S>,
  cells: readonly string[],
  row: number,
) => Problem | null

/** A column that the file does not have, and what its absence means. */
export interface MissingColumn {
  readonly name: string
  readonly means: string
}

/**
 * Reads a CSV file whose columns are known by name and kind; other columns are left to `open`, or not looked at.
 *
 * Errors: refused at the first cell that is not of its kind, and where `readTable` refuses.
 */
export function readTyped<S extends Schema>(
  file: TextFile,
  schema: S,
  open: (columns: Columns) => TakeValues<S>,
): Parsed<readonly MissingColumn[]> {
  const columns = Object.entries(schema)
  const needed = columns.flatMap(([, { name, missing }]) => (missing === null ? [name] : []))
  const table = readTable(file, needed, (at) => {
    const take = open(at)
    return (cells, row) => {
      const values: Record<string, unknown> = {}
      for (const [key, { name, kind, missing }] of columns) {
        const cell = cells[at.get(name) ?? -1]
        const value = cell === undefined ? missing?.value : kind.read(cell)
        if (value === undefined) return wrongCell(file, row, name, cell ?? '', kind.expected)
        values[key] = value
      }
      return take(values as ValuesOf<S>, cells, row)
    }
  })
  if (table.kind === 'refused') return table
  return parsed(
    columns.flatMap(([, { name, missing }]) =>
      missing === null || missing.means === null || table.value.has(name)
        ? []
        : [{ name, means: missing.means }],
    ),
  )
}

/** The problem of a cell that says something else than it may. */
export const wrongCell = (
  file: TextFile,
  row: number,
  column: string,
  cell: string,
  expected: string,
): Problem => ({ place: cellPlace(file, row, column), found: quoted(cell), expected })
