import type { Chance } from '../../kernel/index.ts'
import {
  type labelledIn,
  type Membership,
  membershipOf,
  NONE,
  rowsOf,
  type Stood,
  standingIn,
  type VoteMatrix,
} from '../../map/index.ts'

/** Labels of an export, changed on purpose. */

/** Some of those who have a label, with their labels dealt out again among them. */
export function shuffledIn({ groups, labels }: Membership, dose: number, random: Chance): Membership {
  const rows = random.shuffled(labelled(labels))
  const some = rows.slice(0, Math.round(dose * rows.length))
  const dealt = labels.slice()
  random.shuffled(some).forEach((from, at) => {
    dealt[some[at]!] = labels[from]!
  })
  return { groups, labels: dealt }
}

/** Every label on the next row of the file, as when a list with a header is joined to one without. */
export function lowered(matrix: VoteMatrix, rows: ReturnType<typeof labelledIn>['rows']): Membership {
  const moved = rows.map(([person], at) => [person, rows.at(at - 1)![1]] as const)
  return membershipOf(
    matrix,
    new Map(moved.flatMap(([person, group]) => (group === null ? [] : [[person, group] as const]))),
  )
}

/** Half of the people with their labels, on a map drawn from their votes alone. */
export function halfOf(
  matrix: VoteMatrix,
  { groups, labels }: Membership,
  random: Chance,
): readonly [Stood, Membership] {
  const rows = random.shuffled([...labels.keys()]).slice(0, labels.length >> 1)
  return [standingIn(rowsOf(matrix, rows)), { groups, labels: Uint8Array.from(rows, (row) => labels[row]!) }]
}

/** The labels of a few people; the others have none. */
export function fewIn({ groups, labels }: Membership, few: number, random: Chance): Membership {
  const kept = new Set(random.shuffled(labelled(labels)).slice(0, few))
  return { groups, labels: labels.map((label, row) => (kept.has(row) ? label : NONE)) }
}

const labelled = (labels: Uint8Array): number[] => [...labels.keys()].filter((row) => labels[row] !== NONE)
