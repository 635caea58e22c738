import { byId, counted, type Direction, number } from '../../kernel/index.ts'
import { type PolisParts, type StatementTotals, statementTotals } from '../../listen/index.ts'
import type { PublishedFinding } from './finding.ts'

/**
 * The agrees and disagrees of comments.csv against the latest vote of each person.
 *
 * Totals that equal all votes cast count a person again for every change of mind. Without votes.csv this cannot be
 * seen, but totals that are never too low and sometimes too high look the same.
 *
 * Source: ADR 0012, ADR 0029; the double count is left open in compdemocracy/openData#6.
 */
export function statementTotalsFindings(parts: PolisParts): PublishedFinding[] {
  const totals = statementTotals(parts)
  const given = totals.filter(({ claimed }) => claimed.agree !== null || claimed.disagree !== null)
  const said = {
    check: 'totals of statements',
    claimed: `comments.csv gives agrees and disagrees for ${given.length} of ${totals.length} statements.`,
  } as const
  if (given.length === 0)
    return [
      {
        kind: 'cannot-be-told',
        ...said,
        recomputed: 'There are no totals to compare with the votes.',
        settles: 'comments.csv with its columns "agrees" and "disagrees"',
      },
    ]
  const twice = given.filter(({ fits }) => fits === 'every-vote-cast')
  const other = given.filter(({ fits }) => fits === 'neither')
  if (twice.length + other.length === 0)
    return [{ kind: 'agrees', ...said, recomputed: 'The latest votes give the same totals.' }]
  return [
    ...(twice.length > 0 ? [{ ...said, ...countedTwice(twice, given.length) }] : []),
    ...(other.length > 0 ? [{ ...said, ...unexplained(other, given.length, parts.votes === null) }] : []),
  ]
}

const countedTwice = (twice: readonly StatementTotals[], of: number) =>
  ({
    kind: 'contradicts',
    count: twice.length,
    of,
    recomputed: `The latest votes give other totals for ${twice.length} of ${of} statements; all votes ever cast give exactly these totals. Votes counted again although the same person replaced them later: ${replacedIn(twice)}.`,
    example: exampleOf(twice),
    cause: 'A vote that a person changed or sent again is counted once for every time it was sent.',
    settles: 'Counting the latest vote of each person; participants-votes.csv holds exactly those.',
  }) as const

function unexplained(other: readonly StatementTotals[], of: number, noVotes: boolean) {
  const neverLow = other.every((each) => tooMany(each, 'agree') >= 0 && tooMany(each, 'disagree') >= 0)
  const likely = neverLow && noVotes
  const fewer = other.reduce((sum, each) => sum + Math.max(0, excess(each)), 0)
  const more = other.reduce((sum, each) => sum + Math.max(0, -excess(each)), 0)
  return {
    kind: 'contradicts',
    count: other.length,
    of,
    recomputed: `The latest votes give other totals for ${other.length} of ${of} statements: in sum ${counted(fewer, 'vote')} fewer and ${number(more)} more.${likely ? ' No total is too low, as when re-votes are counted twice.' : ''}`,
    example: exampleOf(other),
    cause: likely
      ? 'Probably re-votes: a vote that a person changed or sent again counted once for every time it was sent.'
      : 'The totals may have been written at another time than the votes, or from other votes.',
    settles: noVotes
      ? 'votes.csv, which lists every vote cast with its time'
      : 'An export whose files were all written at once',
  } as const
}

const tooMany = ({ claimed, latest }: StatementTotals, vote: Direction): number =>
  (claimed[vote] ?? latest[vote]) - latest[vote]

const excess = (each: StatementTotals): number => tooMany(each, 'agree') + tooMany(each, 'disagree')

const replacedIn = (all: readonly StatementTotals[]): number =>
  all.reduce((sum, { replaced }) => sum + (replaced ?? 0), 0)

/** The statement whose totals are furthest off, of equals the first by id. */
function exampleOf(all: readonly StatementTotals[]): string {
  const off = (each: StatementTotals) =>
    Math.abs(tooMany(each, 'agree')) + Math.abs(tooMany(each, 'disagree'))
  const [{ statement, claimed, latest } = all[0]!] = all.toSorted(
    (a, b) => off(b) - off(a) || byId(a.statement, b.statement),
  )
  return `statement ${statement}: claimed ${claimed.agree ?? 'no'} agrees and ${claimed.disagree ?? 'no'} disagrees, recomputed ${latest.agree} and ${latest.disagree}`
}
