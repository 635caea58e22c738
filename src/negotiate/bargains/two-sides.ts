import type { Sign } from '../../kernel/index.ts'
import type { Bargain, Solve } from './bargain.ts'
import { kalaiSmorodinsky } from './kalai-smorodinsky.ts'
import { nash } from './nash.ts'
import { relativeUtilitarian } from './utilitarian.ts'

/** A group that has to live with one of two sides. */
export interface Camp {
  /** The share of its people who prefer the first side, which is what that side is worth to it; the rest prefer the other. */
  readonly share: number
  readonly people: number
  /** What it would have if neither side were taken: 0 where that is as bad as the side that nobody in it prefers. */
  readonly without: number
}

/** Two sides as everybody compared them. */
export interface TwoSides {
  readonly camps: readonly Camp[]
  /** Every comparison that was made, however many of them one person made. */
  readonly comparisons: { readonly first: number; readonly other: number }
}

/** Which of two sides one rule would take. */
export interface SideTaken {
  readonly rule: string
  readonly standing: 'declarable' | 'contrast'
  /** The share of the turns, or the chance, that the first side would get; what both leave of 1 is for neither. */
  readonly first: number
  readonly other: number
  /** 1: the first side gets more. -1: the other. 0: neither does. */
  readonly favours: Sign
}

/**
 * What each way to bargain, a lottery by majority, and plain training would make of two sides.
 *
 * Groups bargain with one voice each; the lottery counts people; plain training counts comparisons, and so hears those
 * most who compared most.
 *
 * Shapes: one answer per rule, always in the same order. A camp in which nobody compared is left out by the caller.
 * Source: ADR 0055.
 *
 * @example
 * const camps = [{ share: 0.9, people: 10, without: 0 }, { share: 0.4, people: 30, without: 0 }]
 * sidesTaken({ camps, comparisons: { first: 25, other: 20 } }).map(({ favours }) => favours) // => [1, 1, 1, 1, 1]
 */
export function sidesTaken({ camps, comparisons }: TwoSides): readonly SideTaken[] {
  const bargain: Bargain = {
    utilities: camps.map(({ share }) => [share, 1 - share]),
    disagreement: camps.map(({ without }) => without),
  }
  const majority = camps.reduce((lead, { share, people }) => lead + people * (share - 0.5), 0)
  return [
    ...BARGAINS.map(({ rule, solve }) => {
      const [first = 0, other = 0] = solve(bargain).shares
      return taken({ rule, standing: 'declarable' }, first, other)
    }),
    taken({ rule: 'a lottery by majority', standing: 'declarable' }, ...wholly(majority)),
    taken(
      { rule: 'what plain training would do', standing: 'contrast' },
      ...wholly(comparisons.first - comparisons.other),
    ),
  ]
}

const BARGAINS: readonly { readonly rule: string; readonly solve: Solve }[] = [
  { rule: 'the product of gains (Nash)', solve: nash },
  { rule: 'equal parts of the best (Kalai–Smorodinsky)', solve: kalaiSmorodinsky },
  { rule: 'the sum of parts of the best (relative utilitarian)', solve: relativeUtilitarian },
]

/** Shares that differ by less come from rounding. */
const SAME = 1e-6

const taken = (named: Pick<SideTaken, 'rule' | 'standing'>, first: number, other: number): SideTaken => ({
  ...named,
  first,
  other,
  favours: Math.abs(first - other) < SAME ? 0 : first > other ? 1 : -1,
})

/** Everything to the side that leads, half each where neither does. */
const wholly = (lead: number): readonly [first: number, other: number] =>
  Math.abs(lead) < SAME ? [0.5, 0.5] : lead > 0 ? [1, 0] : [0, 1]
