import { type GroupId, id } from '../../kernel/index.ts'
import { type Contingency, contingencyOf, jaccardsOf } from './contingency.ts'
import { type Membership, NONE } from './membership.ts'

/** The name of a part by its number: A is the largest. */
export const letter = (part: number): GroupId => id(String.fromCharCode('A'.charCodeAt(0) + part))

/** What became of the groups between two maps of the same people. */
export type GroupChange =
  /** The group goes on under its name, with this share of the people in either; by size it would have the other name. */
  | {
      readonly kind: 'kept'
      readonly group: GroupId
      readonly bySize: GroupId
      readonly similarity: number
    }
  /** Most of its people come from a group that goes on elsewhere. */
  | { readonly kind: 'split-off'; readonly group: GroupId; readonly from: GroupId; readonly share: number }
  /** Most of its people went into a group that had another name before. */
  | { readonly kind: 'merged-into'; readonly group: GroupId; readonly into: GroupId; readonly share: number }
  | { readonly kind: 'born'; readonly group: GroupId }
  | { readonly kind: 'gone'; readonly group: GroupId }

/** Groups with the names they had, and what changed. */
export interface Renamed {
  /** One name per part of the current groups, in their order. */
  readonly names: readonly GroupId[]
  readonly changes: readonly GroupChange[]
}

/**
 * Gives current groups the names of the previous ones whose members they have: the matching with the largest sum of
 * Jaccard similarities. Membership stays as it is; without a previous map names go by size.
 *
 * Who is in no group in either is not counted. A group without a predecessor gets the first letter that is free.
 *
 * Shapes: both memberships have one label per person, of the same people in the same order.
 * Source: assignment by Kuhn 1955, Nav. Res. Logist. Q. 2:83-97, here by trying all: there are few groups. ADR 0016.
 */
export function renamed(previous: Membership, current: Membership): Renamed {
  const table = sharedBy(previous, current)
  const similar = jaccardsOf(table)
  const predecessor = bestMatching(similar, current.groups.length)
  const free = letters(previous.groups)
  const names = predecessor.map((before) => (before === null ? free() : previous.groups[before]!))
  return { names, changes: changesOf({ table, similar, predecessor, previous, names }) }
}

function sharedBy(previous: Membership, current: Membership): Contingency {
  const counted = previous.labels.map((label, row) => Number(label !== NONE && current.labels[row] !== NONE))
  const known = (labels: Uint8Array) => labels.map((label) => (label === NONE ? 0 : label))
  return contingencyOf(
    { k: previous.groups.length, labels: known(previous.labels) },
    { k: current.groups.length, labels: known(current.labels) },
    Float64Array.from(counted),
  )
}

/** For each current group its predecessor, or none; nobody is the predecessor of two. */
function bestMatching(similar: readonly (readonly number[])[], groups: number): readonly (number | null)[] {
  const search = (
    current: number,
    taken: readonly number[],
  ): { sum: number; match: readonly (number | null)[] } => {
    if (current === groups) return { sum: 0, match: [] }
    const none = search(current + 1, taken)
    return similar.reduce(
      (best, row, before) => {
        const similarity = row[current]!
        if (similarity === 0 || taken.includes(before)) return best
        const rest = search(current + 1, [...taken, before])
        const sum = similarity + rest.sum
        return sum > best.sum ? { sum, match: [before, ...rest.match] } : best
      },
      { sum: none.sum, match: [null, ...none.match] as readonly (number | null)[] },
    )
  }
  return search(0, []).match
}

interface Matched {
  readonly table: Contingency
  readonly similar: readonly (readonly number[])[]
  readonly predecessor: readonly (number | null)[]
  readonly previous: Membership
  readonly names: readonly GroupId[]
}

function changesOf({ table, similar, predecessor, previous, names }: Matched): GroupChange[] {
  const people = (before: number, now: number) => table.people[before * table.columns + now]!
  const came = names.map((group, now): GroupChange => {
    const before = predecessor[now] ?? null
    if (before !== null)
      return { kind: 'kept', group, bySize: letter(now), similarity: similar[before]![now]! }
    const most = largest(previous.groups.map((_, from) => people(from, now)))
    return most === null
      ? { kind: 'born', group }
      : { kind: 'split-off', group, from: previous.groups[most.at]!, share: most.share }
  })
  const went = previous.groups.flatMap((group, before): GroupChange[] => {
    if (predecessor.includes(before)) return []
    const most = largest(names.map((_, now) => people(before, now)))
    return most === null
      ? [{ kind: 'gone', group }]
      : [{ kind: 'merged-into', group, into: names[most.at]!, share: most.share }]
  })
  return [...came, ...went]
}

/** Where the most are, and which share of all, if that is more than half; else none. */
function largest(counts: readonly number[]): { readonly at: number; readonly share: number } | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  const most = Math.max(0, ...counts)
  return most * 2 > all ? { at: counts.indexOf(most), share: most / all } : null
}

/** Hands out letters that are not taken, in their order. */
function letters(taken: readonly GroupId[]): () => GroupId {
  let next = 0
  return () => {
    while (taken.includes(letter(next))) next++
    return letter(next++)
  }
}
