import { byId, type ParticipantId } from '../../kernel/index.ts'
import { type PolisParts, type PolisPerson, totalsDiffer } from '../../listen/index.ts'
import type { PublishedFinding } from './finding.ts'

/** The n-votes, n-agree and n-disagree of participants-votes.csv against the cells of the same row. */
export function peopleTotalsFinding({ matrix }: PolisParts): PublishedFinding {
  const people = [...(matrix?.people ?? [])]
  const given = people.filter(([, { claimed }]) => Object.values(claimed).some((total) => total !== null))
  const said = {
    check: 'totals of people',
    claimed: `participants-votes.csv gives totals for ${given.length} of ${people.length} people.`,
  } as const
  if (given.length === 0) return untold(said, 'participants-votes.csv with n-votes, n-agree and n-disagree')
  const off = given.filter(([, person]) => totalsDiffer(person)).sort(byPerson)
  const [first] = off
  if (first === undefined)
    return { kind: 'agrees', ...said, recomputed: 'The cells of each row give the same totals.' }
  const [person, { claimed, counted }] = first
  return {
    kind: 'contradicts',
    ...said,
    recomputed: `The cells of the same row give other totals for ${off.length} of ${given.length} people.`,
    count: off.length,
    of: given.length,
    example: `person ${person}: claimed ${inWords(claimed)}; recomputed ${inWords(counted)}`,
    cause: 'The totals may belong to another row, or may have been written at another time than the cells.',
    settles: 'Counting the cells of each row again, and joining totals to people by their id',
  }
}

/** The n-comments of participants-votes.csv against the authors of comments.csv. */
export function authorsFinding({ matrix, comments }: PolisParts): PublishedFinding {
  const people = [...(matrix?.people ?? [])].filter(([, { comments: written }]) => written !== null)
  const wrote = new Map<ParticipantId, number>()
  for (const { author } of comments.statements.values())
    if (author !== null) wrote.set(author, (wrote.get(author) ?? 0) + 1)
  const said = {
    check: 'statements people wrote',
    claimed: `participants-votes.csv says of ${people.length} people how many statements they wrote.`,
  } as const
  if (people.length === 0 || wrote.size === 0)
    return untold(said, 'participants-votes.csv with n-comments and comments.csv with author-id')
  const writtenBy = (person: ParticipantId) => wrote.get(person) ?? 0
  const off = people.filter(([person, { comments }]) => comments !== writtenBy(person)).sort(byPerson)
  const [first] = off
  if (first === undefined)
    return { kind: 'agrees', ...said, recomputed: 'comments.csv names them as authors equally often.' }
  return {
    kind: 'contradicts',
    ...said,
    recomputed: `comments.csv names ${off.length} of ${people.length} people as authors more or less often.`,
    count: off.length,
    of: people.length,
    example: `person ${first[0]}: claimed ${first[1].comments}, recomputed ${writtenBy(first[0])}`,
    cause: 'Statements may have been added or taken out between the two files, or rows joined by position.',
    settles: 'An export whose files were all written at once',
  }
}

const untold = <S extends { readonly check: PublishedFinding['check']; readonly claimed: string }>(
  said: S,
  settles: string,
): PublishedFinding => ({
  kind: 'cannot-be-told',
  ...said,
  recomputed: 'There is nothing to compare.',
  settles,
})

const byPerson = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => byId(a, b)

const inWords = ({ seen, agree, disagree }: PolisPerson['claimed']): string =>
  `n-votes ${seen ?? 'not given'}, n-agree ${agree ?? 'not given'}, n-disagree ${disagree ?? 'not given'}`
