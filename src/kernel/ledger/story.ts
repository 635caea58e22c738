import type { Bytes } from '../digest.ts'
import { quoted } from '../parsed.ts'
import { linkAfter } from './chain.ts'
import { FIRST_ENTRY_LINE, parseHeader } from './file-format.ts'
import { type LineProblem, linesOf, lineText } from './lines.ts'
import type { NoteKey } from './note.ts'
import { EMPTY_RANGE, EMPTY_ROOT } from './tree.ts'

/** The key that the first line names. */
export function readHeader(record: Bytes): {
  readonly key: NoteKey | null
  readonly problems: readonly LineProblem[]
} {
  const [line] = linesOf(record)
  if (line === undefined) return { key: null, problems: [{ line: 1, says: 'the file is empty' }] }
  const read = lineText(line)
  const key = read.kind === 'text' ? parseHeader(read.text) : null
  if (key !== null) return { key, problems: [] }
  return { key, problems: [{ line: 1, says: read.kind === 'fault' ? read.says : noHeader(read.text) }] }
}

/** What was found by reading the entries from the top. */
export interface Story {
  readonly problems: readonly LineProblem[]
  /** Lines in all, the header among them. */
  readonly lines: number
  readonly entries: number
  /** The root after the entries that were asked about, and after the last; none where it is in doubt. */
  readonly roots: ReadonlyMap<number, Bytes>
}

/**
 * Reads the entries up to the first place from which nothing can follow any more.
 *
 * Shapes: the roots that are wanted are named by the size of the tree.
 */
export function readEntries(record: Bytes, wanted: ReadonlySet<number>): Story {
  const problems: LineProblem[] = []
  const roots = new Map([[0, EMPTY_ROOT]])
  let lines = 0
  let range = EMPTY_RANGE
  let root = EMPTY_ROOT
  let state: 'follows' | 'doubted' | 'broken' = 'follows'
  for (const line of linesOf(record)) {
    lines = line.number
    if (line.number < FIRST_ENTRY_LINE || state === 'broken') continue
    const link = linkAfter(range, line)
    if (link.kind === 'unreadable' || (link.kind === 'differs' && state === 'follows'))
      problems.push({ line: line.number, says: link.says })
    // A root that was changed alone leaves the next line in order; a changed entry leaves none.
    if (link.kind === 'unreadable' || (link.kind === 'differs' && state === 'doubted')) state = 'broken'
    else {
      state = link.kind === 'differs' ? 'doubted' : 'follows'
      ;({ range, root } = link.entry)
      if (state === 'follows' && wanted.has(range.size)) roots.set(range.size, root)
    }
  }
  if (state === 'follows') roots.set(range.size, root)
  return { problems, lines, entries: Math.max(0, lines - 1), roots }
}

const noHeader = (text: string): string =>
  `${quoted(text)} is not a header: parley-ledger/1, the origin, and the verifier key of that name`
