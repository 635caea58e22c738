/** How versions of a charter are numbered and dated. */

/**
 * @example
 * nextVersion([]) // => '1.0'
 * nextVersion(['1.0', '1.10', '1.9']) // => '1.11'
 */
export function nextVersion(versions: readonly string[]): string {
  const numbers = versions.map((version) => /^(\d+)\.(\d+)$/.exec(version)).filter((match) => match !== null)
  if (numbers.length === 0) return '1.0'
  const major = Math.max(...numbers.map(([, first]) => Number(first)))
  const minor = Math.max(
    ...numbers.filter(([, first]) => Number(first) === major).map(([, , second]) => Number(second)),
  )
  return `${major}.${minor + 1}`
}

export const secondsOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
