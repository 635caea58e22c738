import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { bytesAt, openToRead } from '../../io/file-bytes.ts'
import { FILE_LIMITS } from '../../io/files.ts'
import { piecesOf } from '../../io/pieces.ts'
import { loadVotes, type StoredVotes } from '../../io/votes-file.ts'
import { type Parsed, type Problem, parsed, refused } from '../../kernel/index.ts'
import { csvVotes, jsonlVotes } from '../../listen/index.ts'
import { voteCollector } from '../../map/index.ts'

/** Told how far reading is: rows so far, and the share of the file. */
export type OnRows = (rows: number, done: number) => void

/**
 * Whether a path is a file of votes alone, which is read piece by piece: a packed file, a table (an export has more than
 * one), or JSON lines that begin with a vote and never say what is being asked, or are more than an import may hold.
 */
export async function isVotesAlone(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return false
  if (/\.(votes|csv)$/i.test(path)) return true
  if (!/\.(jsonl|ndjson)$/i.test(path)) return false
  return (
    found.size > FILE_LIMITS.bytes ||
    (A_VOTE.test(await headOf(path, found.size)) && !(await asksSomething(path)))
  )
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

async function headOf(path: string, size: number): Promise<string> {
  const file = await openToRead(path)
  try {
    return new TextDecoder().decode(await bytesAt(file, 0, Math.min(HEAD_BYTES, size)))
  } finally {
    await file.close()
  }
}

const HEAD_BYTES = 4096

/** Whether a line of a file is an assembly: records may stand in any order, so it may be the last. */
async function asksSomething(path: string): Promise<boolean> {
  let rest = ''
  for await (const { bytes } of piecesOf(path)) {
    const text = rest + new TextDecoder('latin1').decode(bytes)
    if (AN_ASSEMBLY.test(text)) return true
    rest = text.slice(text.lastIndexOf('\n') + 1).slice(-HEAD_BYTES)
  }
  return false
}

/** A first line that is a vote or a withdrawal, or has no type, and is a vote then. */
const A_VOTE = /^\ufeff?\s*\{(?![^\n]*"type"\s*:\s*"(?!vote"|withdrawal"))/
const AN_ASSEMBLY = /"type"\s*:\s*"assembly"/
