/** A square matrix times four vectors that lie side by side, four numbers a row. */
export function matrixTimes(size: i32, matrix: usize, block: usize, into: usize): void {
  for (let row = 0; row < size; row++) {
    let ab = f64x2.splat(0)
    let cd = f64x2.splat(0)
    let at = matrix + ((<usize>row * <usize>size) << 3)
    for (let cell = block, end = block + ((<usize>size) << 5); cell < end; cell += 32) {
      const entry = v128.load64_splat(at)
      ab = f64x2.add(ab, f64x2.mul(entry, v128.load(cell)))
      cd = f64x2.add(cd, f64x2.mul(entry, v128.load(cell, 16)))
      at += 8
    }
    v128.store(into + (row << 5), ab)
    v128.store(into + (row << 5), cd, 16)
  }
}
