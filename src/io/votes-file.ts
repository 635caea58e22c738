import { type FileHandle, open, stat } from 'node:fs/promises'
import { type Bytes, type Parsed, type Problem, parsed, refused } from '../kernel/index.ts'
import {
  changesIn,
  changesSegment,
  FIRST_SEGMENT,
  HEAD_BYTES,
  isVotesFile,
  isWhole,
  MARK_PLACES,
  type Mark,
  markBytes,
  markIn,
  matrixIn,
  padded,
  planIn,
  type Segment,
  type SegmentPlan,
  type VoteChange,
  type VoteMatrix,
  voteStore,
  votesSegment,
} from '../map/index.ts'
import { bytesAt, openToRead } from './file-bytes.ts'
import { writeWhole } from './files.ts'

/** Votes as they were stored, and how many entries of the record they were counted through. */
export interface StoredVotes {
  readonly matrix: VoteMatrix
  readonly through: number
}

/**
 * Writes votes to a file of their own: whole or not at all, also after a power cut.
 *
 * Source: docs/formats/votes-snapshot.md, ADR 0037.
 */
export function saveVotes(path: string, { matrix, through }: StoredVotes): Promise<void> {
  const segment = votesSegment(matrix, through)
  return writeWhole(path, async (file) => {
    const length = await putSegment(file, segment, FIRST_SEGMENT)
    await putMark(file, { number: 1, length })
  })
}

/** What changed since a file was written, and how to have all of the votes should they be written anew. */
export interface Since {
  readonly changes: readonly VoteChange[]
  readonly through: number
  readonly matrix: () => VoteMatrix
}

/**
 * Adds what changed since: the file grows by the changes alone, until they are so many that writing the votes anew is
 * worth while. Until their mark is written they do not count, so that a reader finds all of them or none.
 *
 * Errors: refused where the file is cut or none of its kind; it is then as it was.
 */
export async function addChanges(path: string, since: Since): Promise<Problem | null> {
  const { changes, through, matrix } = since
  const file = await open(path, 'r+')
  try {
    const { size } = await file.stat()
    const mark = markOf(path, await bytesAt(file, 0, FIRST_SEGMENT), size)
    if (mark.kind === 'refused') return mark.problem
    const { number, length } = mark.value
    const votes = planIn(await bytesAt(file, FIRST_SEGMENT, HEAD_BYTES), FIRST_SEGMENT)
    if (votes === null) return broken(path, 'votes that were changed or cut').problem
    const segment = changesSegment(changes, through)
    if (length - votes.end + lengthOf(segment) <= REWRITE_FROM * votes.end) {
      const end = await putSegment(file, segment, length)
      await file.sync()
      await putMark(file, { number: number + 1, length: end })
      await file.sync()
      return null
    }
  } finally {
    await file.close()
  }
  await saveVotes(path, { matrix: matrix(), through })
  return null
}

/** The share of changes from which writing the votes anew is worth while (ADR 0037). */
const REWRITE_FROM = 0.25

/**
 * The votes in a file, with what was added to it.
 *
 * Shapes: arrays are read where they will lie; `memory` says whether threads can read them there.
 * Errors: refused where the file is cut, changed or of another format. Never a part of the votes.
 */
export async function loadVotes(
  path: string,
  memory: 'own' | 'shared' = 'own',
): Promise<Parsed<StoredVotes>> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile())
    return broken(path, found === null ? 'no such file' : 'no regular file')
  const file = await openToRead(path)
  try {
    const page = await bytesAt(file, 0, Math.min(FIRST_SEGMENT, found.size))
    const mark = markOf(path, page, found.size)
    return mark.kind === 'refused' ? mark : await readVotes({ path, file, memory, length: mark.value.length })
  } finally {
    await file.close()
  }
}

interface Reading {
  readonly path: string
  readonly file: FileHandle
  readonly memory: 'own' | 'shared'
  /** How many bytes of the file count. */
  readonly length: number
}

async function readVotes(reading: Reading): Promise<Parsed<StoredVotes>> {
  const first = await segmentAt(reading, FIRST_SEGMENT)
  if (first === null || first.plan.kind !== 'votes')
    return broken(reading.path, 'votes that were changed or cut')
  const stored = matrixIn(first.sections)
  if (stored === null) return broken(reading.path, 'votes that cannot be')
  if (first.plan.end === reading.length) return parsed(stored)
  const store = voteStore(stored.matrix)
  let latest = stored.through
  for (let at = first.plan.end; at < reading.length; ) {
    const segment = await segmentAt(reading, at)
    if (segment === null || segment.plan.kind !== 'changes')
      return broken(reading.path, 'changes that were changed or cut')
    const added = changesIn(segment.sections)
    if (added === null) return broken(reading.path, 'changes that cannot be')
    for (const change of added.changes) store.apply(change)
    latest = added.through
    at = segment.plan.end
  }
  return parsed({ matrix: store.matrix(), through: latest })
}

/** A segment with its sections, each in memory of its own; null where a byte of it is not what was written. */
async function segmentAt(
  { file, memory, length }: Reading,
  at: number,
): Promise<{ readonly plan: SegmentPlan; readonly sections: readonly Bytes[] } | null> {
  const plan = planIn(await bytesAt(file, at, HEAD_BYTES), at)
  if (plan === null || plan.end > length) return null
  const sections: Bytes[] = []
  for (const place of plan.sections) {
    const bytes = await bytesAt(file, place.at, place.length, memory)
    if (!isWhole(place, bytes)) return null
    sections.push(bytes)
  }
  return { plan, sections }
}

function markOf(path: string, page: Bytes, size: number): Parsed<Mark> {
  const mark = markIn(page)
  if (mark === null)
    return broken(path, isVotesFile(page) ? 'a first page that was changed or cut' : 'another kind of file')
  if (mark.length > size) return broken(path, `${size} bytes of ${mark.length}`)
  return parsed(mark)
}

const broken = (path: string, found: string) =>
  refused({ place: path, found, expected: 'a whole file of votes, as `parley votes pack` writes it' })

const lengthOf = ({ sections }: Segment): number =>
  sections.reduce((sum, section) => sum + padded(section.length), HEAD_BYTES)

/** Writes a segment and returns where it ends. */
async function putSegment(file: FileHandle, { head, sections }: Segment, at: number): Promise<number> {
  await putBytes(file, head, at)
  let end = at + HEAD_BYTES
  for (const section of sections) {
    await putBytes(file, section, end)
    end += padded(section.length)
  }
  await file.truncate(end) // whatever an addition that was cut short left behind goes, and padding is zeros
  return end
}

/** Marks take turns, so that the one before stays whole while the next is written. */
const putMark = (file: FileHandle, mark: Mark): Promise<void> =>
  putBytes(file, markBytes(mark), MARK_PLACES[mark.number % 2]!)

/** A disk that fills up takes a part before it refuses the rest. */
async function putBytes(file: FileHandle, bytes: Bytes, at: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, Math.min(ONCE, bytes.length - done), at + done)
    done += bytesWritten
  }
}

/** Bytes of one writing; the system takes less than 2 GiB. */
const ONCE = 1 << 26
