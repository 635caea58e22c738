import { type Bytes, base64, sameBytes } from '../digest.ts'
import { problemLine } from '../parsed.ts'
import {
  FIRST_SIGNATURE_LINE,
  type ReadCheckpoint,
  ROOT_LINE,
  readCheckpoint,
  SIZE_LINE,
  type SignedCheckpoint,
} from './checkpoint.ts'
import { FIRST_ENTRY_LINE, partsOf } from './file-format.ts'
import type { LineProblem } from './lines.ts'
import { type NoteKey, namesKey, parseVkey, signedBy, vkeyOf } from './note.ts'
import { readEntries, readHeader, type Story } from './story.ts'

/** What the reader holds besides the file. */
export interface LedgerTrust {
  /** A signed checkpoint from beside the file, or one kept or witnessed elsewhere. */
  readonly checkpoint: Bytes | null
  /** The log's key, learnt from somewhere else than the file. */
  readonly vkey: string | null
}

export type LedgerVerdict =
  | {
      readonly kind: 'sound'
      readonly origin: string
      readonly vkey: string
      /** `own`: the file vouches for its own key, so it shows that it is whole, not who wrote it. */
      readonly key: 'given' | 'own'
      readonly entries: number
      /** Base64. */
      readonly root: string
      /** Names of others that signed the checkpoint; no key was given for them, so nothing was checked. */
      readonly unchecked: readonly string[]
    }
  | { readonly kind: 'unknown'; readonly entries: number; readonly because: string }
  /** Never empty; in the order of the files, the ledger first. */
  | { readonly kind: 'unsound'; readonly problems: readonly LedgerProblem[] }

export interface LedgerProblem extends LineProblem {
  readonly file: 'ledger' | 'checkpoint'
}

/**
 * Whether a `.ledger` file is whole, and where it is not.
 *
 * Every byte of it counts: each line must be the one spelling of an entry that follows from the lines before it, and
 * the signed checkpoint must be about exactly these entries. Without a checkpoint nothing says where the record ends,
 * and the verdict is `unknown`.
 *
 * Errors: none; whatever stands in the file is judged.
 * Source: docs/formats/ledger.md; ADR 0010.
 */
export function verifyLedger(bytes: Bytes, trust: LedgerTrust): LedgerVerdict {
  const { record, checkpoint } = partsOf(bytes)
  const header = readHeader(record)
  const given = trust.vkey === null ? null : parseVkey(trust.vkey)
  if (given?.kind === 'refused') return { kind: 'unknown', entries: 0, because: problemLine(given.problem) }
  const key = given?.value ?? header.key

  const origin = key?.name ?? null
  const inside = checkpoint === null ? null : readCheckpoint(checkpoint, origin)
  const outside = trust.checkpoint === null ? null : readCheckpoint(trust.checkpoint, origin)
  const signed = [inside, outside].flatMap((read) => (read?.kind === 'read' ? [read.checkpoint] : []))
  const story = readEntries(record, new Set(signed.map(({ size }) => size)))

  const problems: LedgerProblem[] = [
    ...header.problems.map(inLedger),
    ...otherKey(header.key, key),
    ...story.problems.map(inLedger),
    ...(inside === null ? [] : judged(inside, { story, key, inside: true })),
    ...(outside === null ? [] : judged(outside, { story, key, inside: false })),
  ]
  // Only a header with a problem names no key.
  if (problems.length > 0 || key === null) return { kind: 'unsound', problems: problems.sort(byPlace) }
  return ending(story, { key, given: given !== null, signed })
}

interface Context {
  readonly story: Story
  readonly key: NoteKey | null
  /** Whether the checkpoint stands at the end of the ledger file itself. */
  readonly inside: boolean
}

function judged(read: ReadCheckpoint, context: Context): readonly LedgerProblem[] {
  const { story, key, inside } = context
  const at = ({ line, says }: LineProblem): LedgerProblem =>
    inside ? inLedger({ line: story.lines + 1 + line, says }) : { file: 'checkpoint', line, says }
  if (read.kind === 'unreadable') return [...unlikeRecord(read.before, story), read.problem].map(at)
  const { checkpoint } = read
  if (key === null) return []
  if (signedBy(checkpoint.text, checkpoint.signatures, key) !== 'holds')
    return [at(forged(checkpoint, story, key))]
  return disagreements(checkpoint, context).map((problem) => ('file' in problem ? problem : at(problem)))
}

