import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { FILE_LIMITS } from '../../io/files.ts'
import { piecesOf } from '../../io/pieces.ts'
import { loadVotes, type StoredVotes } from '../../io/votes-file.ts'
import { type Parsed, type Problem, parsed, refused } from '../../kernel/index.ts'
import { csvVotes, jsonlVotes } from '../../listen/index.ts'
import { voteCollector } from '../../map/index.ts'

/** Told how far reading is: rows so far, and the share of the file. */
export type OnRows = (rows: number, done: number) => void

/**
 * Whether a path is a file of votes alone, which is read piece by piece: a packed file, a table with a column `vote`,
 * or JSON lines that have no `type` or are more than an import may hold.
 */
export async function isVotesAlone(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return false
  if (/\.votes$/i.test(path)) return true
  if (/\.csv$/i.test(path)) return A_VOTE_COLUMN.test((await headOf(path)).split(/[\r\n]/)[0] ?? '')
  if (!/\.(jsonl|ndjson)$/i.test(path)) return false
  return found.size > FILE_LIMITS.bytes || !/^\s*\{[^\n]*"type"/.test(await headOf(path))
}

/**
 * The votes in a file, which may be many times the memory that reading it takes.
 *
 * Errors: refused where there is no such file, and with the first row that is wrong; never a part of the votes.
 */
export async function readVotes(path: string, onRows: OnRows = () => {}): Promise<Parsed<StoredVotes>> {
  if (/\.votes$/i.test(path)) return loadVotes(path)
  const missing = await notAFile(path)
  if (missing !== null) return refused(missing)
  const collector = voteCollector()
  const reader = (/\.csv$/i.test(path) ? csvVotes : jsonlVotes)(basename(path), collector)
  for await (const { bytes, done, of } of piecesOf(path)) {
    const problem = reader.take(bytes)
    if (problem !== null) return refused(problem)
    onRows(reader.rows, done / of)
  }
  const problem = reader.end()
  return problem === null
    ? parsed({ matrix: collector.finish(), through: collector.taken })
    : refused(problem)
}

async function notAFile(path: string): Promise<Problem | null> {
  const found = await stat(path).catch(() => null)
  if (found?.isFile()) return null
  return {
    place: path,
    found: found === null ? 'no such file' : found.isDirectory() ? 'a directory' : 'no regular file',
    expected: 'a file of votes: CSV, JSONL or packed',
  }
}

async function headOf(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.toString('utf8', 0, bytesRead)
  } finally {
    await file.close()
  }
}

const A_VOTE_COLUMN = /(^|,)\s*"?vote"?\s*(,|$)/i
