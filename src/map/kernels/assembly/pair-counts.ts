/**
 * Counts, for every pair of columns that a row answered both of: how many, and the sums of left · right, left, right.
 *
 * The four counts of a pair share one 64-bit word, 16 bits each, so that a pair costs one addition. One row of pairs
 * is counted at a time, over everybody who answered its left column, and so stays in the nearest cache.
 *
 * `entries` has room for a word per answer and one per row, `order` for one per answer, `ends` for one per column,
 * `pairs` for two per column, `increments` for twelve double words; `totals` holds four per pair, row by row of the upper triangle.
 */
export function pairCounts(
  rows: i32,
  rowStart: usize,
  statement: usize,
  vote: usize,
  columns: i32,
  entries: usize,
  order: usize,
  ends: usize,
  pairs: usize,
  increments: usize,
  totals: usize,
): void {
  encode(rows, rowStart, statement, vote, entries)
  transpose(rows, rowStart, statement, columns, entries, order, ends)
  fillIncrements(increments)
  let from = order
  for (let left = 0; left < columns; left++) {
    const end = <usize>load<u32>(ends + (left << 2))
    if (from < end) {
      const row = pairs + ((<usize>left) << 3)
      clear(columns - left, row)
      for (; from < end; from += 4) countRow(load<u32>(from), pairs, increments)
      flush(columns - left, row, totals)
    }
    totals += (<usize>(columns - left)) << 4
  }
}

/** A word per answer: which of the increments it takes above, its place in a row of pairs below; END after each row. */
function encode(rows: i32, rowStart: usize, statement: usize, vote: usize, entries: usize): void {
  for (let row = 0; row < rows; row++) {
    const end = load<u32>(rowStart + (row << 2), 4)
    for (let at = load<u32>(rowStart + (row << 2)); at < end; at++) {
      const answer = (<u32>(<i32>load<i8>(vote + at) + 1)) << ANSWER
      store<u32>(entries, answer | ((<u32>load<u16>(statement + (at << 1))) << 3))
      entries += 4
    }
    store<u32>(entries, END)
    entries += 4
  }
}

/** Lists, column by column, where its answers stand in `entries`, and where the list of each column ends. */
function transpose(
  rows: i32,
  rowStart: usize,
  statement: usize,
  columns: i32,
  entries: usize,
  order: usize,
  ends: usize,
): void {
  memory.fill(ends, 0, (<usize>columns) << 2)
  const votes = load<u32>(rowStart + (rows << 2))
  for (let at: u32 = 0; at < votes; at++) {
    const count = ends + ((<usize>load<u16>(statement + (at << 1))) << 2)
    store<u32>(count, load<u32>(count) + 4)
  }
  for (let column = 0; column < columns; column++) {
    const count = load<u32>(ends + (column << 2))
    store<u32>(ends + (column << 2), <u32>order)
    order += count
  }
  for (let row = 0; row < rows; row++) {
    const end = load<u32>(rowStart + (row << 2), 4)
    for (let at = load<u32>(rowStart + (row << 2)); at < end; at++) {
      const next = ends + ((<usize>load<u16>(statement + (at << 1))) << 2)
      const place = load<u32>(next)
      store<u32>(place, <u32>entries)
      store<u32>(next, place + 4)
      entries += 4
    }
    entries += 4
  }
}

/** What two answers add to the word of their pair: four to a left answer, by the right one. */
function fillIncrements(increments: usize): void {
  for (let left: i64 = -1; left <= 1; left++)
    for (let right: i64 = -1; right <= 1; right++) {
      const word = 1 + ((left * right) << 16) + (left << 32) + (right << 48)
      store<i64>(increments + ((<usize>((left + 1) * 4 + right + 1)) << 3), word)
    }
}

/** Each count starts in the middle of its 16 bits, so that it may fall below zero without borrowing. */
function clear(count: i32, pairs: usize): void {
  for (let pair = 0; pair < count; pair++) store<i64>(pairs + ((<usize>pair) << 3), MIDDLES)
}

/** Adds one person's answer, and all that follow it in the row, to the row of pairs of its column. */
function countRow(entry: usize, pairs: usize, increments: usize): void {
  let word = load<u32>(entry)
  const increment = increments + ((word >> ANSWER) << 5)
  do {
    const pair = pairs + <usize>(word & PLACE)
    store<i64>(pair, load<i64>(pair) + load<i64>(increment + <usize>((word >> ANSWER) << 3)))
    entry += 4
    word = load<u32>(entry)
  } while (word !== END)
}

function flush(count: i32, pairs: usize, totals: usize): void {
  const middle = i32x4.splat(MIDDLE)
  for (const end = pairs + ((<usize>count) << 3); pairs < end; pairs += 8) {
    const four = i32x4.sub(v128.load_ext<u16>(pairs), middle)
    v128.store(totals, i32x4.add(v128.load(totals), four))
    totals += 16
  }
}

const ANSWER: u32 = 27
const PLACE: u32 = 0x7ffffff
const END: u32 = 0xffffffff
const MIDDLE: i32 = 0x8000
const MIDDLES: i64 = 0x8000800080008000
