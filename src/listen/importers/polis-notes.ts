import { counted } from '../../kernel/index.ts'
import type { Note } from '../listening.ts'
import type { PolisParts } from './polis-parts.ts'
import { totalsDiffer } from './polis-tables.ts'
import { type StatementTotals, statementTotals } from './polis-totals.ts'
import type { MissingColumn } from './typed-table.ts'

/**
 * What a reader must know about an export: what is missing, and where its files contradict each other.
 *
 * Source: ADR 0012; the double count in comments.csv is left open in compdemocracy/openData#6.
 */
export function notesOf(parts: PolisParts): readonly Note[] {
  const totals = statementTotals(parts)
  const all = [
    ...missingParts(parts),
    countedTwice(totals),
    otherTotals(parts, totals),
    rowTotals(parts),
    summaryTotal(parts, 'voters', parts.merged.answers.size, 'people voted'),
    summaryTotal(parts, 'comments', parts.comments.statements.size, 'statements are listed in comments.csv'),
    matrixDiffers(parts),
    unknownStatements(parts),
  ]
  return all.filter(({ count }) => count > 0)
}

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

function countedTwice(totals: readonly StatementTotals[]): Note {
  const count = totals
    .filter(({ fits }) => fits === 'every-vote-cast')
    .reduce((total, { replaced }) => total + (replaced ?? 0), 0)
  return {
    kind: 'votes-counted-twice',
    count,
    says: `comments.csv counts ${counted(count, 'agree or disagree vote')} that the same person replaced later; here only the latest counts.`,
  }
}

function otherTotals({ votes }: PolisParts, totals: readonly StatementTotals[]): Note {
  const count = totals.filter(({ fits }) => fits === 'neither').length
  const why = votes === null ? ' Without votes.csv nobody can tell why; votes counted twice are likely.' : ''
  return {
    kind: 'totals-differ-from-votes',
    count,
    says: `comments.csv gives other totals than the votes for ${count} of ${counted(totals.length, 'statement')}; here the votes count.${why}`,
  }
}

function rowTotals({ matrix }: PolisParts): Note {
  const count = [...(matrix?.people.values() ?? [])].filter(totalsDiffer).length
  return {
    kind: 'totals-differ-from-votes',
    count,
    says: `participants-votes.csv gives other totals than its own cells for ${counted(count, 'participant')}; here the cells count.`,
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
    says: `votes.csv and participants-votes.csv differ in ${counted(count, 'answer')}: ${otherValue} have another value, of which the latest vote counts; ${onlyInVotes} stand only in votes.csv and ${onlyInMatrix} only in participants-votes.csv, and are kept.`,
  }
}

function unknownStatements({ merged: { onUnknownStatements: count } }: PolisParts): Note {
  return {
    kind: 'votes-on-unknown-statements',
    count,
    says: `${counted(count, 'vote')} on statements that comments.csv does not list: left out, because nobody can read what was voted on.`,
  }
}
