import { stat } from 'node:fs/promises'
import { bytesOf } from '../../io/file-bytes.ts'
import { writeAtomically } from '../../io/files.ts'
import type { Bytes } from '../../kernel/index.ts'
import { BAD_INPUT, Ended } from './ending.ts'

/** The bytes of a file, or the one line that says what is wrong. */
export async function fileBytes(file: string, expected: string): Promise<Bytes> {
  const found = await stat(file).catch(() => null)
  if (found !== null && !found.isFile() && !found.isDirectory())
    throw new Ended(BAD_INPUT, `${file}: found no regular file, expected ${expected}`)
  return bytesOf(file).catch((error: NodeJS.ErrnoException) => {
    const found =
      error.code === 'ENOENT' ? 'no such file' : error.code === 'EISDIR' ? 'a directory' : error.message
    throw new Ended(BAD_INPUT, `${file}: found ${found}, expected ${expected}`)
  })
}

/** Writes a result whole, or ends with the one line that says why not. */
export async function writeOut(file: string, text: string): Promise<void> {
  await writeAtomically(file, text).catch(unwritable(file))
}

/** Ends with the one line that says why a file cannot be written. */
export const unwritable =
  (file: string) =>
  ({ code, message }: NodeJS.ErrnoException): never => {
    const found =
      code === 'ENOENT'
        ? 'no such directory'
        : code === 'EISDIR' || code === 'EBUSY'
          ? 'a directory'
          : (code ?? message)
    throw new Ended(BAD_INPUT, `${file}: found ${found}, expected a place where a file can be written`)
  }
