import { type Bytes, type Json, type Parsed, parsed, refused, utf8 } from '../../kernel/index.ts'
import { rootOf, type Signer, signCheckpoint } from '../../kernel/ledger/index.ts'
import { type Tip, writeThrough } from './commit.ts'
import { type Paths, prepareDirectory } from './directory.ts'
import { type FileLayer, type OpenFile, replaceFile } from './file-layer.ts'
import type { Appended, Recovery } from './ledger.ts'
import {
  cutTo,
  type Overwritten,
  recoverCheckpoint,
  recoverContent,
  recoverKeys,
  recoverRecord,
  writeAgain,
} from './recover.ts'
import { ERASED_SLOT, SLOT_BYTES } from './slots.ts'
import { type Stored, storedEntries } from './stored.ts'

/** A ledger's directory, recovered and ready to be written. */
export interface OpenedDirectory {
  readonly signer: Signer
  readonly stored: Stored
  readonly tip: Tip
  /** The tombstone of each erased entry. */
  readonly tombstones: ReadonlyMap<number, Appended>
  /** Erased entries whose tombstone is not in the record yet. */
  readonly unrecorded: readonly number[]
  readonly recovery: Recovery
}

/** Opens a directory; refuses one whose files do not belong together, and leaves that as it is. */
export async function openDirectory(
  files: FileLayer,
  paths: Paths,
  sources: { readonly origin: string; readonly random: (bytes: number) => Bytes },
): Promise<Parsed<OpenedDirectory>> {
  const signer = await prepareDirectory(files, paths, sources)
  if (signer.kind === 'refused') return signer
  const opened: OpenFile[] = []
  const open = async (path: string): Promise<OpenFile> => {
    const file = await files.open(path)
    opened.push(file)
    return file
  }
  let kept = false
  try {
    const [ledger, content, keys] = [
      await open(paths.ledger),
      await open(paths.content),
      await open(paths.keys),
    ]
    await files.syncDirectory(paths.dir)
    const recovered = await recover(files, { paths, ledger, content, keys }, signer.value)
    kept = recovered.kind === 'parsed'
    return recovered
  } finally {
    if (!kept) await Promise.allSettled(opened.map((file) => file.close()))
  }
}

type OpenFiles = Pick<Stored, 'paths' | 'ledger' | 'content' | 'keys'>

async function recover(files: FileLayer, open: OpenFiles, signer: Signer): Promise<Parsed<OpenedDirectory>> {
  const { paths, ledger, content, keys } = open
  const checkpoint = await recoverCheckpoint(files, paths, signer)
  if (checkpoint.kind === 'refused') return checkpoint
  const record = await recoverRecord(ledger, paths, { signer, checkpoint: checkpoint.value })
  if (record.kind === 'refused') return record
  const { range, forest, ends: ledgerEnds } = record.value
  const contentEnds = await recoverContent(content, paths, range.size)
  if (contentEnds.kind === 'refused') return contentEnds
  const overwritten = await recoverKeys(keys, paths, range.size)
  if (overwritten.kind === 'refused') return overwritten
  const stored: Stored = { ...open, ledgerEnds, contentEnds: contentEnds.value }
  const tombstones = await readTombstones(stored, record.value.tombstones)
  if (tombstones.kind === 'refused') return tombstones

  // Nothing is written before everything was found to belong together.
  const cut = {
    ledger: await cutTo(ledger, ledgerEnds.at(-1) as number),
    content: await cutTo(content, contentEnds.value.at(-1) as number),
    keys: await cutTo(keys, range.size * SLOT_BYTES),
  }
  const erased = await finishErasures(keys, overwritten.value, tombstones.value)
  const before = checkpoint.value?.size ?? 0
  if (range.size > before) {
    await writeAgain(content, contentEnds.value[before] as number)
    await writeAgain(keys, before * SLOT_BYTES)
    await writeAgain(ledger, ledgerEnds[before] as number)
  }
  const text = signCheckpoint({ size: range.size, root: rootOf(range) }, signer)
  if (checkpoint.value === null || range.size > before) await replaceFile(files, paths.checkpoint, utf8(text))
  const unrecorded = [...overwritten.value.keys()].filter((index) => !tombstones.value.has(index))
  return parsed({
    signer,
    stored,
    tip: { range, forest, checkpoint: text },
    tombstones: tombstones.value,
    unrecorded,
    recovery: { cut, signed: range.size - before, erased: erased + unrecorded.length },
  })
}

/** Which entry each tombstone is of. */
async function readTombstones(
  stored: Stored,
  indices: readonly number[],
): Promise<Parsed<ReadonlyMap<number, Appended>>> {
  const found = new Map<number, Appended>()
  for (const from of indices)
    for await (const { recorded, leaf } of storedEntries(stored, {
      from,
      to: from + 1,
      isErased: () => true,
    })) {
      const target = recorded.kind === 'content' ? targetOf(recorded.content) : null
      if (target === null || target >= from)
        return refused({
          place: `${stored.paths.content}, line ${from + 1}`,
          found: 'a tombstone that names no entry before it',
          expected: 'the index of the erased entry',
        })
      found.set(target, { index: from, type: leaf.type, time: leaf.time })
    }
  return parsed(found)
}

function targetOf(content: Json): number | null {
  const index = typeof content === 'object' && content !== null && 'index' in content ? content.index : null
  return typeof index === 'number' && Number.isSafeInteger(index) && index >= 0 ? index : null
}

/** Overwrites what a tombstone says is erased and is not, and what was overwritten in part. */
async function finishErasures(
  keys: OpenFile,
  overwritten: Overwritten,
  tombstones: ReadonlyMap<number, Appended>,
): Promise<number> {
  const halves = [...overwritten].flatMap(([index, state]) => (state === 'half-erased' ? [index] : []))
  const undone = [...tombstones.keys()].filter((index) => !overwritten.has(index))
  for (const index of [...halves, ...undone]) await writeThrough(keys, index * SLOT_BYTES, ERASED_SLOT)
  return undone.length
}
