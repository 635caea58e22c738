import type { Report } from '../../../publish/index.ts'

/** What each clause of a report says, by its id. */
export const namesIn = ({
  clauses,
  tradeOffs,
  cannotHonour,
}: Pick<Report, 'clauses' | 'tradeOffs' | 'cannotHonour'>): ReadonlyMap<string, string> =>
  new Map<string, string>([
    ...(clauses.kind === 'missing' ? [] : [...clauses.clauses, ...clauses.contested]).map(
      ({ id, text }) => [id, text] as const,
    ),
    ...(tradeOffs.kind === 'missing' ? [] : tradeOffs.tradeOffs).map(
      ({ id, prefer, over }) => [id, `“${prefer}” over “${over}”`] as const,
    ),
    ...(cannotHonour.kind === 'missing' ? [] : cannotHonour.values).map(
      ({ id, text }) => [id, text] as const,
    ),
  ])
