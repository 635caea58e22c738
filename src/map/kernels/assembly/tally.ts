/** Counts each answer to each column, in the part of the row; the last part is everybody whose label is no other. */
export function tally(
  rows: i32,
  rowStart: usize,
  statement: usize,
  vote: usize,
  labels: usize,
  parts: i32,
  columns: i32,
  counts: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const part = min(<i32>load<u8>(labels + row), parts - 1)
    const table = counts + ((part * columns * 3 + 1) << 2)
    const end = load<u32>(rowStart + (row << 2), 4)
    for (let at = load<u32>(rowStart + (row << 2)); at < end; at++) {
      const cell = table + ((<i32>load<u16>(statement + (at << 1)) * 3 + <i32>load<i8>(vote + at)) << 2)
      store<u32>(cell, load<u32>(cell) + 1)
    }
  }
}
