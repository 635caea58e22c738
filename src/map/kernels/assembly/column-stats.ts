/** Counts who answered and sums the answers, in one 64-bit word per column: answers above, the sum below. */
export function columnStats(entries: i32, statement: usize, vote: usize, words: usize): void {
  for (let at = 0; at < entries; at++) {
    const word = words + ((<usize>load<u16>(statement + (at << 1))) << 3)
    store<i64>(word, load<i64>(word) + ONE + <i64>load<i8>(vote + at))
  }
}

const ONE: i64 = 0x100000000
