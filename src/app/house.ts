import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { access, mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { closeAll } from '../io/close-all.ts'
import { openLedger } from '../io/ledger/index.ts'
import { lockDirectory } from '../io/lock.ts'
import { pgliteStore, type Store } from '../io/stores/index.ts'
import { type Parsed, type Problem, parsed, refused } from '../kernel/index.ts'
import { type Journal, type OnReplay, openJournal } from './journal.ts'

export interface HouseOptions {
  /** Where the record, its keys and the embedded database live. */
  readonly directory: string
  /** A PostgreSQL server instead of the embedded database. */
  readonly databaseUrl: string | null
  readonly onReplay: OnReplay
  /** Told, in one line, when the embedded database could not be opened and is made again. */
  readonly onRebuild: (line: string) => void
}

/**
 * Opens a data directory for this process alone: lock, record, database, in this order.
 *
 * Errors: refused with one line when another process has it or the record does not follow; rejects with what disk or
 * database say. Whatever was opened is closed again.
 */
export async function openHouse(options: HouseOptions): Promise<Parsed<Journal>> {
  const place = await usable(options.directory)
  if (place !== null) return refused(place)
  const lock = await lockDirectory(options.directory, () => new Date())
  if (lock.kind === 'in-use')
    return refused({ place: 'data directory', found: lock.line, expected: 'a free one' })
  const opened: (() => Promise<void>)[] = [lock.release]
  const close = () => closeAll(opened)
  try {
    const ledger = await openLedger(join(options.directory, 'record'), {
      origin: 'parley.local/record',
      now: () => new Date(),
      random: (bytes) => new Uint8Array(randomBytes(bytes)),
    })
    if (ledger.kind === 'refused') {
      await close()
      return ledger
    }
    opened.push(ledger.value.close)
    const store = await openStore(options)
    opened.push(store.close)
    const journal = await openJournal(ledger.value, store, options.onReplay)
    if (journal.kind === 'refused') {
      await close()
      return journal
    }
    return parsed({ ...journal.value, close })
  } catch (error) {
    await close()
    throw error
  }
}

/** What is wrong with the directory: nothing can be written there. */
async function usable(directory: string): Promise<Problem | null> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK)
    return null
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    const found =
      code === 'EEXIST' || code === 'ENOTDIR' ? 'a file' : code === 'EACCES' ? 'no permission' : message
    return { place: directory, found, expected: 'a data directory that can be read and written' }
  }
}

async function openStore({ directory, databaseUrl, onRebuild }: HouseOptions): Promise<Store> {
  if (databaseUrl !== null) return (await import('../io/stores/postgres.ts')).postgresStore(databaseUrl)
  const place = join(directory, 'database')
  try {
    return await pgliteStore(place)
  } catch (error) {
    // The embedded database never fsyncs and may not survive a power cut. The record has everything; the broken one
    // is kept aside for whoever wants to look.
    const aside = `${place}.broken-${randomBytes(4).toString('hex')}`
    await rename(place, aside)
    const because = error instanceof Error ? error.message : String(error)
    onRebuild(
      `The database could not be opened (${because}); it is made again from the record. The old one is at ${aside}`,
    )
    return pgliteStore(place)
  }
}
