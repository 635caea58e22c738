import { access, type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { Bytes } from '../../kernel/index.ts'

/** Everything the ledger asks of a disk, so that tests can put a failing or a forgetful one in its place. */
export interface FileLayer {
  /** Makes a directory and those above it; they are there after a power loss. */
  readonly makeDirectory: (path: string) => Promise<void>
  readonly exists: (path: string) => Promise<boolean>
  /** A whole file, for short ones; null when there is none. */
  readonly read: (path: string) => Promise<Bytes | null>
  /** For reading and writing; made when missing, for its owner alone. */
  readonly open: (path: string) => Promise<OpenFile>
  /** As `open`, and empty whatever stood there. */
  readonly create: (path: string) => Promise<OpenFile>
  readonly rename: (from: string, to: string) => Promise<void>
  /** After it, files made and renamed in the directory are there after a power loss. */
  readonly syncDirectory: (path: string) => Promise<void>
}

export interface OpenFile {
  readonly size: () => Promise<number>
  /** As many bytes as asked for, fewer only at the end of the file. */
  readonly read: (at: number, length: number) => Promise<Bytes>
  /** All bytes, or an error. */
  readonly write: (at: number, bytes: Bytes) => Promise<void>
  readonly truncate: (length: number) => Promise<void>
  /** fdatasync: after it, what was written is there after a power loss. */
  readonly sync: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * Puts a whole file in the place of another, so that a reader or a power loss finds the old one or the new one.
 *
 * Errors: rejects with what the disk said; the old file then still stands, or the new one does.
 */
export async function replaceFile(files: FileLayer, path: string, bytes: Bytes): Promise<void> {
  await draftFile(files, path, (file) => file.write(0, bytes))
  await promoteDraft(files, path)
}

/** The first half of replacing a file: the draft is on disk, and nobody looks at it. */
export async function draftFile(
  files: FileLayer,
  path: string,
  fill: (file: OpenFile) => Promise<void>,
): Promise<void> {
  const file = await files.create(draftOf(path))
  try {
    await fill(file)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The second half: the draft stands in the place of the file, and stays there. */
export async function promoteDraft(files: FileLayer, path: string): Promise<void> {
  await files.rename(draftOf(path), path)
  await files.syncDirectory(dirname(path))
}

const draftOf = (path: string): string => `${path}.tmp`

/** The disk of this machine. */
export const disk: FileLayer = {
  makeDirectory: async (path) => {
    const whole = resolve(path)
    const first = await mkdir(whole, { recursive: true, mode: 0o700 })
    if (first === undefined) return
    for (let made = whole; made.length >= first.length; made = dirname(made))
      await syncDirectory(dirname(made))
  },
  exists: async (path) => (await orMissing(access(path).then(() => true))) ?? false,
  read: async (path) => {
    const bytes = await orMissing(readFile(path))
    return bytes === null ? null : new Uint8Array(bytes)
  },
  // `a+` would make it too, but then every write goes to the end.
  open: async (path) => openFile((await orMissing(open(path, 'r+'))) ?? (await open(path, 'wx+', 0o600))),
  create: async (path) => openFile(await open(path, 'w+', 0o600)),
  rename,
  syncDirectory,
}

function openFile(handle: FileHandle): OpenFile {
  return {
    size: async () => (await handle.stat()).size,
    read: async (at, length) => {
      const bytes = new Uint8Array(length)
      let done = 0
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, at + done)
        if (bytesRead === 0) break
        done += bytesRead
      }
      return bytes.subarray(0, done)
    },
    write: async (at, bytes) => {
      for (let done = 0; done < bytes.length; ) {
        const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done)
        done += bytesWritten
      }
    },
    truncate: (length) => handle.truncate(length),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  }
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return // there a directory cannot be opened, and renames are journalled
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What a call finds, or null when there is no such file. */
export async function orMissing<T>(call: Promise<T>): Promise<T | null> {
  try {
    return await call
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
