/**
 * Adds, for each row, (answer − mean) · (the row times the block) to every column it answered.
 *
 * `mean` holds one number a column; `block` and `into` hold four.
 */
export function covarianceTimes(
  rows: i32,
  rowStart: usize,
  statement: usize,
  vote: usize,
  mean: usize,
  block: usize,
  into: usize,
): void {
  for (let row = 0; row < rows; row++) {
    const from = load<u32>(rowStart + (row << 2))
    const end = load<u32>(rowStart + (row << 2), 4)
    let ab = f64x2.splat(0)
    let cd = f64x2.splat(0)
    for (let at = from; at < end; at++) {
      const column = <usize>load<u16>(statement + (at << 1))
      const differs = f64x2.splat(<f64>load<i8>(vote + at) - load<f64>(mean + (column << 3)))
      const cell = block + (column << 5)
      ab = f64x2.add(ab, f64x2.mul(differs, v128.load(cell)))
      cd = f64x2.add(cd, f64x2.mul(differs, v128.load(cell, 16)))
    }
    for (let at = from; at < end; at++) {
      const column = <usize>load<u16>(statement + (at << 1))
      const differs = f64x2.splat(<f64>load<i8>(vote + at) - load<f64>(mean + (column << 3)))
      const cell = into + (column << 5)
      v128.store(cell, f64x2.add(v128.load(cell), f64x2.mul(differs, ab)))
      v128.store(cell, f64x2.add(v128.load(cell, 16), f64x2.mul(differs, cd)), 16)
    }
  }
}
