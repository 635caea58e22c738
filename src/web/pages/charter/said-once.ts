/**
 * What was said several times in the same words, by people of the same group on the same clause, once and with how often.
 *
 * @example
 * saidOnce(['Not so.', 'Too late.', 'Not so.']) // => [{ said: 'Not so.', times: 2 }, { said: 'Too late.', times: 1 }]
 */
export function saidOnce<Said>(
  all: readonly Said[],
): readonly { readonly said: Said; readonly times: number }[] {
  const keys = all.map((said) => JSON.stringify(said))
  return all.flatMap((said, at) =>
    keys.indexOf(keys[at] ?? '') === at
      ? [{ said, times: keys.filter((key) => key === keys[at]).length }]
      : [],
  )
}

/**
 * @example
 * [timesSays(1), timesSays(3)] // => ['', ', 3 times in these words']
 */
export const timesSays = (times: number): string => (times === 1 ? '' : `, ${times} times in these words`)
