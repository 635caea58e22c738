/**
 * For each place its summed distance to the people of each set; every pair is looked at once, two at a time.
 *
 * `starts` holds where each set begins, and the end of the last; `across` has room for one number per place.
 */
export function distanceSums(
  sets: i32,
  starts: usize,
  x: usize,
  y: usize,
  weight: usize,
  blur: usize,
  across: usize,
  sums: usize,
): void {
  const places = load<u32>(starts + (sets << 2))
  for (let set = 0; set < sets; set++) {
    memory.fill(across, 0, (<usize>places) << 3)
    const first = load<u32>(starts + (set << 2))
    const end = load<u32>(starts + (set << 2), 4)
    for (let i = first; i < end; i++) {
      const at = (<usize>i) << 3
      const ownX = f64x2.splat(load<f64>(x + at))
      const ownY = f64x2.splat(load<f64>(y + at))
      const people = f64x2.splat(load<f64>(weight + at))
      const own = f64x2.splat(load<f64>(blur + at))
      let from = (<usize>(i + 1)) << 3
      for (let other = set; other < sets; other++) {
        const to = (<usize>load<u32>(starts + (other << 2), 4)) << 3
        let two = f64x2.splat(0)
        for (; from + 8 < to; from += 16) {
          const dx = f64x2.sub(v128.load(x + from), ownX)
          const dy = f64x2.sub(v128.load(y + from), ownY)
          const squared = f64x2.add(f64x2.mul(dx, dx), f64x2.mul(dy, dy))
          const away = f64x2.sqrt(f64x2.add(f64x2.add(squared, own), v128.load(blur + from)))
          two = f64x2.add(two, f64x2.mul(v128.load(weight + from), away))
          v128.store(across + from, f64x2.add(v128.load(across + from), f64x2.mul(people, away)))
        }
        let sum = f64x2.extract_lane(two, 0) + f64x2.extract_lane(two, 1)
        if (from < to) {
          const dx = load<f64>(x + from) - f64x2.extract_lane(ownX, 0)
          const dy = load<f64>(y + from) - f64x2.extract_lane(ownY, 0)
          const squared = dx * dx + dy * dy
          const away = Math.sqrt(squared + f64x2.extract_lane(own, 0) + load<f64>(blur + from))
          sum += load<f64>(weight + from) * away
          store<f64>(across + from, load<f64>(across + from) + f64x2.extract_lane(people, 0) * away)
          from += 8
        }
        const cell = sums + ((<usize>i * <usize>sets + <usize>other) << 3)
        store<f64>(cell, load<f64>(cell) + sum)
      }
    }
    for (let j = first; j < places; j++) {
      const cell = sums + ((<usize>j * <usize>sets + <usize>set) << 3)
      store<f64>(cell, load<f64>(cell) + load<f64>(across + ((<usize>j) << 3)))
    }
  }
}
