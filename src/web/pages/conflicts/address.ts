import type { Standing } from '../../../classify/index.ts'
import type { CaseId, StatementId } from '../../../kernel/index.ts'
import { pathOf } from '../../page.tsx'
import type { Frame } from '../../views.ts'

export interface Place {
  readonly standing: Standing
  readonly statements?: readonly StatementId[]
  readonly case?: CaseId
}

/**
 * The address of a place in the register. One that opens something leads to what it opens: on a phone the list comes
 * first.
 *
 * @example
 * addressOf({ assembly: { id: 'city' } }, { standing: 'conflicting', statements: ['a', 'b'] }) // => '/a/city/conflicts?standing=conflicting&statement=a&statement=b#open'
 */
export function addressOf(
  frame: Pick<Frame, 'assembly'>,
  { standing, statements = [], case: open }: Place,
): string {
  const query = new URLSearchParams({ standing })
  for (const statement of statements) query.append('statement', statement)
  if (open !== undefined) query.set('case', open)
  return `${pathOf(frame, '/conflicts')}?${query}${statements.length > 0 ? '#open' : ''}`
}
