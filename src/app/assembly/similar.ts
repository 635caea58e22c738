import type { Statement } from '../../listen/index.ts'

/** So much of the shorter one's words must be shared before two statements are shown as alike. */
const ALIKE = 0.5
const MOST = 5

/**
 * Statements that say something like a draft, most alike first: by shared words, so that it works in any language that
 * has words and needs no model. It suggests; the person decides.
 */
export function similarTo(draft: string, statements: readonly Statement[]): readonly Statement[] {
  const own = wordsOf(draft)
  if (own.size === 0) return []
  return statements
    .map((statement) => ({ statement, alike: overlap(own, wordsOf(statement.text)) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST)
    .map(({ statement }) => statement)
}

/** Words of four letters and more; shorter ones say little by themselves. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []) as readonly string[])

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, Math.min(a.size, b.size))
}
