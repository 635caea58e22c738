import type { Problem } from '../../kernel/index.ts'

/** The cells of one row: cell c is spelt by `bytes` from `from[c]` to `to[c]`. Valid until the next row. */
export interface Cells {
  readonly bytes: Uint8Array
  readonly from: Uint32Array
  readonly to: Uint32Array
  /** 1 where a quotation mark stands doubled. */
  readonly doubled: Uint8Array
  count: number
}

export const cellsOf = (bytes: Uint8Array): Cells => ({
  bytes,
  from: new Uint32Array(MOST_CELLS),
  to: new Uint32Array(MOST_CELLS),
  doubled: new Uint8Array(MOST_CELLS),
  count: 0,
})

/** Where a row ended, or why there is none. */
export type RowEnd =
  | { readonly kind: 'row'; readonly next: number }
  /** The bytes end before the row does. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'wrong'; readonly cell: number; readonly found: string }

/** Most cells in a row of a vote file; a Polis export has five. */
export const MOST_CELLS = 64

/**
 * Finds the cells of the row that begins at a byte.
 *
 * A cell in quotation marks may hold line ends and commas; a doubled mark in it stands for one, and is made one where
 * it lies, once the row is whole. Any of the three line ends ends a row.
 *
 * Shapes: `isLast`: nothing follows these bytes, so that their end is the end of the row.
 * Source: RFC 4180.
 */
export function nextRow(cells: Cells, start: number, isLast: boolean): RowEnd {
  const { bytes, from, to, doubled } = cells
  const length = bytes.length
  cells.count = 0
  for (let at = start; ; at++) {
    if (cells.count === MOST_CELLS) return wrong(cells, `more than ${MOST_CELLS} cells`)
    const cell = cells.count++
    doubled[cell] = 0
    if (at < length && bytes[at] === QUOTE) {
      at = closed(cells, at + 1)
      if (at > length || (at === length && !isLast))
        return isLast ? wrong(cells, 'a quotation mark that is never closed') : CUT
      if (at < length && !isEnd(bytes[at]!)) return wrong(cells, 'a quotation mark in the middle')
    } else {
      from[cell] = at
      while (at < length && !isEnd(bytes[at]!)) {
        if (bytes[at] === QUOTE) return wrong(cells, 'a quotation mark in the middle')
        at++
      }
      to[cell] = at
    }
    if (at >= length) return isLast ? whole(cells, length) : CUT
    if (bytes[at] === COMMA) continue
    if (bytes[at] === FEED) return whole(cells, at + 1)
    if (at + 1 >= length && !isLast) return CUT // a line feed may belong to this carriage return
    return whole(cells, bytes[at + 1] === FEED ? at + 2 : at + 1)
  }
}

/** The place after the mark that closes the cell; beyond the bytes where none does. */
function closed({ bytes, from, to, doubled, count }: Cells, start: number): number {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] !== QUOTE) continue
    if (bytes[at + 1] === QUOTE) {
      doubled[count - 1] = 1
      at++
      continue
    }
    from[count - 1] = start
    to[count - 1] = at
    return at + 1
  }
  return bytes.length + 1
}

function whole(cells: Cells, next: number): RowEnd {
  const { bytes, from, to, doubled } = cells
  for (let cell = 0; cell < cells.count; cell++) {
    if (doubled[cell] === 0) continue
    let write = from[cell]!
    for (let at = write; at < to[cell]!; at++) {
      bytes[write++] = bytes[at]!
      if (bytes[at] === QUOTE) at++
    }
    to[cell] = write
  }
  return { kind: 'row', next }
}

/** What is wrong with a row, as a person reads it. */
export const wrongRow = (
  name: string,
  row: number,
  { cell, found }: Extract<RowEnd, { readonly kind: 'wrong' }>,
): Problem => ({
  place: `${name}, row ${row}, cell ${cell}`,
  found,
  expected: 'quotation marks around the whole cell, doubled inside it, and a row of a few cells',
})

const wrong = ({ count }: Cells, found: string): RowEnd => ({ kind: 'wrong', cell: count, found })
const isEnd = (byte: number): boolean => byte === COMMA || byte === FEED || byte === RETURN
const CUT: RowEnd = { kind: 'cut' }
const [QUOTE, COMMA, FEED, RETURN] = [0x22, 0x2c, 0x0a, 0x0d]
