import type { QuickChance } from '../quick-chance.ts'
import type { Draw } from '../weighted-draw.ts'
import { logistic } from './opinions.ts'
import type { PopulationPlan } from './plan.ts'

/** Votes as a map reads them: row i holds entries rowStart[i] to rowStart[i + 1], in order of column; agree +1. */
export interface PlantedVotes {
  readonly people: number
  readonly columns: number
  readonly rowStart: Uint32Array
  readonly statement: Uint16Array | Uint32Array
  readonly vote: Int8Array
}

/** Room for so many rows, in their final size. */
export function emptyVotes({ statements, memory }: PopulationPlan, rowStart: Uint32Array): PlantedVotes {
  const total = rowStart.at(-1)!
  const bytes = (length: number) =>
    memory === 'shared' ? new SharedArrayBuffer(length) : new ArrayBuffer(length)
  const statement =
    statements <= 0x10000 ? new Uint16Array(bytes(2 * total)) : new Uint32Array(bytes(4 * total))
  const starts = new Uint32Array(bytes(rowStart.byteLength))
  starts.set(rowStart)
  const people = rowStart.length - 1
  return { people, columns: statements, rowStart: starts, statement, vote: new Int8Array(bytes(total)) }
}

interface Filling {
  readonly plan: PopulationPlan
  readonly votes: PlantedVotes
  readonly group: Uint8Array
  readonly odds: Float64Array
  readonly draws: readonly Draw[]
}

/** Draws what everybody was shown, and what they answered. */
export function fillRows({ plan, votes, group, odds, draws }: Filling, random: QuickChance): void {
  const { rowStart, statement, vote, columns } = votes
  const shownTo = new Uint32Array(columns)
  for (let row = 0; row < plan.people; row++) {
    const [from, to] = [rowStart[row]!, rowStart[row + 1]!]
    const draw = draws[group[row]!]!
    for (let at = from; at < to; at++) {
      const column = unshown(draw, random, { shownTo, row })
      shownTo[column] = row + 1
      let place = at
      for (; place > from && statement[place - 1]! > column; place--) statement[place] = statement[place - 1]!
      statement[place] = column
    }
    const ability = plan.ability * random.normal()
    const offset = group[row]! * columns
    for (let at = from; at < to; at++) {
      const agrees = plan.passes + (1 - plan.passes) * logistic(odds[offset + statement[at]!]! + ability)
      const drawn = random.uniform()
      vote[at] = drawn < plan.passes ? 0 : drawn < agrees ? 1 : -1
    }
  }
}

/** A statement not shown to this person yet; after some tries the next one free, so that a full row ends too. */
function unshown(
  draw: Draw,
  random: QuickChance,
  { shownTo, row }: { readonly shownTo: Uint32Array; readonly row: number },
): number {
  let column = draw(random)
  for (let tries = 1; tries < TRIES && shownTo[column] === row + 1; tries++) column = draw(random)
  while (shownTo[column] === row + 1) column = (column + 1) % shownTo.length
  return column
}

interface Copying {
  readonly plan: PopulationPlan
  readonly votes: PlantedVotes
  readonly brigade: Uint8Array
  readonly leader: readonly number[]
}

/** Gives the accounts of each brigade the ballot of the one whom they repeat. */
export function copyRows({ plan, votes, brigade, leader }: Copying, random: QuickChance): void {
  const { rowStart, statement, vote } = votes
  for (let row = plan.people; row < brigade.length; row++) {
    const which = brigade[row]! - 1
    const { noise } = plan.brigades[which]!
    const from = rowStart[leader[which]!]!
    for (let at = rowStart[row]!, of = from; at < rowStart[row + 1]!; at++, of++) {
      statement[at] = statement[of]!
      vote[at] = random.uniform() < noise ? Math.floor(3 * random.uniform()) - 1 : vote[of]!
    }
  }
}

/** Draws before a statement that was shown already gives way to its neighbour. */
const TRIES = 32
