import { type Parsed, parsed } from '../../kernel/index.ts'
import type { Files } from './importer.ts'
import { type Reconciled, reconcile } from './polis-answers.ts'
import { type PolisFiles, polisFiles } from './polis-files.ts'
import {
  type PolisMatrix,
  type PolisStatements,
  type PolisVotes,
  readComments,
  readMatrix,
  readSummary,
  readVotes,
} from './polis-tables.ts'
import type { TextFile } from './text-file.ts'

/** What was read from the files of one export, what they claim included; null for a file it does not have. */
export interface PolisParts {
  readonly comments: PolisStatements
  readonly votes: PolisVotes | null
  readonly matrix: PolisMatrix | null
  readonly summary: ReadonlyMap<string, string> | null
  readonly merged: Reconciled
}

/**
 * Reads the files of one Polis export, each on its own terms: what they claim of each other is not judged here.
 *
 * Errors: refused where a file is missing without which nothing can be read, or at the first cell that is not of its kind.
 * Source: ADR 0012.
 */
export function readPolisParts(files: Files): Parsed<PolisParts> {
  const found = polisFiles(files)
  return found.kind === 'refused' ? found : partsOf(found.value)
}

function partsOf(files: PolisFiles): Parsed<PolisParts> {
  const comments = readComments(files.comments)
  if (comments.kind === 'refused') return comments
  const votes = readIfThere(files.votes, readVotes)
  if (votes.kind === 'refused') return votes
  const matrix = readIfThere(files.matrix, readMatrix)
  if (matrix.kind === 'refused') return matrix
  const summary = readIfThere(files.summary, readSummary)
  if (summary.kind === 'refused') return summary
  const merged = reconcile(
    votes.value?.latest ?? null,
    matrix.value?.answers ?? null,
    comments.value.statements,
  )
  return parsed({
    comments: comments.value,
    votes: votes.value,
    matrix: matrix.value,
    summary: summary.value,
    merged,
  })
}

const readIfThere = <T>(file: TextFile | null, read: (file: TextFile) => Parsed<T>): Parsed<T | null> =>
  file === null ? parsed(null) : read(file)
