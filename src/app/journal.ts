import { type Event, eventOf, leafType } from '../io/events.ts'
import type { Appended, Ledger, LedgerEntry } from '../io/ledger/index.ts'
import type { Entry, Store } from '../io/stores/index.ts'
import type { Json, Parsed } from '../kernel/index.ts'
import { parsed, refused } from '../kernel/index.ts'
import { type Follower, followers } from './followers.ts'

/**
 * Where everything that happens is written down and asked about: first the ledger, on disk and signed, then the
 * store that answers questions. An event is acknowledged once both have it.
 */
export interface Journal {
  readonly store: Store
  readonly ledger: Ledger
  /**
   * Resolves when the events are durable and can be asked about.
   *
   * Errors: throws for an event that could not be read again, which is a programmer's mistake; rejects when it could
   * not be made durable.
   */
  commit(events: readonly Event[]): Promise<readonly Appended[]>
  /**
   * Tells what was written down from now on, in its order, once it can be asked about and before it is acknowledged.
   * That a follower fails to hear it stops no acknowledgement.
   */
  follow(follower: Follower): void
  /** Whether it can acknowledge: not once the store refused an entry, until a restart. */
  isTaking(): boolean
  /** Destroys what entries said; their places in the record stay. */
  erase(positions: readonly number[]): Promise<void>
  close(): Promise<void>
}

/** How far a replay has come. */
export type OnReplay = (progress: { readonly done: number; readonly of: number }) => void

const BATCH = 500

/**
 * Joins a ledger and a store, first catching the store up with what the ledger has.
 *
 * A store that is ahead of the ledger is made again from it (ADR 0030).
 *
 * Errors: refuses a store that holds another ledger's events; rejects with what disk or database say.
 */
export async function openJournal(
  ledger: Ledger,
  store: Store,
  onReplay: OnReplay,
): Promise<Parsed<Journal>> {
  const owner = await store.claim(ledger.vkey)
  if (owner !== ledger.vkey)
    return refused({
      place: 'the database',
      found: `what the record ${owner.split('+')[0]} tells`,
      expected: `what ${ledger.origin} tells; give each data directory a database of its own`,
    })
  // Only a record that was put back to an older state is behind its own fold.
  if ((await store.position()) > ledger.size()) await store.reset()
  await catchUp(ledger, store, onReplay)
  const { follow, tell } = followers()
  const { write, isTaking } = writer(ledger, store, tell)
  return parsed({
    store,
    ledger,
    commit: async (events) => {
      // What cannot be read again must not be written: every later start would stop at it.
      const readable = events.map(eventOf)
      return write(() => ledger.append(readable.map(ledgerEventOf)), readable)
    },
    follow,
    isTaking,
    erase: async (positions) => {
      for (const position of positions)
        await write(async () => [await ledger.erase(position)], [{ type: 'erased', position }])
    },
    close: async () => {
      await ledger.close()
      await store.close()
    },
  })
}

async function catchUp(ledger: Ledger, store: Store, onReplay: OnReplay): Promise<void> {
  const size = ledger.size()
  let batch: Entry[] = []
  for await (const entry of ledger.read(await store.position())) {
    batch.push(entryOf(entry))
    if (batch.length < BATCH) continue
    await store.apply(batch)
    onReplay({ done: (batch.at(-1)?.position ?? 0) + 1, of: size })
    batch = []
  }
  await store.apply(batch)
  if (size > 0) onReplay({ done: size, of: size })
}

function entryOf(entry: LedgerEntry): Entry {
  const { index: position, time: at } = entry
  if (entry.kind === 'erased') return { position, at, event: { type: 'gone' } }
  if (entry.type === 'erased')
    return { position, at, event: { type: 'erased', position: tombstoneOf(entry.content) } }
  return { position, at, event: eventOf(entry.content) }
}

function tombstoneOf(content: Json): number {
  const index = typeof content === 'object' && content !== null && 'index' in content ? content.index : null
  if (typeof index !== 'number') throw new TypeError('an erasure in the record does not say what it erased')
  return index
}

const ledgerEventOf = (event: Event) => ({ type: leafType(event), content: event as unknown as Json })

interface Writer {
  write(
    append: () => Promise<readonly Appended[]>,
    events: readonly Entry['event'][],
  ): Promise<readonly Appended[]>
  isTaking(): boolean
}

/**
 * Appends run together, so that one sync serves many; the store takes the entries in the ledger's order, as many at a
 * time as are there. What the store refuses stays in the record, and nothing is acknowledged until a restart has
 * caught up.
 */
function writer(ledger: Ledger, store: Store, onApplied: (entries: readonly Entry[]) => void): Writer {
  const appended = new Map<number, Entry>()
  let waiting: Waiting[] = []
  let next = ledger.size()
  let applying = false
  let failure: Error | null = null

  const nextEntries = (): Entry[] => {
    const ready: Entry[] = []
    for (let entry = appended.get(next); entry !== undefined; entry = appended.get(next)) {
      ready.push(entry)
      appended.delete(next)
      next++
    }
    return ready
  }

  const applyAll = async () => {
    if (applying) return
    applying = true
    try {
      for (let ready = nextEntries(); ready.length > 0; ready = nextEntries()) {
        await store.apply(ready)
        onApplied(ready)
        const done = (ready.at(-1) as Entry).position
        for (const one of waiting) if (one.last <= done) one.resolve()
        waiting = waiting.filter(({ last }) => last > done)
      }
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error))
      for (const one of waiting) one.reject(failure)
      waiting = []
    }
    applying = false
  }

  const write: Writer['write'] = async (append, events) => {
    if (failure !== null) throw failure
    const places = await append()
    for (const [at, { index, time }] of places.entries())
      appended.set(index, { position: index, at: time, event: events[at] as Entry['event'] })
    const last = places.at(-1)?.index
    if (last === undefined) return places
    const applied = new Promise<void>((resolve, reject) => {
      if (failure === null) waiting.push({ last, resolve, reject })
      else reject(failure)
    })
    void applyAll()
    await applied
    return places
  }
  return { write, isTaking: () => failure === null }
}

interface Waiting {
  readonly last: number
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}
