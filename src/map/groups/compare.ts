import type { ParticipantId } from '../../kernel/index.ts'
import type { OpinionMap } from '../opinion-map.ts'
import { adjustedRandOf, contingencyOf } from './contingency.ts'

/** Who is in which group, by whatever names the groups go. */
export type Labels = ReadonlyMap<ParticipantId, string>

/**
 * How far two groupings of the people in both agree: 1 is the same groups, 0 what chance would give.
 *
 * Errors: none; where neither divides anybody they agree, and it is 1.
 * Source: Hubert & Arabie 1985, J. Classif. 2:193-218, equation 5.
 *
 * @example
 * const side = (labels) => new Map(labels.map((label, at) => [id(String(at)), label]))
 * adjustedRand(side(['a', 'a', 'b', 'b']), side(['x', 'x', 'y', 'y'])) // => 1
 * adjustedRand(side(['a', 'a', 'b', 'b']), side(['x', 'y', 'x', 'y'])) // ~> -0.5000
 */
export function adjustedRand(a: Labels, b: Labels): number {
  const shared = [...a].filter(([person]) => b.has(person))
  const [inA, inB] = [
    numbered(shared.map(([, label]) => label)),
    numbered(shared.map(([person]) => b.get(person)!)),
  ]
  return adjustedRandOf(contingencyOf(inA, inB, new Float64Array(shared.length).fill(1)))
}

/**
 * The share of the people labelled who stand nearest to the centre of their own group: how much of a grouping made
 * elsewhere our map shows.
 *
 * Units:  share of 1 of those both placed and labelled; 0 where there is nobody.
 */
export function nearestCentroidAccuracy(map: Pick<OpinionMap, 'people'>, labels: Labels): number {
  const people = map.people.filter(({ id }) => labels.has(id))
  const labelOf = (person: { readonly id: ParticipantId }) => labels.get(person.id)!
  const centres = [...new Set(people.map(labelOf))].map((label) => {
    const own = people.filter((person) => labelOf(person) === label)
    const mean = (axis: 'x' | 'y') => own.reduce((sum, person) => sum + person[axis], 0) / own.length
    return { label, x: mean('x'), y: mean('y') }
  })
  const right = people.filter((person) => {
    const away = centres.map(({ x, y }) => Math.hypot(person.x - x, person.y - y))
    return centres[away.indexOf(Math.min(...away))]?.label === labelOf(person)
  })
  return right.length / Math.max(1, people.length)
}

function numbered(labels: readonly string[]) {
  const numbers = new Map([...new Set(labels)].map((label, number) => [label, number]))
  return { k: numbers.size, labels: Uint16Array.from(labels, (label) => numbers.get(label)!) }
}
