import type { StatementId } from '../../kernel/index.ts'
import type { Note } from '../listening.ts'
import { type Count, type Counts, countsOf, type Reconciled } from './polis-answers.ts'
import type { PolisMatrix, PolisStatement, PolisStatements, PolisVotes } from './polis-tables.ts'
import type { MissingColumn } from './typed-table.ts'

/** What was read from the files of one export; null for a file it does not have. */
export interface PolisParts {
  readonly comments: PolisStatements
  readonly votes: PolisVotes | null
  readonly matrix: PolisMatrix | null
  readonly summary: ReadonlyMap<string, string> | null
  readonly merged: Reconciled
}

/**
 * What a reader must know about an export: what is missing, and where its files contradict each other.
 *
 * Source: ADR 0012; the double count in comments.csv is left open in compdemocracy/openData#6.
 */
export const notesOf = (parts: PolisParts): readonly Note[] =>
  [
    ...missingParts(parts),
    countedTwice(parts),
    statementTotals(parts),
    rowTotals(parts),
    summaryTotal(parts, 'voters', parts.merged.answers.size, 'people voted'),
    summaryTotal(parts, 'comments', parts.comments.statements.size, 'statements are listed in comments.csv'),
    matrixDiffers(parts),
    unknownStatements(parts),
  ].filter(({ count }) => count > 0)

function missingParts({ comments, votes, matrix, summary }: PolisParts): Note[] {
  return [
    missingColumns('comments.csv', comments.missing),
    votes === null
      ? missingFile('votes.csv', 'times are unknown, and so is which votes were replaced')
      : missingColumns('votes.csv', votes.missing),
    matrix === null
      ? missingFile(
          'participants-votes.csv',
          'exported groups are unknown, and so are people who never voted',
        )
      : missingColumns('participants-votes.csv', matrix.missing),
    summary === null ? missingFile('summary.csv', 'the assembly has no question') : missingColumns('', []),
  ]
}

const missingFile = (file: string, means: string): Note => ({
  kind: 'column-missing',
  count: 1,
  says: `The export has no ${file}: ${means}.`,
})

const missingColumns = (file: string, missing: readonly MissingColumn[]): Note => ({
  kind: 'column-missing',
  count: missing.length,
  says: `${file} has no ${missing.map(({ name }) => name).join(', ')}: ${[...new Set(missing.map(({ means }) => means))].join('; ')}.`,
})

const NONE: Count = { agree: 0, disagree: 0 }
const sum = ({ agree, disagree }: Count): number => agree + disagree
const fits = ({ agrees, disagrees }: PolisStatement, { agree, disagree }: Count): boolean =>
  (agrees ?? agree) === agree && (disagrees ?? disagree) === disagree

/** How a statement's totals in comments.csv relate to the votes. */
type Totals = 'right' | 'every-vote-cast' | 'neither'

function totalsOf(statement: PolisStatement, latest: Counts, cast: Counts): Totals {
  if (fits(statement, latest.get(statement.id) ?? NONE)) return 'right'
  return fits(statement, cast.get(statement.id) ?? NONE) ? 'every-vote-cast' : 'neither'
}

const withTotals = (parts: PolisParts, totals: Totals): readonly StatementId[] => {
  const latest = countsOf(parts.merged.answers)
  const statements = [...parts.comments.statements.values()]
  const cast = parts.votes?.cast ?? new Map()
  return statements.filter((each) => totalsOf(each, latest, cast) === totals).map(({ id }) => id)
}

function countedTwice(parts: PolisParts): Note {
  const latest = countsOf(parts.votes?.latest ?? new Map())
  const count = withTotals(parts, 'every-vote-cast')
    .map((id) => sum(parts.votes?.cast.get(id) ?? NONE) - sum(latest.get(id) ?? NONE))
    .reduce((total, replaced) => total + replaced, 0)
  return {
    kind: 'votes-counted-twice',
    count,
    says: `comments.csv counts ${many(count, 'agree or disagree vote')} that the same person replaced later; here only the latest counts.`,
  }
}

function statementTotals(parts: PolisParts): Note {
  const count = withTotals(parts, 'neither').length
  const all = parts.comments.statements.size
  const why =
    parts.votes === null ? ' Without votes.csv nobody can tell why; votes counted twice are likely.' : ''
  return {
    kind: 'totals-differ-from-votes',
    count,
    says: `comments.csv gives other totals than the votes for ${count} of ${many(all, 'statement')}; here the votes count.${why}`,
  }
}

function rowTotals({ matrix }: PolisParts): Note {
  const count = matrix?.wrongTotals ?? 0
  return {
    kind: 'totals-differ-from-votes',
    count,
    says: `participants-votes.csv gives other totals than its own cells for ${many(count, 'participant')}; here the cells count.`,
  }
}

function summaryTotal({ summary }: PolisParts, key: string, counted: number, what: string): Note {
  const said = summary?.get(key) ?? ''
  const count = /^\d{1,9}$/.test(said) ? Math.abs(Number(said) - counted) : 0
  return {
    kind: 'totals-differ-from-votes',
    count,
    says: `summary.csv says ${said} ${key}, but ${counted} ${what}.`,
  }
}

function matrixDiffers({ merged: { otherValue, onlyInVotes, onlyInMatrix } }: PolisParts): Note {
  const count = otherValue + onlyInVotes + onlyInMatrix
  return {
    kind: 'matrix-differs-from-votes',
    count,
    says: `votes.csv and participants-votes.csv differ in ${many(count, 'answer')}: ${otherValue} have another value, of which the latest vote counts; ${onlyInVotes} stand only in votes.csv and ${onlyInMatrix} only in participants-votes.csv, and are kept.`,
  }
}

function unknownStatements({ merged: { onUnknownStatements: count } }: PolisParts): Note {
  return {
    kind: 'votes-on-unknown-statements',
    count,
    says: `${many(count, 'vote')} on statements that comments.csv does not list: left out, because nobody can read what was voted on.`,
  }
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`
