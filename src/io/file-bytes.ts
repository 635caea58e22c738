import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Bytes } from '../kernel/index.ts'

/**
 * The bytes of a file, as many as it says it has.
 *
 * Some files of the system say that they have none, and never end or wait for what never comes: they read as empty.
 *
 * Errors: rejects as `open` and `read` do.
 */
export async function bytesOf(path: string): Promise<Bytes> {
  const file = await openToRead(path)
  try {
    return await bytesAt(file, 0, (await file.stat()).size)
  } finally {
    await file.close()
  }
}

/** Opens a file to read it, without waiting for somebody to write into a pipe. */
export const openToRead = (path: string): Promise<FileHandle> =>
  open(path, constants.O_RDONLY | constants.O_NONBLOCK)

/** A stretch of a file; shorter where the file ends. */
export async function bytesAt(
  file: FileHandle,
  at: number,
  length: number,
  memory: 'own' | 'shared' = 'own',
): Promise<Bytes> {
  const bytes = new Uint8Array(memory === 'shared' ? new SharedArrayBuffer(length) : new ArrayBuffer(length))
  let done = 0
  while (done < length) {
    const { bytesRead } = await file.read(bytes, done, Math.min(ONCE, length - done), at + done)
    if (bytesRead === 0) return bytes.subarray(0, done)
    done += bytesRead
  }
  return bytes
}

/** Bytes of one reading; the system gives less than 2 GiB. */
const ONCE = 1 << 26
