import type { Pairwise } from './pairwise.ts'

/** Rankings for tests: `toldRankings({ abc: 3, ca: 1 })` has four people; the last says nothing of b. */
export function toldRankings(people: Readonly<Record<string, number>>): Pairwise {
  const letters = [...new Set(Object.keys(people).join(''))].sort()
  const count = letters.length
  const wins = new Float64Array(count * count)
  for (const [ranking, voters] of Object.entries(people)) {
    const order = [...ranking].map((letter) => letters.indexOf(letter))
    for (const [place, better] of order.entries())
      for (const worse of order.slice(place + 1)) wins[better * count + worse]! += voters
  }
  const met = wins.map((won, cell) => won + wins[(cell % count) * count + Math.floor(cell / count)]!)
  return { count, wins, met }
}
