import { stat } from 'node:fs/promises'
import { type Charter, type Evidence, parseCharter, parseProof } from '../../charter/index.ts'
import { bytesOf } from '../../io/file-bytes.ts'
import { writeAtomically } from '../../io/files.ts'
import type { Bytes } from '../../kernel/index.ts'
import { BAD_INPUT, Ended, orEnd } from './ending.ts'

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

/** Longer than any proof, which says half a million agreements at most, and short enough to be one string (ADR 0017). */
const LONGEST_TEXT = 500_000_000

/** The same, of a file that is read as one text. */
async function textBytes(file: string, expected: string): Promise<Bytes> {
  const { size } = await stat(file).catch(() => ({ size: 0 }))
  if (size > LONGEST_TEXT)
    throw new Ended(
      BAD_INPUT,
      `${file}: found ${size} bytes, expected ${expected} of at most ${LONGEST_TEXT}`,
    )
  return fileBytes(file, expected)
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

export async function charterIn(file: string): Promise<Charter> {
  return orEnd(parseCharter(new TextDecoder().decode(await textBytes(file, 'a charter')), file))
}

/** What a proof file says, beside its text: a charter names it byte for byte. */
export async function proofIn(file: string): Promise<NonNullable<Evidence['proof']>> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await textBytes(file, 'a proof'))
  return { file: text, proof: orEnd(parseProof(text, file)) }
}

/** Where the proof of a charter is written: `town.proof.json` beside `town.charter.yaml`. */
export const proofFileOf = (charter: string): string =>
  `${charter.replace(/(\.charter)?\.ya?ml$/, '')}.proof.json`
