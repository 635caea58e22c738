/** A square matrix times four vectors that lie side by side, four numbers a row; three rows at a time hide what an addition waits. */
export function matrixTimes(size: i32, matrix: usize, block: usize, into: usize): void {
  const row = (<usize>size) << 3
  const end = block + ((<usize>size) << 5)
  let left = size
  for (; left >= 3; left -= 3) {
    threeRows(matrix, row, block, end, into)
    matrix += 3 * row
    into += 96
  }
  for (; left > 0; left--) {
    oneRow(matrix, block, end, into)
    matrix += row
    into += 32
  }
}

function threeRows(at: usize, row: usize, block: usize, end: usize, into: usize): void {
  let ab0 = f64x2.splat(0)
  let cd0 = f64x2.splat(0)
  let ab1 = f64x2.splat(0)
  let cd1 = f64x2.splat(0)
  let ab2 = f64x2.splat(0)
  let cd2 = f64x2.splat(0)
  for (; block < end; block += 32, at += 8) {
    const ab = v128.load(block)
    const cd = v128.load(block, 16)
    const first = v128.load64_splat(at)
    const second = v128.load64_splat(at + row)
    const third = v128.load64_splat(at + 2 * row)
    ab0 = f64x2.add(ab0, f64x2.mul(first, ab))
    cd0 = f64x2.add(cd0, f64x2.mul(first, cd))
    ab1 = f64x2.add(ab1, f64x2.mul(second, ab))
    cd1 = f64x2.add(cd1, f64x2.mul(second, cd))
    ab2 = f64x2.add(ab2, f64x2.mul(third, ab))
    cd2 = f64x2.add(cd2, f64x2.mul(third, cd))
  }
  v128.store(into, ab0)
  v128.store(into, cd0, 16)
  v128.store(into, ab1, 32)
  v128.store(into, cd1, 48)
  v128.store(into, ab2, 64)
  v128.store(into, cd2, 80)
}

function oneRow(at: usize, block: usize, end: usize, into: usize): void {
  let ab = f64x2.splat(0)
  let cd = f64x2.splat(0)
  for (; block < end; block += 32, at += 8) {
    const entry = v128.load64_splat(at)
    ab = f64x2.add(ab, f64x2.mul(entry, v128.load(block)))
    cd = f64x2.add(cd, f64x2.mul(entry, v128.load(block, 16)))
  }
  v128.store(into, ab)
  v128.store(into, cd, 16)
}
