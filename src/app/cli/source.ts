import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Study } from '../../charter/index.ts'
import { bytesOf } from '../../io/file-bytes.ts'
import { readFiles, writeAtomically } from '../../io/files.ts'
import { type Bytes, id, type Parsed, parsed, quoted, refused } from '../../kernel/index.ts'
import { type Importer, isAssemblyId, type Listening, readListening } from '../../listen/index.ts'
import type { Journal } from '../journal.ts'
import { type Negotiation, studySteps } from '../study/study-steps.ts'
import { BAD_INPUT, Ended, orEnd } from './ending.ts'
import { progress, withProgress } from './printing.ts'

/** Where data lives unless a command says otherwise. */
export const DATA = '.parley/data'

export interface DataOptions {
  readonly data: string
  readonly databaseUrl?: string
}

/** What people said: from a file, a directory or an archive, else from an assembly in the data directory. */
export async function listeningFrom(source: string, options: DataOptions): Promise<Listening> {
  if (existsSync(source)) return orEnd(await readExport(source))
  return orEnd(await readAssembly(source, options))
}

export async function readExport(
  source: string,
  assembly: string | null = null,
  among?: readonly Importer[],
): Promise<Parsed<Listening>> {
  if (assembly !== null && !isAssemblyId(assembly))
    return refused({
      place: '--assembly',
      found: quoted(assembly),
      expected: 'an id of 1 to 128 visible characters without spaces, not a dot or two',
    })
  const files = await readFiles(source)
  if (files.kind === 'refused') return files
  return readListening(files.value, { assembly: assembly === null ? null : id(assembly) }, among)
}

async function readAssembly(name: string, options: DataOptions): Promise<Parsed<Listening>> {
  const nothing = refused({
    place: name,
    found: `no such file or directory, and no such assembly in ${options.data}`,
    expected: 'an export or an assembly',
  })
  if (!existsSync(resolve(options.data))) return nothing
  const house = await houseOf(options)
  try {
    const listening = await house.store.listening(id(name))
    return listening === null ? nothing : parsed(listening)
  } finally {
    await house.close()
  }
}

/** What is stored, opened; loaded only where it is used, as most commands need no database. */
export async function houseOf(options: DataOptions): Promise<Journal> {
  const { openHouse } = await import('../house.ts')
  return orEnd(await openHouse(houseOptions(options)))
}

export const houseOptions = ({ data, databaseUrl }: DataOptions) => {
  const bar = progress()
  return {
    directory: resolve(data),
    databaseUrl: databaseUrl ?? process.env.DATABASE_URL ?? null,
    onRebuild: (line: string) => process.stderr.write(`${line}\n`),
    onReplay: ({ done, of }: { done: number; of: number }) => {
      bar.show(`Reading the record, ${done} of ${of}`, done / of)
      if (done >= of) bar.done()
    },
  }
}

/** Runs every stage, showing how far it is. */
export const studied = (listening: Listening, negotiation: Negotiation): Study =>
  withProgress(studySteps(listening, negotiation), (progress) => progress)

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
