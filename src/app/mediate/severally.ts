/**
 * Does a thing for each item, at most so many at a time, and gives the results in the items' order.
 *
 * Errors: rejects with the first that fails; those under way then go on, and no other is begun.
 */
export async function severally<T, R>(
  atOnce: number,
  items: readonly T[],
  act: (item: T) => Promise<R>,
): Promise<readonly R[]> {
  const results = new Map<number, R>()
  let next = 0
  let failed = false
  const work = async () => {
    while (next < items.length && !failed) {
      const at = next++
      try {
        results.set(at, await act(items[at] as T))
      } catch (error) {
        failed = true
        throw error
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return items.map((_, at) => results.get(at) as R)
}
