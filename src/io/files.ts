import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { type Parsed, type Problem, parsed, refused } from '../kernel/index.ts'
import { bytesOf } from './file-bytes.ts'
import { isZip, unzip } from './zip.ts'

/** How much is read at once from one path. Source: ADR 0012. */
export const FILE_LIMITS = { files: 1000, bytes: 256 * 1024 * 1024 }

/** Files by name; in a subdirectory with its name and a slash before. */
export type ReadFiles = ReadonlyMap<string, Uint8Array>

/**
 * What stands under a path: the tables and records of a directory and its subdirectories one level down, of a zip
 * archive, or the one file that the path names.
 *
 * Names stay inside: nothing read from an archive is ever a path on this machine.
 *
 * Errors: refused when there is nothing, when it cannot be read, or when it is more than an import may hold.
 */
export async function readFiles(path: string): Promise<Parsed<ReadFiles>> {
  try {
    const found = await stat(path)
    if (found.isDirectory()) return await readDirectory(path)
    const problem = notFiles(path, [found]) ?? tooMuch(path, [found])
    if (problem !== null) return refused(problem)
    const content = await bytesOf(path)
    return isZip(content) ? unzip(path, content, isReadable) : parsed(new Map([[basename(path), content]]))
  } catch (error) {
    return refused(unreadable(path, error))
  }
}

/**
 * Puts text at a path so that a reader finds either the old file or the new one, whole, also after a power cut.
 *
 * Errors: rejects when the disk does, and where a device or a pipe stands, which a renamed file would replace for
 *         everybody on the machine; the path is then as it was, and nothing is left beside it.
 */
export const writeAtomically = (path: string, text: string): Promise<void> =>
  writeWhole(path, (file) => file.writeFile(text, 'utf8'))

/** The same for what is written piece by piece. */
export async function writeWhole(path: string, write: (file: FileHandle) => Promise<void>): Promise<void> {
  await requireNoDevice(path)
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`)
  try {
    const file = await open(beside, 'wx')
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await unlink(beside).catch(() => {}) // it may never have been there; the first error is the one that matters
    throw error
  }
  await syncDirectory(dirname(path))
}

// Other files are not looked at, so that an export can lie beside its pictures; one named itself is always read.
const isReadable = (name: string): boolean =>
  /(\.(csv|jsonl|ndjson)|(^|\/)settings\.json)$/i.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name)

async function readDirectory(path: string): Promise<Parsed<ReadFiles>> {
  const names = (await namesIn(path)).filter(isReadable).sort()
  const stats = await Promise.all(names.map((name) => stat(join(path, name))))
  const problem = notFiles(path, stats) ?? tooMuch(path, stats)
  if (problem !== null) return refused(problem)
  const files = new Map<string, Uint8Array>()
  for (const name of names) files.set(name, await bytesOf(join(path, name)))
  return parsed(files)
}

async function namesIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { withFileTypes: true })
  const below = entries
    .filter((entry) => entry.isDirectory())
    .map(async ({ name }) => {
      const inside = await readdir(join(path, name), { withFileTypes: true })
      return inside.filter(isFile).map((entry) => `${name}/${entry.name}`)
    })
  return [...entries.filter(isFile).map(({ name }) => name), ...(await Promise.all(below)).flat()]
}

const isFile = (entry: { isFile(): boolean; isSymbolicLink(): boolean }): boolean =>
  entry.isFile() || entry.isSymbolicLink()

// A pipe or a device has no end to read to.
function notFiles(path: string, found: readonly { isFile(): boolean }[]): Problem | null {
  if (found.every((each) => each.isFile())) return null
  return { place: path, found: 'something else than files', expected: 'files' }
}

function tooMuch(path: string, files: readonly { readonly size: number }[]): Problem | null {
  const size = files.reduce((total, file) => total + file.size, 0)
  if (files.length > FILE_LIMITS.files)
    return { place: path, found: `${files.length} files to read`, expected: `at most ${FILE_LIMITS.files}` }
  if (size > FILE_LIMITS.bytes)
    return { place: path, found: `${size} bytes`, expected: `at most ${FILE_LIMITS.bytes} bytes` }
  return null
}

function unreadable(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null
  if (code === null) throw error
  return {
    place: path,
    found: code === 'ENOENT' ? 'nothing' : `what cannot be read (${code})`,
    expected: 'a directory, a zip archive or a file',
  }
}

async function requireNoDevice(path: string): Promise<void> {
  const found = await stat(path).catch(() => null) // whatever else is wrong with the path, writing says
  if (found !== null && !found.isFile() && !found.isDirectory()) throw new Error('a device or a pipe')
}

// A rename is lasting only when the directory that records it is.
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
