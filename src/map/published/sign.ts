import { type PolisParts, turnedSign } from '../../listen/index.ts'
import type { PublishedFinding } from './finding.ts'

/** Whether agree is +1, as the totals of comments.csv show. An export with the sign of the database says the opposite. */
export function signFinding(parts: PolisParts): PublishedFinding {
  const statements = [...parts.comments.statements.values()]
  const given = statements.filter(({ agrees, disagrees }) => agrees !== null && disagrees !== null).length
  const said = {
    check: 'the sign of votes',
    claimed: 'A vote of 1 agrees and a vote of -1 disagrees.',
  } as const
  const problem = turnedSign(parts)
  if (given === 0)
    return {
      kind: 'cannot-be-told',
      ...said,
      recomputed: 'There are no totals to tell it from.',
      settles: 'comments.csv with its columns "agrees" and "disagrees"',
    }
  if (problem === null)
    return { kind: 'agrees', ...said, recomputed: 'The totals of statements fit votes with agree as 1.' }
  return {
    kind: 'contradicts',
    ...said,
    recomputed: `The export has ${problem.found}.`,
    count: given,
    of: given,
    example: problem.place,
    cause: 'The votes may come straight from the database of Polis, where agree is -1.',
    settles: 'Turning the sign of every vote, if whoever wrote the file confirms it',
  }
}
