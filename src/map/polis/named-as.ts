import { byId, type GroupId, id, type ParticipantId } from '../../kernel/index.ts'

type GroupOf = ReadonlyMap<ParticipantId, GroupId>

/**
 * The same groups under the names that the same people have elsewhere: the largest overlap first, each name once.
 *
 * A worker numbers groups as they came up, so that numbers alone cannot be compared. A group that shares nobody with
 * any other takes the first number that is free.
 *
 * @example
 * const [ours, theirs] = [new Map([['p', '0'], ['q', '1']]), new Map([['p', '1'], ['q', '0']])]
 * namedAs(ours, theirs) // => new Map([['p', '1'], ['q', '0']])
 */
export function namedAs(groupOf: GroupOf, names: GroupOf): GroupOf {
  const own = [...new Set(groupOf.values())].sort(byId)
  const nameOf = new Map<GroupId, GroupId>()
  const taken = new Set<GroupId>()
  const give = (group: GroupId, name: GroupId): void => {
    nameOf.set(group, name)
    taken.add(name)
  }
  for (const [group, name] of overlapsOf(groupOf, names))
    if (!nameOf.has(group) && !taken.has(name)) give(group, name)
  for (const group of own.filter((one) => !nameOf.has(one))) give(group, firstFree(taken))
  return new Map([...groupOf].map(([person, group]) => [person, nameOf.get(group)!]))
}

/** Pairs of groups that share people, those that share most first. */
function overlapsOf(groupOf: GroupOf, names: GroupOf): (readonly [GroupId, GroupId])[] {
  const overlaps = new Map<string, { readonly pair: readonly [GroupId, GroupId]; people: number }>()
  for (const [person, group] of groupOf) {
    const name = names.get(person)
    if (name === undefined) continue
    const key = JSON.stringify([group, name])
    const overlap = overlaps.get(key) ?? { pair: [group, name] as const, people: 0 }
    overlap.people++
    overlaps.set(key, overlap)
  }
  return [...overlaps.values()]
    .sort((a, b) => b.people - a.people || byId(a.pair[0], b.pair[0]) || byId(a.pair[1], b.pair[1]))
    .map(({ pair }) => pair)
}

function firstFree(taken: ReadonlySet<GroupId>): GroupId {
  let number = 0
  while (taken.has(id(String(number)))) number++
  return id(String(number))
}
