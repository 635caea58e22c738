import type { ParticipantId } from '../../kernel/index.ts'
import type { OpinionMap } from '../opinion-map.ts'

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
  const both = pairsWithin(shared.map(([person, label]) => JSON.stringify([label, b.get(person)])))
  const inA = pairsWithin(shared.map(([, label]) => label))
  const inB = pairsWithin(shared.map(([person]) => b.get(person)!))
  const all = (shared.length * (shared.length - 1)) / 2
  const expected = all === 0 ? 0 : (inA * inB) / all
  const most = (inA + inB) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
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

function pairsWithin(labels: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}
