/** Writes that wait together and are committed together, in the order in which they came. */
export interface GroupCommit<Item, Done> {
  /** Resolves when the items are committed; rejects, as every later one, once a commit has failed. */
  readonly add: (items: readonly Item[]) => Promise<readonly Done[]>
  /** Why nothing is committed any more; null while all is well. */
  readonly failure: () => Error | null
  /** Refuses everything from here on, as if a commit had failed; gives back why, which may be an earlier failure. */
  readonly fail: (because: Error) => Error
  /** Resolves when nothing waits and nothing is being written. */
  readonly idle: () => Promise<void>
}

interface Waiting<Item, Done> {
  readonly items: readonly Item[]
  readonly resolve: (done: readonly Done[]) => void
  readonly reject: (because: Error) => void
}

/**
 * Commits in groups: what arrives while one commit is under way shares the next, so that many writers wait for one
 * sync rather than one each.
 *
 * Errors: one failed commit refuses its group, all that wait and all that come, with the same error.
 * Source: Gray & Reuter 1993, Transaction Processing, section 9.4 (group commit).
 */
export function groupCommit<Item, Done>(
  commit: (items: readonly Item[]) => Promise<readonly Done[]>,
): GroupCommit<Item, Done> {
  const waiting: Waiting<Item, Done>[] = []
  let failure: Error | null = null
  let running: Promise<void> | null = null

  const fail = (because: Error): Error => {
    failure ??= because
    for (const { reject } of waiting.splice(0)) reject(failure)
    return failure
  }

  const run = async (): Promise<void> => {
    await null // what is added in one go goes into one group
    while (waiting.length > 0) {
      const group = waiting.splice(0)
      try {
        const done = await commit(group.flatMap(({ items }) => items))
        let from = 0
        for (const { items, resolve } of group) {
          resolve(done.slice(from, from + items.length))
          from += items.length
        }
      } catch (error) {
        const because = fail(error instanceof Error ? error : new Error(String(error)))
        for (const { reject } of group) reject(because)
      }
    }
    running = null
  }

  return {
    add: (items) =>
      new Promise((resolve, reject) => {
        if (failure !== null) return reject(failure)
        waiting.push({ items, resolve, reject })
        running ??= run()
      }),
    failure: () => failure,
    fail,
    idle: async () => {
      while (running !== null) await running
    },
  }
}
