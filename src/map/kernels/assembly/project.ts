/** For each row the sums of (answer − mean) · loading along two axes, whose loadings stand side by side. */
export function project(
  rows: i32,
  rowStart: usize,
  statement: usize,
  vote: usize,
  mean: usize,
  axes: usize,
  sums: usize,
): void {
  for (let row = 0; row < rows; row++) {
    let sum = f64x2.splat(0)
    const end = load<u32>(rowStart + (row << 2), 4)
    for (let at = load<u32>(rowStart + (row << 2)); at < end; at++) {
      const column = <usize>load<u16>(statement + (at << 1))
      const differs = f64x2.splat(<f64>load<i8>(vote + at) - load<f64>(mean + (column << 3)))
      sum = f64x2.add(sum, f64x2.mul(differs, v128.load(axes + (column << 4))))
    }
    v128.store(sums + (row << 4), sum)
  }
}
