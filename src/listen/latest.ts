import { byId } from '../kernel/index.ts'

/** Values under paths of ids, such as participant then statement. A later value under a path replaces the earlier. */
export interface Latest<T> {
  put(path: readonly string[], value: T): void
  /** Forgets the value under the path; nothing happens when there is none. */
  drop(path: readonly string[]): void
  has(path: readonly string[]): boolean
  /** Every value, ordered by id at each step of its path: the same whatever order they were put in. */
  inOrder(): T[]
}

interface Branch<T> {
  value: T | undefined
  below: Map<string, Branch<T>> | undefined
}

/**
 * An empty table of latest values.
 *
 * @example
 * const table = latest()
 * table.put(['p2', '10'], 'a')
 * table.put(['p2', '9'], 'b')
 * table.put(['p1', '9'], 'c')
 * table.put(['p2', '10'], 'd')
 * table.inOrder() // => ['c', 'b', 'd']
 */
export function latest<T>(): Latest<T> {
  const root: Branch<T> = { value: undefined, below: undefined }
  const find = (path: readonly string[]): Branch<T> | undefined => {
    let at: Branch<T> | undefined = root
    for (const step of path) at = at?.below?.get(step)
    return at
  }
  return {
    put: (path, value) => {
      let at = root
      for (const step of path) at = childOf(at, step)
      at.value = value
    },
    drop: (path) => {
      const at = find(path)
      if (at !== undefined) at.value = undefined
    },
    has: (path) => find(path)?.value !== undefined,
    inOrder: () => {
      const values: T[] = []
      collect(root, ranks(root), values)
      return values
    },
  }
}

function childOf<T>(branch: Branch<T>, step: string): Branch<T> {
  branch.below ??= new Map()
  let child = branch.below.get(step)
  if (child === undefined) {
    child = { value: undefined, below: undefined }
    branch.below.set(step, child)
  }
  return child
}

function collect<T>(branch: Branch<T>, rank: ReadonlyMap<string, number>, values: T[]): void {
  if (branch.value !== undefined) values.push(branch.value)
  if (branch.below === undefined) return
  const steps = [...branch.below.keys()].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
  for (const step of steps) collect(childOf(branch, step), rank, values)
}

// Ordering every id once and then comparing ranks is several times faster than comparing ids in every branch.
function ranks<T>(root: Branch<T>): ReadonlyMap<string, number> {
  const seen = new Set<string>()
  const visit = ({ below }: Branch<T>): void => {
    for (const [step, child] of below ?? []) {
      seen.add(step)
      visit(child)
    }
  }
  visit(root)
  return new Map([...seen].sort(byId).map((step, at) => [step, at]))
}
