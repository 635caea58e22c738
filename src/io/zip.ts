import { crc32, inflateRawSync } from 'node:zlib'
import { type Parsed, type Problem, parsed, quoted, refused } from '../kernel/index.ts'

/** How much an archive may hold and unpack to. Source: ADR 0012. */
export const ZIP_LIMITS = { entries: 1000, bytes: 256 * 1024 * 1024, ratio: 200 }

/** What small archives may unpack to whatever their ratio: a table of empty cells packs very well. */
const ALWAYS_FINE = 1024 * 1024

/**
 * The wanted files of a zip archive, by name, each as long and with the checksum that the archive says.
 *
 * Only the archive's directory is believed, and only as far as the bytes bear it out: nothing is unpacked past the
 * size it states, and a file that unpacks to anything else is refused rather than cut short.
 *
 * Errors: refused when the archive is broken, encrypted or too large, or names a file outside itself.
 * Source: PKWARE APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16; limits after Fifield 2019, "A better zip bomb".
 */
export function unzip(
  name: string,
  archive: Uint8Array,
  wanted: (name: string) => boolean,
): Parsed<ReadonlyMap<string, Uint8Array>> {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const entries = entriesOf(view)
  if (entries === null) return broken(name, 'no directory of its files that can be read')
  const files = entries.filter((entry) => !entry.name.endsWith('/') && wanted(entry.name))
  const problem = tooLarge(name, archive, files) ?? files.map((entry) => unfit(name, entry)).find(isProblem)
  if (problem) return refused(problem)
  const unpacked = new Map<string, Uint8Array>()
  for (const entry of files) {
    const content = unpack(view, entry)
    if (content === null)
      return broken(`${name}, file ${quoted(entry.name)}`, 'bytes that do not unpack to that file')
    if (unpacked.has(entry.name)) return broken(name, `the file ${quoted(entry.name)} twice`)
    unpacked.set(entry.name, content)
  }
  return parsed(unpacked)
}

/** Whether these bytes begin as an archive does, whatever the file is called. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

interface Entry {
  readonly name: string
  readonly encrypted: boolean
  readonly method: number
  readonly checksum: number
  readonly packed: number
  readonly size: number
  /** Where the entry's own header stands. */
  readonly at: number
}

const STORED = 0
const DEFLATED = 8
const END = { signature: 0x06054b50, size: 22, maxComment: 0xffff }
const CENTRAL = { signature: 0x02014b50, size: 46 }
const LOCAL = { signature: 0x04034b50, size: 30 }

/** The entries of the archive's directory; null when it has none that can be read. */
function entriesOf(view: DataView): readonly Entry[] | null {
  const end = endOf(view)
  if (end === null) return null
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (!holds(view, at, CENTRAL)) return null
    const nameLength = view.getUint16(at + 28, true)
    const next =
      at + CENTRAL.size + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) return null
    entries.push({
      name: new TextDecoder().decode(bytesAt(view, at + CENTRAL.size, nameLength)),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    })
    at = next
  }
  return entries
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END.size
  for (let at = last; at >= 0 && at >= last - END.maxComment; at--)
    if (view.getUint32(at, true) === END.signature) return at
  return null
}

const holds = (view: DataView, at: number, { signature, size }: typeof LOCAL): boolean =>
  at + size <= view.byteLength && view.getUint32(at, true) === signature

const bytesAt = (view: DataView, at: number, length: number): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset + at, length)

function tooLarge(name: string, archive: Uint8Array, files: readonly Entry[]): Problem | null {
  const { entries, bytes, ratio } = ZIP_LIMITS
  const size = files.reduce((total, entry) => total + entry.size, 0)
  if (files.length > entries)
    return { place: name, found: `${files.length} files`, expected: `at most ${entries} files` }
  if (size > bytes)
    return { place: name, found: `${size} bytes unpacked`, expected: `at most ${bytes} bytes` }
  if (size > ALWAYS_FINE && size > ratio * archive.length)
    return {
      place: name,
      found: `${size} bytes in ${archive.length}`,
      expected: `at most ${ratio} times as many`,
    }
  return null
}

function unfit(archive: string, { name, encrypted, method }: Entry): Problem | null {
  const place = `${archive}, file ${quoted(name)}`
  if (name.startsWith('/') || /[\\\0]|^[a-z]:/i.test(name) || name.split('/').includes('..'))
    return { place, found: 'a name that leads out of the archive', expected: 'a name inside it' }
  if (encrypted) return { place, found: 'a file under a password', expected: 'a file that can be read' }
  if (method !== STORED && method !== DEFLATED)
    return {
      place,
      found: `the packing method ${method}`,
      expected: `${STORED} (stored) or ${DEFLATED} (deflated)`,
    }
  return null
}

const isProblem = (problem: Problem | null): problem is Problem => problem !== null

/** The content of the entry; null when the bytes are not what the directory says. */
function unpack(view: DataView, { at, packed, size, method, checksum }: Entry): Uint8Array | null {
  if (!holds(view, at, LOCAL)) return null
  const start = at + LOCAL.size + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  if (start + packed > view.byteLength) return null
  const bytes = bytesAt(view, start, packed)
  const content = method === STORED ? bytes : inflated(bytes, size)
  return content !== null && content.length === size && crc32(content) === checksum ? content : null
}

function inflated(bytes: Uint8Array, size: number): Uint8Array | null {
  try {
    // One byte is always allowed: Node refuses a limit of zero.
    return inflateRawSync(bytes, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return null
  }
}

const broken = (place: string, found: string) => refused({ place, found, expected: 'a whole zip archive' })
