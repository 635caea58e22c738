import type { Entry } from '../io/stores/index.ts'

/** Somebody who is told what was written down. */
export interface Follower {
  /** Takes in entries, in their order. */
  hear(entries: readonly Entry[]): void
  /** Told what `hear` threw, and which entries it was given: it may know none, some or all of them. */
  missed(entries: readonly Entry[], because: unknown): void
}

export interface Followers {
  follow(follower: Follower): void
  tell(entries: readonly Entry[]): void
}

/** Begins with nobody. One that fails to hear keeps nothing from the others, nor from who tells them. */
export function followers(): Followers {
  const all: Follower[] = []
  return {
    follow: (follower) => void all.push(follower),
    tell: (entries) => {
      for (const one of all) tellOne(one, entries)
    },
  }
}

function tellOne(follower: Follower, entries: readonly Entry[]): void {
  try {
    follower.hear(entries)
  } catch (error) {
    follower.missed(entries, error)
  }
}
