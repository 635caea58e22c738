import { type Parsed, type Problem, parsed, quoted, refused } from '../../kernel/index.ts'
import type { Files } from './importer.ts'
import { type TextFile, textFiles } from './text-file.ts'

/** The parts of a Polis export; null where the export has no such file. */
export interface PolisFiles {
  readonly comments: TextFile
  readonly votes: TextFile | null
  readonly matrix: TextFile | null
  readonly summary: TextFile | null
}

type Part = keyof PolisFiles

// Downloads carry a date and the conversation before the name, and either spelling of "participant(s)".
const NAMES: readonly (readonly [Part, RegExp])[] = [
  ['matrix', /(^|-)participants?-votes\.csv$/i],
  ['votes', /(^|-)votes\.csv$/i],
  ['comments', /(^|-)comments\.csv$/i],
  ['summary', /(^|-)summary\.csv$/i],
]

/** Whether any of the files is a part of an export that holds answers or statements. */
export const looksLikePolis = (files: Files): boolean =>
  !files.has(LIVE_STATEMENTS) && partsIn(files).some(({ part }) => part !== 'summary')

/** Where a conversation that was copied from a running server keeps its statements; exports say comments.csv. */
export const LIVE_STATEMENTS = 'statements.csv'

/**
 * The files of one export, wherever in the directory or archive they stand together.
 *
 * Errors: refused when the statements or both files of votes are missing, or when there are two exports.
 */
export function polisFiles(files: Files): Parsed<PolisFiles> {
  const found = partsIn(files)
  const problem = twoExports(found) ?? missingPart(found)
  if (problem !== null) return refused(problem)
  const texts = textFiles(
    files,
    found.map(({ name }) => name),
  )
  if (texts.kind === 'refused') return texts
  const at = (part: Part): TextFile | null =>
    texts.value[found.findIndex((candidate) => candidate.part === part)] ?? null
  const comments = at('comments')
  if (comments === null) throw new Error('a missing part was let through')
  return parsed({ comments, votes: at('votes'), matrix: at('matrix'), summary: at('summary') })
}

interface Found {
  readonly name: string
  readonly part: Part
}

function partsIn(files: Files): readonly Found[] {
  return [...files.keys()].sort().flatMap((name) => {
    const [base = '', ...folders] = name.split('/').reverse()
    // Archivers of one system add a shadow of every file, under its name.
    if (base.startsWith('.') || folders.includes('__MACOSX')) return []
    const part = NAMES.find(([, pattern]) => pattern.test(base))?.[0]
    return part === undefined ? [] : [{ name, part }]
  })
}

function twoExports(found: readonly Found[]): Problem | null {
  const [first, ...rest] = found
  const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1)
  const stray = rest.find(({ name, part }, at) => {
    if (first !== undefined && folderOf(name) !== folderOf(first.name)) return true
    return found.slice(0, at + 1).some((earlier) => earlier.part === part)
  })
  if (first === undefined || stray === undefined) return null
  return {
    place: stray.name,
    found: `a second export beside ${quoted(first.name)}`,
    expected: 'the files of one export',
  }
}

function missingPart(found: readonly Found[]): Problem | null {
  const has = (part: Part): boolean => found.some((each) => each.part === part)
  const names = found.map(({ name }) => name).join(', ')
  const among = names === '' ? 'no such file' : `no such file among ${names}`
  if (!has('comments'))
    return { place: 'comments.csv', found: among, expected: 'the statements people voted on' }
  if (!has('votes') && !has('matrix'))
    return { place: 'votes.csv', found: among, expected: 'votes.csv or participants-votes.csv' }
  return null
}
