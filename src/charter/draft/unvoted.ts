import { type StatementId, seen } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import { FEWEST_VIEWERS } from '../../negotiate/index.ts'
import type { Count } from './count.ts'

/** Statements that a machine wrote and too few people answered: no clause may state them. Source: ADR 0065. */
export const unvotedIn = ({ statements }: Listening, count: Count): ReadonlySet<StatementId> =>
  new Set(
    statements
      .filter(({ id, written }) => written !== null && seen(count.provenance(id)) < FEWEST_VIEWERS)
      .map(({ id }) => id),
  )
