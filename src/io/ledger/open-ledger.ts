import { base64, type Parsed, parsed, utf8 } from '../../kernel/index.ts'
import { consistencyProof, inclusionProof, receiptText, vkeyOf } from '../../kernel/ledger/index.ts'
import { commitEntries } from './commit.ts'
import { pathsOf } from './directory.ts'
import { erasing, readOnly } from './erasing.ts'
import { exportLedger } from './export.ts'
import { disk, type FileLayer } from './file-layer.ts'
import { groupCommit } from './group-commit.ts'
import { type Appended, ERASED, type Ledger, type LedgerEntry } from './ledger.ts'
import { type OpenedDirectory, openDirectory } from './open-directory.ts'
import { type LedgerEvent, type Prepared, prepareEvent, type Sources } from './prepare.ts'
import { type StoredEntry, storedEntries } from './stored.ts'

export interface LedgerOptions extends Sources {
  /** The public name of the record, best a name under a domain one holds: no spaces, no plus. */
  readonly origin: string
  /** The disk of this machine, unless another is named. */
  readonly files?: FileLayer
}

/**
 * Opens a ledger's directory, or begins one. Whoever opens it holds the lock of the directory (`io/lock.ts`).
 *
 * Errors: refuses a directory whose files do not belong together, naming the place, and leaves them as they are;
 * rejects with what the disk said when it cannot be read or put right.
 * Source: ADR 0010; docs/formats/ledger.md.
 */
export async function openLedger(dir: string, options: LedgerOptions): Promise<Parsed<Ledger>> {
  const files = options.files ?? disk
  const opened = await openDirectory(files, pathsOf(dir), options)
  if (opened.kind === 'refused') return opened
  const ledger = ledgerOn(files, opened.value, options)
  try {
    // Erasures that a crash parted from their tombstones.
    for (const index of opened.value.unrecorded) await ledger.erase(index)
  } catch (error) {
    await ledger.close()
    throw error
  }
  return parsed(ledger)
}

function ledgerOn(files: FileLayer, opened: OpenedDirectory, sources: Sources): Ledger {
  const { signer, stored, recovery } = opened
  let { tip } = opened
  const size = (): number => tip.range.size
  const prepare = (event: LedgerEvent): Prepared => prepareEvent(event, sources)

  const group = groupCommit<Prepared, Appended>(async (items) => {
    const first = size()
    tip = await commitEntries(files, stored, { tip, signer, items }).catch((error: unknown) => {
      throw readOnly(error)
    })
    return items.map(({ leaf: { type, time } }, at) => ({ index: first + at, type, time }))
  })
  const { erase, isErased } = erasing({ keys: stored.keys, group, prepare, found: opened.tombstones })

  const requireEntry = (index: number): void => {
    if (!(Number.isSafeInteger(index) && index >= 0 && index < size()))
      throw new RangeError(`entry ${index} is asked for, the record holds ${size()}`)
  }

  return {
    origin: signer.key.name,
    vkey: vkeyOf(signer.key),
    recovery,
    size,
    checkpoint: () => tip.checkpoint,
    state: () => {
      const because = group.failure()?.message
      return because === undefined ? { kind: 'open' } : { kind: 'read-only', because }
    },
    append: async (events) => {
      if (events.some(({ type }) => type === ERASED))
        throw new TypeError(`an event of type "${ERASED}" is recorded by erasing`)
      return events.length === 0 ? [] : group.add(events.map(prepare))
    },
    async *read(from) {
      if (from >= size()) return
      requireEntry(from)
      for await (const entry of storedEntries(stored, { from, to: size(), isErased })) yield entryOf(entry)
    },
    receipt: async (index) => {
      requireEntry(index)
      const { range, forest, checkpoint } = tip
      for await (const { leaf, recorded } of storedEntries(stored, { from: index, to: index + 1, isErased }))
        return receiptText({
          schema: 'parley-receipt/1',
          index,
          entry: leaf,
          recorded: recorded.kind === 'erased' ? recorded : { ...recorded, salt: base64(recorded.salt) },
          proof: inclusionProof(forest, index, range.size).map(base64),
          checkpoint,
          vkey: vkeyOf(signer.key),
        })
      throw new RangeError(`entry ${index} is not there`)
    },
    consistency: (from) => consistencyProof(tip.forest, from, size()).map(base64),
    erase: async (index) => {
      requireEntry(index)
      return erase(index)
    },
    export: (path) =>
      exportLedger(files, path, { stored, entries: size(), checkpoint: utf8(tip.checkpoint) }),
    close: async () => {
      await group.idle()
      group.fail(new Error('the ledger is closed'))
      await Promise.all([stored.ledger, stored.content, stored.keys].map((file) => file.close()))
    },
  }
}

function entryOf({ index, leaf: { type, time }, recorded }: StoredEntry): LedgerEntry {
  return recorded.kind === 'erased'
    ? { kind: 'erased', index, type, time }
    : { kind: 'content', index, type, time, content: recorded.content }
}
