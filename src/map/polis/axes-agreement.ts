import { planeOf } from '../space/space.ts'
import type { PolisResult } from './polis.ts'

/** |cosine| of each axis of a result with the one that we compute from the same votes; two axes of zeros agree. */
export function axesAgreement({
  conversation,
  plane,
}: Pick<PolisResult, 'conversation' | 'plane'>): number[] {
  const { axes } = planeOf(conversation.drawn)
  return axes.map((axis, at) => {
    const theirs = plane.axes[at]!
    const [own, other] = [dot(axis, axis), dot(theirs, theirs)]
    return own === 0 && other === 0 ? 1 : Math.abs(dot(axis, theirs)) / Math.sqrt(own * other)
  })
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0)
