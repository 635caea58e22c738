/** One step of an iteration: where it led, and how far that was from where it began. */
export interface Step {
  readonly to: Float64Array
  readonly moved: Float64Array
}

/**
 * Where the last steps of an iteration point to: the combination of them that would have moved least.
 *
 * Alternating solves creep along directions that hardly change the objective; a few remembered steps see through that.
 *
 * Shapes: `steps`, oldest first; `weight`: how much a difference in each coordinate matters.
 * Source: Anderson 1965, J. ACM 12(4):547-560; in the form of Walker & Ni 2011, SIAM J. Numer. Anal. 49(4):1715-1735,
 *         solved by Gram-Schmidt.
 *
 * @example
 * const halfway = (x) => ({ to: Float64Array.of(x / 2), moved: Float64Array.of(-x / 2) })
 * extrapolated([halfway(8), halfway(4)], Float64Array.of(1)) // => Float64Array.of(0)
 */
export function extrapolated(steps: readonly Step[], weight: Float64Array): Float64Array {
  const last = steps.at(-1)!
  const left = { to: last.to.slice(), moved: last.moved.slice() }
  const directions: Direction[] = []
  for (let at = steps.length - 1; at > 0; at--) {
    const change = changeOf(steps[at]!, steps[at - 1]!)
    const before = product(change.moved, change.moved, weight)
    for (const direction of directions) remove(change, direction, weight)
    const square = product(change.moved, change.moved, weight)
    if (!(square > SAME * before)) continue
    const direction = { ...change, square }
    directions.push(direction)
    remove(left, direction, weight)
  }
  return left.to
}

/** What differs between two steps, at right angles to the directions before it. */
interface Direction extends Step {
  readonly square: number
}

/** Takes out of a step what it shares with a direction. */
function remove(step: Step, direction: Direction, weight: Float64Array): void {
  const times = product(step.moved, direction.moved, weight) / direction.square
  for (let i = 0; i < weight.length; i++) {
    step.moved[i]! -= times * direction.moved[i]!
    step.to[i]! -= times * direction.to[i]!
  }
}

function changeOf(late: Step, early: Step): Step {
  const change = { to: late.to.slice(), moved: late.moved.slice() }
  for (let i = 0; i < change.to.length; i++) {
    change.to[i]! -= early.to[i]!
    change.moved[i]! -= early.moved[i]!
  }
  return change
}

function product(a: Float64Array, b: Float64Array, weight: Float64Array): number {
  let sum = 0
  for (let i = 0; i < weight.length; i++) sum += weight[i]! * a[i]! * b[i]!
  return sum
}

/** What is left of a direction, as a share of its square, when it says nothing that the others did not. */
const SAME = 1e-12
