import type { Chance } from '../../kernel/index.ts'
import { answersOf, type Votes } from '../votes/matrix.ts'

/**
 * Deals labels out again among people who answered about equally often, who are alike if labels say nothing of votes.
 *
 * Groups of frequent voters differ from others in what they were asked; labels dealt out among everybody would pass
 * for informative on that alone.
 *
 * Shapes: rows by number of answers, cut into up to ten strata of equal size and at least ten people (ADR 0029).
 */
export function dealer(votes: Votes): (labels: Uint8Array, random: Chance) => Uint8Array {
  const rows = Uint32Array.from({ length: votes.people }, (_, row) => row)
  rows.sort((a, b) => answersOf(votes, a) - answersOf(votes, b) || a - b)
  const strata = Math.max(1, Math.min(STRATA, Math.floor(rows.length / FEWEST_IN_STRATUM)))
  const start = (stratum: number) => Math.floor((stratum * rows.length) / strata)
  return (labels, random) => {
    const dealt = labels.slice()
    for (let stratum = 0; stratum < strata; stratum++) {
      const places = rows.subarray(start(stratum), start(stratum + 1))
      random.shuffled(Array.from(places, (row) => labels[row]!)).forEach((label, at) => {
        dealt[places[at]!] = label
      })
    }
    return dealt
  }
}

const STRATA = 10
const FEWEST_IN_STRATUM = 10
