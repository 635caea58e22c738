import type { Bytes } from '../../kernel/index.ts'
import { writeThrough } from './commit.ts'
import type { OpenFile } from './file-layer.ts'
import type { GroupCommit } from './group-commit.ts'
import { type Appended, ERASED, ReadOnlyLedger } from './ledger.ts'
import type { LedgerEvent, Prepared } from './prepare.ts'
import { ERASED_SLOT, SLOT_BYTES } from './slots.ts'

export interface Erasing {
  readonly erase: (index: number) => Promise<Appended>
  readonly isErased: (index: number) => boolean
}

/**
 * Erases entries: salt and key are overwritten first, so that the words are gone even if the tombstone cannot be
 * written; opening the directory then writes it.
 *
 * Errors: a tombstone cannot be erased; a failing disk makes the ledger read-only.
 */
export function erasing({
  keys,
  group,
  prepare,
  found,
}: {
  readonly keys: OpenFile
  readonly group: GroupCommit<Prepared, Appended>
  readonly prepare: (event: LedgerEvent) => Prepared
  /** What was erased before, with the tombstone of each. */
  readonly found: ReadonlyMap<number, Appended>
}): Erasing {
  const erasures = new Map<number, Promise<Appended>>(
    [...found].map(([index, tombstone]) => [index, Promise.resolve(tombstone)]),
  )
  const tombstones = new Set([...found.values()].map(({ index }) => index))

  const eraseOnce = async (index: number): Promise<Appended> => {
    const failure = group.failure()
    if (failure !== null) throw failure
    await writeThrough(keys, index * SLOT_BYTES, ERASED_SLOT as Bytes).catch((error: unknown) => {
      throw group.fail(readOnly(error))
    })
    const [tombstone] = await group.add([prepare({ type: ERASED, content: { index } })])
    tombstones.add((tombstone as Appended).index)
    return tombstone as Appended
  }

  return {
    isErased: (index) => erasures.has(index),
    erase: (index) => {
      if (tombstones.has(index))
        return Promise.reject(new RangeError(`entry ${index} records an erasure and stays`))
      const done = erasures.get(index) ?? eraseOnce(index)
      erasures.set(index, done)
      return done
    },
  }
}

/** The one error that every write gets from here on. */
export const readOnly = (error: unknown): ReadOnlyLedger => {
  const why = error instanceof Error ? error.message : String(error)
  return new ReadOnlyLedger(`the ledger is read-only since a write failed: ${why}`, { cause: error })
}
