import type { Statement } from '../../listen/index.ts'
import { ALIKE, likeness } from '../../negotiate/index.ts'

const MOST = 5

/**
 * Statements that say something like a draft, most alike first: by shared words, so that it works in any language that
 * has words and needs no model. It suggests; the person decides.
 */
export function similarTo(draft: string, statements: readonly Statement[]): readonly Statement[] {
  return statements
    .map((statement) => ({ statement, alike: likeness(draft, statement.text) }))
    .filter(({ alike }) => alike >= ALIKE)
    .sort((a, b) => b.alike - a.alike)
    .slice(0, MOST)
    .map(({ statement }) => statement)
}
