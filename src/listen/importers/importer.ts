import type { AssemblyId, Parsed } from '../../kernel/index.ts'
import type { Listening } from '../listening.ts'

/** Names of files and what is in them, as they came from a directory, an archive or an upload. */
export type Files = ReadonlyMap<string, Uint8Array | string>

export interface ImportOptions {
  /** The id the assembly gets here; null keeps the one in the files. */
  readonly assembly: AssemblyId | null
}

/**
 * Reads one kind of files into a Listening: all of them, or one problem and nothing.
 *
 * `importer.case.ts` holds every importer to it: its own samples are recognised by it alone, what it reads is whole
 * and survives being written as records, and every broken sample gives exactly the line it promises.
 */
export interface Importer {
  readonly name: string
  /** What it reads, for a person whose files no importer recognises. */
  readonly reads: string
  recognises(files: Files): boolean
  read(files: Files, options: ImportOptions): Parsed<Listening>
}
