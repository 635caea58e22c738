import type { PolisBasis } from './polis.ts'

const HISTORY =
  'The groups of Polis depend on every update since its worker last started (compdemocracy/polis#2358); that history is nowhere published.'

/**
 * What of Polis cannot be made again from what is at hand, in plain words.
 *
 * @example
 * outOfReach('votes-alone').length // => 2
 */
export function outOfReach(basis: PolisBasis): readonly string[] {
  if (basis === 'published-base-clusters')
    return [
      'How Polis came to its axes, its base clusters and the people it groups: they are taken as it published them.',
    ]
  if (basis === 'exported-groups')
    return [
      `Groups are taken as exported. ${HISTORY}`,
      'Axes, places and priorities are computed from the votes: exports do not hold them. Base clusters, and how well other numbers of groups fitted, are unknown.',
    ]
  return [
    `These are the groups of a worker that has just started, not those that people saw. ${HISTORY}`,
    'It would start from chance, and from the order in which people came; here it starts from the votes and the order of ids.',
  ]
}
