/**
 * Solves each row's two equations and adds what the columns need to know of it to each that it answered.
 *
 * `items` holds two numbers per column, `sums` four and at its end the cost.
 */
export function bridgingSums(
  rows: i32,
  rowStart: usize,
  statement: usize,
  vote: usize,
  items: usize,
  interceptPenalty: f64,
  factorPenalty: f64,
  columns: i32,
  sums: usize,
): void {
  let cost: f64 = 0
  for (let row = 0; row < rows; row++) {
    const from = load<u32>(rowStart + (row << 2))
    const end = load<u32>(rowStart + (row << 2), 4)
    // Side by side: the sums of y and f, and of y · f and f · f.
    let yAndF = f64x2.splat(0)
    let timesF = f64x2.splat(0)
    let yy: f64 = 0
    for (let at = from; at < end; at++) {
      const item = v128.load(items + ((<usize>load<u16>(statement + (at << 1))) << 4))
      const y = 0.5 * <f64>load<i8>(vote + at) - f64x2.extract_lane(item, 0)
      const pair = f64x2.replace_lane(item, 0, y)
      yAndF = f64x2.add(yAndF, pair)
      timesF = f64x2.add(timesF, f64x2.mul(pair, v128.shuffle<f64>(pair, pair, 1, 1)))
      yy += y * y
    }
    const y = f64x2.extract_lane(yAndF, 0)
    const f = f64x2.extract_lane(yAndF, 1)
    const yf = f64x2.extract_lane(timesF, 0)
    const a = <f64>(end - from) + interceptPenalty
    const d = f64x2.extract_lane(timesF, 1) + factorPenalty
    const determinant = a * d - f * f
    const intercept = (d * y - f * yf) / determinant
    const factor = (a * yf - f * y) / determinant
    cost += yy - intercept * y - factor * yf
    const factors = f64x2.replace_lane(f64x2.splat(factor), 1, factor * factor)
    const base = 0.5 - intercept
    const own = f64x2.splat(intercept)
    for (let at = from; at < end; at++) {
      const cell = sums + ((<usize>load<u16>(statement + (at << 1))) << 5)
      const left = (0.5 * <f64>load<i8>(vote + at) + base) * factor
      v128.store(cell, f64x2.add(v128.load(cell), factors))
      v128.store(cell, f64x2.add(v128.load(cell, 16), f64x2.replace_lane(own, 1, left)), 16)
    }
  }
  store<f64>(sums + ((<usize>columns) << 5), cost)
}
