import { type Bytes, utf8 } from '../../kernel/index.ts'
import {
  type CompactRange,
  entryLine,
  type Forest,
  leafHash,
  rootOf,
  type Signer,
  signCheckpoint,
  withLeaf,
} from '../../kernel/ledger/index.ts'
import { draftFile, type FileLayer, type OpenFile, promoteDraft } from './file-layer.ts'
import type { Prepared } from './prepare.ts'
import { contentLine } from './seal.ts'
import { SLOT_BYTES } from './slots.ts'
import type { Stored } from './stored.ts'

/** The end of the record that is on disk and signed. */
export interface Tip {
  readonly range: CompactRange
  /** Holds every entry of the range; it grows with the record. */
  readonly forest: Forest
  /** The signed checkpoint, as text. */
  readonly checkpoint: string
}

/**
 * Writes entries so that a power loss at any moment leaves either an entry with its content, or nothing: content and
 * keys reach the disk first, then the lines of the record, then the checkpoint. Only then is anything acknowledged.
 *
 * Errors: rejects with what the disk said; what is on disk is then unknown until the directory is opened again.
 */
export async function commitEntries(
  files: FileLayer,
  stored: Stored,
  { tip, signer, items }: { readonly tip: Tip; readonly signer: Signer; readonly items: readonly Prepared[] },
): Promise<Tip> {
  const first = tip.range.size
  const contents = items.map(({ sealed }, at) => contentLine(first + at, sealed))
  const hashes = items.map(({ leaf }) => leafHash(leaf))
  let range = tip.range
  const lines = items.map(({ leaf }, at) => {
    range = withLeaf(range, hashes[at] as Bytes)
    return utf8(entryLine({ leaf, root: rootOf(range) }))
  })
  const contentEnd = stored.contentEnds.at(-1) as number
  const ledgerEnd = stored.ledgerEnds.at(-1) as number

  const checkpoint = signCheckpoint({ size: range.size, root: rootOf(range) }, signer)

  const writeRecord = async (): Promise<void> => {
    await allDone([
      writeThrough(stored.content, contentEnd, Buffer.concat(contents)),
      writeThrough(stored.keys, first * SLOT_BYTES, Buffer.concat(items.map(({ slot }) => slot))),
    ])
    await writeThrough(stored.ledger, ledgerEnd, Buffer.concat(lines))
  }
  // A draft says nothing yet, so it may be written meanwhile; it takes its place when the record is on disk.
  const { checkpoint: path } = stored.paths
  await allDone([writeRecord(), draftFile(files, path, (file) => file.write(0, utf8(checkpoint)))])
  await promoteDraft(files, path)

  addEnds(stored.contentEnds, contents)
  addEnds(stored.ledgerEnds, lines)
  for (const hash of hashes) tip.forest.add(hash)
  return { range, forest: tip.forest, checkpoint }
}

/** Writes bytes and waits until they are on disk. */
export async function writeThrough(file: OpenFile, at: number, bytes: Bytes): Promise<void> {
  await file.write(at, bytes)
  await file.sync()
}

/** Waits for all, even when one fails, so that no write goes on behind the back of whoever is told. */
async function allDone(writes: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(writes)).find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
}

function addEnds(ends: number[], lines: readonly Bytes[]): void {
  for (const { length } of lines) ends.push((ends.at(-1) as number) + length)
}
