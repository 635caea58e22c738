import { type Bytes, type Parsed, parsed, refused, sameBytes, utf8 } from '../../kernel/index.ts'
import {
  type CompactRange,
  EMPTY_RANGE,
  EMPTY_ROOT,
  FIRST_ENTRY_LINE,
  FIRST_SIGNATURE_LINE,
  type Forest,
  growForest,
  headerLine,
  linkAfter,
  ROOT_LINE,
  readCheckpoint,
  type SignedCheckpoint,
  type Signer,
  signedBy,
} from '../../kernel/ledger/index.ts'
import type { Paths } from './directory.ts'
import type { FileLayer, OpenFile } from './file-layer.ts'
import { ERASED } from './ledger.ts'
import { type StoredLine, storedLines } from './line-reader.ts'
import { contentHead } from './seal.ts'
import { SLOT_BYTES } from './slots.ts'
import { storedSlots } from './stored.ts'

/** The record as it stands on disk, up to where it can be trusted. */
export interface RecoveredRecord {
  readonly range: CompactRange
  readonly forest: Forest
  readonly ends: number[]
  /** The entries that say of another that it is erased. */
  readonly tombstones: readonly number[]
}

/** The last checkpoint the directory signed, or null when it was never written. */
export async function recoverCheckpoint(
  files: FileLayer,
  paths: Paths,
  signer: Signer,
): Promise<Parsed<SignedCheckpoint | null>> {
  const bytes = await files.read(paths.checkpoint)
  if (bytes === null) return parsed(null)
  const at = (line: number) => `${paths.checkpoint}, line ${line}`
  const read = readCheckpoint(bytes, signer.key.name)
  if (read.kind === 'unreadable')
    return refused({
      place: at(read.problem.line),
      found: read.problem.says,
      expected: 'a checkpoint of this record',
    })
  if (signedBy(read.checkpoint.text, read.checkpoint.signatures, signer.key) === 'holds')
    return parsed(read.checkpoint)
  return refused({
    place: at(FIRST_SIGNATURE_LINE),
    found: 'a signature that does not hold',
    expected: 'one by the secret of this directory',
  })
}

/**
 * Reads the record from the top. A torn end after the last checkpoint was never acknowledged and ends the record; any
 * other line that does not follow is a change of what was recorded, and refuses it.
 *
 * Errors: refuses with the line that does not follow, or with where the record ends too early.
 */
export async function recoverRecord(
  file: OpenFile,
  paths: Paths,
  { signer, checkpoint }: { readonly signer: Signer; readonly checkpoint: SignedCheckpoint | null },
): Promise<Parsed<RecoveredRecord>> {
  const signed = checkpoint?.size ?? 0
  const at = (line: number) => `${paths.ledger}, line ${line}`
  const forest = growForest()
  const tombstones: number[] = []
  const ends: number[] = []
  let range = EMPTY_RANGE
  let signedRoot: Bytes = EMPTY_ROOT
  for await (const line of storedLines(file, { at: 0, number: 1 })) {
    if (line.number === 1) {
      if (!isHeader(line, signer)) return refused(otherHeader(at(1), line, signer))
      ends.push(line.end)
      continue
    }
    const link = linkAfter(range, line)
    if (link.kind === 'unreadable' && range.size >= signed && isTorn(line)) break
    if (link.kind !== 'follows')
      return refused({ place: at(line.number), found: link.says, expected: 'an entry that follows' })
    if (link.entry.leaf.type === ERASED) tombstones.push(range.size)
    range = link.entry.range
    forest.add(link.entry.hash)
    ends.push(line.end)
    if (range.size === signed) signedRoot = link.entry.root
  }
  if (ends.length === 0)
    return refused({ place: at(1), found: 'an empty file', expected: 'the header of the record' })
  if (range.size < signed) return refused(tooShort(at(range.size + FIRST_ENTRY_LINE), range.size, signed))
  if (checkpoint === null && range.size > 0)
    return refused({
      place: paths.checkpoint,
      found: 'no file',
      expected: `the signed end of ${range.size} entries`,
    })
  if (checkpoint !== null && !sameBytes(signedRoot, checkpoint.root))
    return refused({
      place: `${paths.checkpoint}, line ${ROOT_LINE}`,
      found: `another root than that of the first ${signed} entries`,
      expected: 'the record that was signed',
    })
  return parsed({ range, forest, ends, tombstones })
}

