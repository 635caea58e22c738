import type { Chance } from '../../kernel/index.ts'
import type { Votes } from '../votes/matrix.ts'
import { dealer } from './dealt.ts'

/**
 * How much of the differences between answers lies between groups: 0 none, 1 all of it.
 *
 * For each statement the gap between a group's mean answer and everybody's, squared, times the group's answers to it;
 * summed, and divided by the sum of squares of all answers around their statement's mean. Unseen answers count nowhere.
 *
 * Shapes: one label below k per row. The function that is returned may be called with one labelling after another.
 * Units:  a share of 1; 0 where nobody differs.
 * Source: η² over statements, Pearson 1911, Biometrika 8(1/2):254-256; ADR 0029.
 *
 * @example
 * const votes = { people: 4, columns: 1, rowStart: Uint32Array.of(0, 1, 2, 3, 4), statement: Uint16Array.of(0, 0, 0, 0), vote: Int8Array.of(1, 1, -1, -1) }
 * gapsIn(votes, 2)(Uint8Array.of(0, 0, 1, 1)) // => 1
 * gapsIn(votes, 2)(Uint8Array.of(0, 1, 0, 1)) // => 0
 */
export function gapsIn(votes: Votes, k: number): (labels: Uint8Array) => number {
  const { people, columns, rowStart, statement, vote } = votes
  const sums = new Int32Array(columns * k)
  const seen = new Uint32Array(columns * k)
  const [everybody, squares] = [squaredMeans(votes), vote.reduce((sum, one) => sum + one * one, 0)]
  return (labels) => {
    sums.fill(0)
    seen.fill(0)
    for (let row = 0; row < people; row++) {
      const label = labels[row]!
      for (let at = rowStart[row]!; at < rowStart[row + 1]!; at++) {
        const cell = statement[at]! * k + label
        sums[cell]! += vote[at]!
        seen[cell]!++
      }
    }
    let between = 0
    for (let cell = 0; cell < sums.length; cell++)
      if (seen[cell]! > 0) between += (sums[cell]! * sums[cell]!) / seen[cell]!
    return squares > everybody ? (between - everybody) / (squares - everybody) : 0
  }
}

/**
 * Whether gaps this large come by chance: labels are dealt out again among people who answered about equally often.
 *
 * Units:  p is the share of deals with gaps at least as large, the labels' own among them: exact whatever the votes are.
 * Source: Phipson & Smyth 2010, Stat. Appl. Genet. Mol. Biol. 9(1):39; ADR 0029.
 */
export function gapTest(
  votes: Votes,
  labels: Uint8Array,
  { k, deals, random }: { readonly k: number; readonly deals: number; readonly random: Chance },
) {
  const [gapsOf, dealt] = [gapsIn(votes, k), dealer(votes)]
  const gaps = gapsOf(labels)
  const drawn = Array.from({ length: deals }, () => gapsOf(dealt(labels, random)))
  // Rounding must not make labels rarer than their own copy.
  const asLarge = drawn.filter((one) => one >= gaps * (1 - SAME)).length
  const gapsByChance = drawn.reduce((sum, one) => sum + one, 0) / Math.max(1, deals)
  return { gaps, gapsByChance, p: (1 + asLarge) / (1 + deals) }
}

const SAME = 1e-12

/** Sum over statements of (sum of answers)² ÷ answers. */
function squaredMeans({ columns, statement, vote }: Votes): number {
  const sums = new Int32Array(columns)
  const seen = new Uint32Array(columns)
  for (let at = 0; at < vote.length; at++) {
    sums[statement[at]!]! += vote[at]!
    seen[statement[at]!]!++
  }
  return sums.reduce((total, sum, column) => total + (sum * sum) / Math.max(1, seen[column]!), 0)
}
