import { chance } from '../../kernel/index.ts'
import type { Ballots } from '../../negotiate/index.ts'
import type { BenchSize } from './planted-votes.ts'

/**
 * Who agrees with what, where everybody likes some statements, each group others, and most are liked by few.
 *
 * Twenty groups, the g-th with a g-th as many people as the first. A person draws 30 to 68 statements, one drawn twice
 * counts once: each with even odds from a list in the order in which everybody likes them, or from their group's, and
 * of m statements the ⌊m · u³⌋-th for a uniform u. On 10,000 statements that is about 47 each.
 *
 * Shapes: one row per person, ascending.
 */
export function plantedApprovals({ people, statements }: BenchSize, seed: string): Ballots {
  const stream = chance(`${seed}/approvals`)
  const inOrder = Array.from({ length: statements }, (_, statement) => statement)
  const lists = Array.from({ length: GROUPS + 1 }, () => Uint32Array.from(stream.shuffled(inOrder)))
  const shares = Array.from({ length: GROUPS }, (_, group) => 1 / (group + 1))
  const offsets = new Uint32Array(people + 1)
  const marks = new Uint32Array(people * MOST)
  const row = new Uint32Array(MOST)
  let filled = 0
  for (let person = 0; person < people; person++) {
    const own = lists[1 + drawnBy(shares, stream.uniform())]!
    const draws = FEWEST + Math.floor((MOST - FEWEST + 1) * stream.uniform())
    for (let draw = 0; draw < draws; draw++) {
      const u = 2 * stream.uniform()
      const list = u < 1 ? lists[0]! : own
      row[draw] = list[Math.floor(statements * (u % 1) ** 3)]!
    }
    filled = appendSet(marks, filled, row.subarray(0, draws).sort())
    offsets[person + 1] = filled
  }
  return { offsets, candidates: marks.slice(0, filled) }
}

const GROUPS = 20
const FEWEST = 30
const MOST = 68

/** Which of these shares a number from 0 to 1 falls into. */
function drawnBy(shares: readonly number[], u: number): number {
  let left = u * shares.reduce((sum, share) => sum + share, 0)
  const at = shares.findIndex((share) => {
    left -= share
    return left < 0
  })
  return at === -1 ? shares.length - 1 : at
}

/** Writes a sorted row without what it holds twice; says where the next begins. */
function appendSet(marks: Uint32Array, from: number, row: Uint32Array): number {
  let at = from
  for (let draw = 0; draw < row.length; draw++)
    if (draw === 0 || row[draw] !== row[draw - 1]) marks[at++] = row[draw]!
  return at
}
