import type { StatementId } from '../kernel/index.ts'

/** Which statements all of some slates seat, and which only some. */
export interface Sharing {
  readonly shared: readonly StatementId[]
  readonly parted: readonly StatementId[]
}

/**
 * What slates have in common, and where they part.
 *
 * Shapes: in the order of the candidates.
 *
 * @example
 * sharingOf(['a', 'b', 'c'], [['a', 'b'], ['a']]) // => { shared: ['a'], parted: ['b'] }
 */
export function sharingOf(
  candidates: readonly StatementId[],
  slates: readonly (readonly StatementId[])[],
): Sharing {
  const seatedBy = (statement: StatementId) => slates.filter((slate) => slate.includes(statement)).length
  return {
    shared: candidates.filter((statement) => seatedBy(statement) === slates.length),
    parted: candidates.filter((statement) => seatedBy(statement) > 0 && seatedBy(statement) < slates.length),
  }
}