/** Where each item of the content ends; what follows the last entry's was never acknowledged. */
export async function recoverContent(
  file: OpenFile,
  paths: Paths,
  entries: number,
): Promise<Parsed<number[]>> {
  const ends = [0]
  for await (const line of storedLines(file, { at: 0, number: 1 })) {
    const index = line.number - 1
    if (index === entries) break
    const head = contentHead(index)
    if (!line.ended || !sameBytes(line.bytes.subarray(0, head.length), head)) break
    ends.push(line.end)
  }
  const found = ends.length - 1
  if (found === entries) return parsed(ends)
  return refused({
    place: `${paths.content}, line ${found + 1}`,
    found: 'no sealed item',
    expected: `the content of entry ${found}, one of ${entries}`,
  })
}

/** The entries whose salt and key are overwritten, wholly or in part. */
export type Overwritten = ReadonlyMap<number, 'erased' | 'half-erased'>

/** Looks at every salt and key; what follows the last entry's was never acknowledged. */
export async function recoverKeys(
  file: OpenFile,
  paths: Paths,
  entries: number,
): Promise<Parsed<Overwritten>> {
  const at = (index: number) => `${paths.keys}, byte ${index * SLOT_BYTES}`
  const there = Math.floor((await file.size()) / SLOT_BYTES)
  if (there < entries)
    return refused({
      place: at(there),
      found: 'the end of the file',
      expected: `salt and key of entry ${there}`,
    })
  const overwritten = new Map<number, 'erased' | 'half-erased'>()
  let index = 0
  for await (const slot of storedSlots({ keys: file }, 0, entries)) {
    if (slot.kind === 'empty')
      return refused({ place: at(index), found: 'nothing', expected: `salt and key of entry ${index}` })
    if (slot.kind !== 'open') overwritten.set(index, slot.kind)
    index++
  }
  return parsed(overwritten)
}

/** Cuts a file to what is trusted, and says how many bytes went. */
export async function cutTo(file: OpenFile, length: number): Promise<number> {
  const surplus = (await file.size()) - length
  if (surplus <= 0) return 0
  await file.truncate(length)
  await file.sync()
  return surplus
}

/**
 * Writes the end of a file once more and waits until it is on disk. What a killed process left may be in memory only,
 * and after a failed sync the system may take it for written (Rebello et al. 2020, USENIX ATC: "Can applications
 * recover from fsync failures?"), so it is not signed before it is written again.
 */
export async function writeAgain(file: OpenFile, from: number): Promise<void> {
  const end = await file.size()
  for (let at = from; at < end; at += CHUNK_BYTES)
    await file.write(at, await file.read(at, Math.min(CHUNK_BYTES, end - at)))
  await file.sync()
}

const CHUNK_BYTES = 1 << 20

/** A line that a power loss left: without its end, or with a stretch that was never written and reads as zeros. */
const isTorn = (line: StoredLine): boolean => !line.ended || line.bytes.includes(0)

const isHeader = (line: StoredLine, signer: Signer): boolean =>
  line.ended && sameBytes(line.bytes, utf8(headerLine(signer.key)).slice(0, -1))

const otherHeader = (place: string, line: StoredLine, signer: Signer) => ({
  place,
  found: JSON.stringify(new TextDecoder().decode(line.bytes.subarray(0, 200))),
  expected: JSON.stringify(headerLine(signer.key).trimEnd()),
})

const tooShort = (place: string, entries: number, signed: number) => ({
  place,
  found: `the end of the record after ${entries} entries`,
  expected: `${signed}, as the signed checkpoint says`,
})
