import type { App } from './app.ts'

const waiting = new WeakMap<App['journal'], Promise<unknown>>()

/**
 * Looking and then recording, one after the other: two people who decide at once must not both find that nobody has
 * decided yet. Errors: what the work throws; the next one comes all the same.
 */
export function inTurn<T>({ journal }: Pick<App, 'journal'>, work: () => Promise<T>): Promise<T> {
  const turn = (waiting.get(journal) ?? Promise.resolve()).then(work)
  waiting.set(
    journal,
    turn.catch(() => undefined),
  )
  return turn
}
