import { chance } from '../../../kernel/index.ts'
import type { OpinionMap, PlacedPerson } from '../../../map/index.ts'
import { counted, number } from '../../words.ts'

/** The box that everything is drawn in, in units of the drawing. */
export const WIDTH = 640
export const HEIGHT = 490
const MARGIN = 24

/** More marks than this only cover each other, and weigh on a phone; beyond it a sample is drawn (ADR 0041). */
export const MOST_DRAWN = 2_000

/** Who is drawn, and where. */
export interface Scene {
  readonly people: readonly PlacedPerson[]
  /** How many there are in all. */
  readonly of: number
  /** From a place on the map to one in the drawing, in whole units: finer than a mark nobody sees. */
  readonly at: (x: number, y: number) => Point
  /** How many units of the drawing one of the map is. */
  readonly scale: number
  /** How many stand further out than the drawing reaches, and are drawn at its edge. */
  readonly atEdge: number
}

export type Point = readonly [x: number, y: number]

/**
 * Fits people into the box: one scale for both directions, because nearness is all that counts.
 *
 * One person far out would press everybody else into a dot; so the box holds 99 in 100 along each direction with some
 * air, and whoever stands further out is drawn at its edge and counted.
 *
 * Source: ADR 0041.
 */
export function sceneOf(map: OpinionMap): Scene {
  const people = sampleOf(map.people)
  const [left, right] = reach(people.map(({ x }) => x))
  const [bottom, top] = reach(people.map(({ y }) => y))
  const scale = Math.min((WIDTH - 2 * MARGIN) / (right - left), (HEIGHT - 2 * MARGIN) / (top - bottom))
  const place = (x: number, y: number): Point => [
    WIDTH / 2 + scale * (x - (left + right) / 2),
    HEIGHT / 2 - scale * (y - (bottom + top) / 2),
  ]
  const beyond = people.filter(({ x, y }) => {
    const [px, py] = place(x, y)
    return px < EDGE || px > WIDTH - EDGE || py < EDGE || py > HEIGHT - EDGE
  })
  return {
    people,
    of: map.people.length,
    at: (x, y) => {
      const [px, py] = place(x, y)
      return [within(px, WIDTH), within(py, HEIGHT)]
    },
    scale,
    atEdge: beyond.length,
  }
}

/** What a drawing leaves out or moves, as sentences. */
export const sceneText = ({ people, of, atEdge }: Scene): readonly string[] => [
  ...(people.length < of
    ? [`${number(people.length)} of ${number(of)} people are drawn, chosen by chance; all are counted.`]
    : []),
  ...(atEdge > 0
    ? [`${counted(atEdge, 'person stands', 'people stand')} further out, drawn at the edge.`]
    : []),
]

const EDGE = 6
const within = (value: number, size: number): number =>
  Math.round(Math.min(size - EDGE, Math.max(EDGE, value)))

/** Everybody, or a sample of MOST_DRAWN in the same order; the same people each time. */
function sampleOf(people: readonly PlacedPerson[]): readonly PlacedPerson[] {
  if (people.length <= MOST_DRAWN) return people
  const random = chance('map/drawn')
  let wanted = MOST_DRAWN
  return people.filter((_, at) => {
    const taken = (people.length - at) * random.uniform() < wanted
    wanted -= Number(taken)
    return taken
  })
}

/** From where to where 99 in 100 stand, and a twentieth of that on either side. */
function reach(values: readonly number[]): readonly [low: number, high: number] {
  const rising = [...values].sort((a, b) => a - b)
  const low = rising[Math.floor(0.005 * (rising.length - 1))] ?? 0
  const high = rising[Math.ceil(0.995 * (rising.length - 1))] ?? 0
  const air = (high - low) / 20 || 1
  return [low - air, high + air]
}
