import type { Problem } from '../../kernel/index.ts'
import { type Count, type Counts, countsOf, NOBODY } from './polis-answers.ts'
import type { PolisParts } from './polis-parts.ts'

/**
 * The problem of an export whose votes carry the sign of the database of Polis, where agree is -1; null for others.
 *
 * Read as they stand such votes would say the opposite of what people said. The totals of comments.csv are counted
 * apart from the votes and tell: where they fit more statements with the sign turned, it is turned. An honest export is
 * never taken for a turned one: its totals count every latest vote, so they fit turned only where they fit straight.
 *
 * Source: ADR 0012.
 */
export function turnedSign({ comments, votes, merged }: PolisParts): Problem | null {
  const counts = [countsOf(merged.answers), votes?.cast ?? new Map()]
  let straight = 0
  let turned = 0
  for (const { id, agrees, disagrees } of comments.statements.values()) {
    if (agrees === null || disagrees === null) continue
    const fits = (agree: number, disagree: number): boolean =>
      counts.some((all: Counts) => same(all.get(id) ?? NOBODY, { agree, disagree }))
    if (fits(agrees, disagrees)) straight++
    if (fits(disagrees, agrees)) turned++
  }
  if (turned <= straight) return null
  return {
    place: 'comments.csv, columns "agrees" and "disagrees"',
    found: `totals that fit the votes of ${turned} statements with agree as -1, and of ${straight} with agree as 1`,
    expected: 'votes with agree as 1',
  }
}

const same = (a: Count, b: Count): boolean => a.agree === b.agree && a.disagree === b.disagree
