/**
 * Closes what was opened, last first, every one of them. Errors: what the first that failed threw, once all were tried.
 *
 * @example
 * closeAll([]) // => undefined
 */
export async function closeAll(opened: readonly (() => Promise<unknown>)[]): Promise<void> {
  const outcomes: PromiseSettledResult<unknown>[] = []
  for (const close of [...opened].reverse()) outcomes.push(...(await Promise.allSettled([close()])))
  const failed = outcomes.find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
}
