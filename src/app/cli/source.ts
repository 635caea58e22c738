import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readFiles } from '../../io/files.ts'
import { id, type Parsed, parsed, quoted, refused } from '../../kernel/index.ts'
import { type Importer, isAssemblyId, type Listening, readListening } from '../../listen/index.ts'
import type { Journal } from '../journal.ts'
import { orEnd } from './ending.ts'
import { progress } from './printing.ts'

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
