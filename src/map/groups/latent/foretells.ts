import { quickChance } from '../../../kernel/index.ts'
import { planeOf, positionsOf } from '../../space/space.ts'
import type { VotesOnMap } from '../../votes/matrix.ts'
import { kMeans } from '../k-means.ts'
import { eachAlone } from '../places.ts'
import { answerShares, classesOf } from './classes.ts'
import { difference, foretold, heldBack } from './held-back.ts'
import { someOf } from './some-of.ts'

/**
 * Whether knowing the group of a person on the map tells anything about votes that the map was not drawn from.
 *
 * A tenth of the votes is held back, map and groups are drawn from the rest, and the groups' answers are asked for
 * those held back. Where answers do not hang together, the axes follow whatever single statements were answered most,
 * and people fall into clumps by what they happened to be asked: such clumps fit well, come back, and foretell nothing.
 *
 * Units:  log likelihood a person, by how much more than of everybody together, with its standard error.
 * Source: this project, ADR 0014.
 */
export function foretellsBy(
  matrix: VotesOnMap,
  rows: Uint32Array,
  { k, seed }: { readonly k: number; readonly seed: string },
): { readonly mean: number; readonly error: number } {
  const halves = heldBack(matrix, someOf(rows, ASKED, `${seed}/asked`), `${seed}/held`)
  const { kept } = halves
  const positions = positionsOf({ ...kept, statements: [], leftOut: 0 }, planeOf(kept))
  const found = kMeans(eachAlone(positions), k, { random: quickChance(`${seed}/k-means`), starts: 4 })
  if (found === null) return { mean: 0, error: 0 }
  const prior = answerShares(kept)
  const together = classesOf(kept, 1, new Uint8Array(kept.people), prior)
  return difference(foretold(halves, classesOf(kept, k, found.labels, prior)), foretold(halves, together))
}

/** Most people whose votes are held back (ADR 0014). */
const ASKED = 10_000