/** A line of a broken checkpoint that was readable, but not what the record makes it: where the break began. */
function unlikeRecord([, size, root]: readonly string[], { entries, roots }: Story): readonly LineProblem[] {
  const last = roots.get(entries)
  if (size !== undefined && size !== `${entries}`)
    return [{ line: SIZE_LINE, says: `the checkpoint says ${size} entries, the record holds ${entries}` }]
  if (root === undefined || last === undefined || root === base64(last)) return []
  return [{ line: ROOT_LINE, says: 'the root of the checkpoint is not that of the record' }]
}

/** The line of a checkpoint to blame when its signature does not hold: the one that disagrees with the record. */
function forged(checkpoint: SignedCheckpoint, story: Story, key: NoteKey): LineProblem {
  const root = story.roots.get(checkpoint.size)
  const last = story.roots.get(story.entries)
  const unsigned = 'and its signature does not hold'
  if (checkpoint.size !== story.entries && last !== undefined && sameBytes(last, checkpoint.root))
    return {
      line: SIZE_LINE,
      says: `the checkpoint says ${checkpoint.size} entries, the record ${story.entries}, ${unsigned}`,
    }
  if (root !== undefined && !sameBytes(root, checkpoint.root))
    return { line: ROOT_LINE, says: `the root of the checkpoint is not that of the record, ${unsigned}` }
  const named = checkpoint.signatures.some((signature) => namesKey(signature, key))
  const says = named ? 'the signature of the log does not hold' : `no signature is by ${vkeyOf(key)}`
  return { line: FIRST_SIGNATURE_LINE, says }
}

function disagreements(
  { size, root }: SignedCheckpoint,
  { story, inside }: Context,
): readonly (LineProblem | LedgerProblem)[] {
  if (size > story.entries) {
    const says = `the record ends at entry ${story.entries}, the signed checkpoint says ${size}`
    return [inLedger({ line: story.lines + 1, says })]
  }
  const recorded = story.roots.get(size)
  const rewritten =
    recorded === undefined || sameBytes(recorded, root)
      ? []
      : [
          {
            line: ROOT_LINE,
            says: `the signed root of the first ${size} entries is another: they were rewritten as a whole`,
          },
        ]
  const beyond =
    inside && size < story.entries
      ? [
          inLedger({
            line: FIRST_ENTRY_LINE + size,
            says: `from here on nothing is signed: the signed checkpoint says ${size} entries`,
          }),
        ]
      : []
  return [...rewritten, ...beyond]
}

function otherKey(named: NoteKey | null, expected: NoteKey | null): readonly LedgerProblem[] {
  if (named === null || expected === null || vkeyOf(named) === vkeyOf(expected)) return []
  return [inLedger({ line: 1, says: `the header names ${vkeyOf(named)}, not the key that was given` })]
}

interface Ending {
  readonly key: NoteKey
  readonly given: boolean
  readonly signed: readonly SignedCheckpoint[]
}

function ending(story: Story, { key, given, signed }: Ending): LedgerVerdict {
  const { entries } = story
  const whole = signed.find(({ size }) => size === entries)
  if (whole !== undefined) {
    const others = whole.signatures.filter((signature) => !namesKey(signature, key))
    return {
      kind: 'sound',
      origin: key.name,
      vkey: vkeyOf(key),
      key: given ? 'given' : 'own',
      entries,
      root: base64(whole.root),
      unchecked: others.map(({ name }) => name),
    }
  }
  const furthest = signed.reduce((most, { size }) => Math.max(most, size), -1)
  const because =
    furthest < 0
      ? 'no signed checkpoint: whether entries are missing at the end cannot be told'
      : `the signed checkpoint says ${furthest} entries, the record goes on to ${entries}: whether more are missing cannot be told`
  return { kind: 'unknown', entries, because }
}

const inLedger = ({ line, says }: LineProblem): LedgerProblem => ({ file: 'ledger', line, says })

const byPlace = (a: LedgerProblem, b: LedgerProblem): number =>
  Number(a.file === 'checkpoint') - Number(b.file === 'checkpoint') || a.line - b.line
