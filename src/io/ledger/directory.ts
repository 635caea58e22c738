import { join } from 'node:path'
import { type Bytes, type Parsed, parsed, quoted, refused, utf8 } from '../../kernel/index.ts'
import { headerLine, isKeyName, type Signer, signerOf } from '../../kernel/ledger/index.ts'
import { type FileLayer, replaceFile } from './file-layer.ts'

/** The files of a ledger's directory. */
export interface Paths {
  readonly dir: string
  /** The header and a line for each entry: the truth. */
  readonly ledger: string
  /** The last signed checkpoint. */
  readonly checkpoint: string
  /** The sealed content, a line for each entry. */
  readonly content: string
  /** Salt and key of each entry; outside ordinary backups, so that what is erased stays erased. */
  readonly keys: string
  /** The secret that signs checkpoints. */
  readonly secret: string
}

export const pathsOf = (dir: string): Paths => ({
  dir,
  ledger: join(dir, 'events.ledger'),
  checkpoint: join(dir, 'events.checkpoint'),
  content: join(dir, 'content.jsonl'),
  keys: join(dir, 'keys.bin'),
  secret: join(dir, 'ledger.key'),
})

/**
 * The signer of a directory, which is begun when it is not there: first the secret, then the header; opening signs the
 * checkpoint of no entries. A crash between them leaves a beginning that the next opening goes on from.
 *
 * Errors: refuses a directory that lost its secret or its record; rejects with what the disk said.
 */
export async function prepareDirectory(
  files: FileLayer,
  paths: Paths,
  { origin, random }: { readonly origin: string; readonly random: (bytes: number) => Bytes },
): Promise<Parsed<Signer>> {
  if (!isKeyName(origin))
    return refused({ place: 'the origin', found: quoted(origin), expected: 'a name without spaces and plus' })
  await files.makeDirectory(paths.dir)
  const begun = await files.exists(paths.ledger)
  const remains = begun ? [] : await existing(files, [paths.checkpoint, paths.content, paths.keys])
  if (remains[0] !== undefined)
    return refused({
      place: paths.ledger,
      found: `no file, but ${remains[0]}`,
      expected: 'the record it belongs to',
    })

  const found = await files.read(paths.secret)
  if (found === null && begun)
    return refused({ place: paths.secret, found: 'no file', expected: 'the secret that signed the record' })
  if (found !== null && found.length !== SECRET_BYTES)
    return refused({ place: paths.secret, found: `${found.length} bytes`, expected: `${SECRET_BYTES}` })
  const signer = signerOf(origin, found ?? random(SECRET_BYTES))
  if (found === null) await replaceFile(files, paths.secret, signer.secret)
  if (!begun) await replaceFile(files, paths.ledger, utf8(headerLine(signer.key)))
  return parsed(signer)
}

const SECRET_BYTES = 32

async function existing(files: FileLayer, paths: readonly string[]): Promise<readonly string[]> {
  const there = await Promise.all(paths.map((path) => files.exists(path)))
  return paths.filter((_, at) => there[at])
}
