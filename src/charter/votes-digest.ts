import { byId, hex, sha256, utf8 } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'

/**
 * The digest of all votes: one line of JSON for each, `["participant","statement","agree"]`, sorted by participant
 * and then statement, each ended by a line feed. Any changed, added or missing vote changes it; their order does not.
 *
 * @example
 * votesDigest([]) === `sha256:${hex(sha256())}` // => true
 */
export function votesDigest(votes: Listening['votes']): string {
  const lines = [...votes]
    .sort((a, b) => byId(a.participant, b.participant) || byId(a.statement, b.statement))
    .map(({ participant, statement, vote }) => `${JSON.stringify([participant, statement, vote])}\n`)
  // A call takes some ten thousands of arguments, and one string cannot hold the lines of a whole country.
  const pages = Array.from({ length: Math.ceil(lines.length / PAGE) }, (_, at) =>
    utf8(lines.slice(at * PAGE, (at + 1) * PAGE).join('')),
  )
  return `sha256:${hex(sha256(...pages))}`
}

const PAGE = 10_000
