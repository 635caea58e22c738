import type { Minority } from '../checked.ts'
import { contingencyOf, jaccardsOf } from '../groups/contingency.ts'
import { leastMembers } from '../groups/fitted.ts'
import { cameBack } from '../groups/latent/came-back.ts'
import type { Classes } from '../groups/latent/classes.ts'
import { likeliest } from '../groups/latent/fit.ts'
import { heldBack } from '../groups/latent/held-back.ts'
import { someOf } from '../groups/latent/some-of.ts'
import { type Membership, NONE } from '../groups/membership.ts'
import { HOLDS, heldOver } from '../groups/stability.ts'
import { placedRows } from '../space/space.ts'
import type { Votes, VotesOnMap } from '../votes/matrix.ts'
import { pickedRows } from '../votes/picked.ts'
import { standsApart } from './apart.ts'
import { grownClasses } from './grown.ts'
import { toldOf } from './told.ts'

/**
 * Small firm minorities that the groups of a map swallow: few people, who vote alike and unlike everybody else.
 *
 * Dividing people by where they stand on two axes serves the many: a group of three in a hundred moves neither the axes
 * nor the centres. So it is sought by how people vote, and counts only if it stands apart and comes back.
 *
 * Shapes: `shown`: the map's groups; a minority that is one of them is left out. Largest first.
 * Errors: none; where there are too few people to tell, none are found.
 * Source: this project, ADR 0047.
 */
export function minoritiesOf(votes: VotesOnMap, shown: Membership, seed: string): Minority[] {
  const rows = placedRows(votes)
  if (rows.length * LARGEST_SHARE < FEWEST) return []
  const halves = heldBack(votes, someOf(rows, SOUGHT_AMONG, `${seed}/among`), `${seed}/held`)
  const classes = grownClasses(halves.kept)
  const membersOf = membersBy(pickedRows(votes, rows), rows, classes)
  const apart = [...classes.shares.keys()].filter(
    (which) =>
      isSmall(membersOf(which).length, rows.length) &&
      !isShown(membersOf(which), shown) &&
      standsApart(halves, { classes, which }, `${seed}/apart/${which}`),
  )
  if (apart.length === 0) return []
  const came = reruns(pickedRows(votes, someOf(rows, DRAWN_ON, `${seed}/drawn-on`)), classes, seed)
  return apart
    .map((which) => ({
      members: membersOf(which),
      holds: heldOver(came.map((jaccards) => jaccards[which]!)),
    }))
    .filter(({ holds }) => holds.estimate >= HOLDS)
    .map(({ members, holds }) => ({ holds, ...toldOf(votes, shown, members) }))
    .sort((a, b) => b.members - a.members)
}

/** The rows of those who are likeliest in a class. */
function membersBy(own: Votes, rows: Uint32Array, classes: Classes): (which: number) => Uint32Array {
  const { labels } = likeliest(own, classes)
  return (which) => rows.filter((_, at) => labels[at] === which)
}

const isSmall = (members: number, of: number): boolean =>
  members >= Math.max(FEWEST, leastMembers(of)) && members <= LARGEST_SHARE * of

/** Whether a group of the map is more like these people than not. */
function isShown(members: Uint32Array, { groups, labels }: Membership): boolean {
  const theirs = new Uint8Array(labels.length)
  for (const row of members) theirs[row] = 1
  const own = labels.map((label) => (label === NONE ? groups.length : label))
  const everybody = new Float64Array(labels.length).fill(1)
  const table = contingencyOf({ k: 2, labels: theirs }, { k: groups.length + 1, labels: own }, everybody)
  return Math.max(0, ...jaccardsOf(table)[1]!.slice(0, groups.length)) > SAME
}

/** For each re-run, how much of every class came back. */
function reruns(few: Votes, classes: Classes, seed: string): readonly (readonly number[])[] {
  const first = { k: classes.k, labels: likeliest(few, classes).labels }
  return Array.from(
    { length: RERUNS },
    (_, at) => cameBack(few, { first, classes }, `${seed}/re-run/${at}`).jaccards,
  )
}

/** Fewest members that tell a minority from chance, and the largest share that is small (ADR 0047). */
const FEWEST = 10
const LARGEST_SHARE = 0.1
/** Jaccard similarity above which a minority is a group of the map (ADR 0047). */
const SAME = 0.5
/** On how many people it is sought, on how many again, and how often (ADR 0047). */
const SOUGHT_AMONG = 20_000
const DRAWN_ON = 10_000
const RERUNS = 10
