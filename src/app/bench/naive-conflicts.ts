/**
 * The smallest conflicts as they are written first: sets of values, one response after the other, all ways side by
 * side. The baseline that the search with words of bits is held against.
 */
export function naiveConflicts(violations: readonly (readonly number[])[]): number {
  const sets = violations.map((values) => new Set(values)).sort((a, b) => a.size - b.size)
  let ways: readonly (readonly number[])[] = [[]]
  for (const [at, last] of sets.entries()) {
    const sofar = sets.slice(0, at + 1)
    ways = ways.flatMap((way) =>
      way.some((value) => last.has(value))
        ? [way]
        : [...last].map((value) => [...way, value]).filter((longer) => needsAll(longer, sofar)),
    )
  }
  return ways.length
}

const needsAll = (way: readonly number[], sets: readonly ReadonlySet<number>[]): boolean =>
  way.every((value) =>
    sets.some((set) => set.has(value) && !way.some((other) => other !== value && set.has(other))),
  )
