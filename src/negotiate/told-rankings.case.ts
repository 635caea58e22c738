import { type Pairwise, pairwiseOfRankings } from './pairwise.ts'

/** Rankings for tests: `toldRankings({ abc: 3, ca: 1 })` has four people; the last says nothing of b. */
export function toldRankings(people: Readonly<Record<string, number>>): Pairwise {
  const letters = [...new Set(Object.keys(people).join(''))].sort()
  const rankings = Object.entries(people).map(([order, count]) => ({
    order: [...order].map((letter) => letters.indexOf(letter)),
    people: count,
  }))
  return pairwiseOfRankings(rankings, letters.length)
}
