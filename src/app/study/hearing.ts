import type { Entry, Store } from '../../io/stores/index.ts'
import type { AssemblyId } from '../../kernel/index.ts'
import type { ListeningRecord } from '../../listen/index.ts'
import type { LastGroups } from '../../map/index.ts'
import { type DrawingThread, drawingThread } from './drawing-thread.ts'
import type { Negotiation } from './negotiation.ts'

/** What is said of one assembly, and the thread that is told of it. */
export interface Hearing {
  /** The newest entry of the record that is about it. */
  readonly position: number
  /** How many answers were given, changed or taken back since this began. */
  readonly changes: number
  /** How many answers there were when the thread began. */
  readonly votes: number
  /** Takes in what was written down, in its order. */
  hear(entries: readonly Entry[]): void
  /** Some of these may not have been heard: the next thread begins with what the store has then. */
  missed(entries: readonly Entry[]): void
  /**
   * A thread that knows all that was heard; a drawing is begun with it at once. Where it is a new one, its groups are
   * named by those shown last.
   */
  thread(shown: () => Promise<LastGroups>): Promise<DrawingThread>
  /** What a drawing that begins now will know. */
  known(): Known
  /** The next thread begins with what the store has then. */
  endThread(): Promise<void>
}

/** What a drawing knows. */
export interface Known {
  /** The entry of the record up to which it knows everything. */
  readonly covers: number
  /** How many changes of answers had been heard by then. */
  readonly changes: number
  /** When the first change that earlier drawings did not know was heard, in milliseconds; null where there is none. */
  readonly waitsSince: number | null
}

export interface HearingOf {
  readonly assembly: AssemblyId
  readonly store: Pick<Store, 'counts' | 'listening' | 'charters' | 'roll'>
  readonly negotiation: Negotiation
  /** Milliseconds. */
  readonly now: () => number
}

/** Begins with nothing heard: the first thread reads what the store has. */
export function hearing({ assembly, store, negotiation, now }: HearingOf): Hearing {
  let [position, changes, votes] = [-1, 0, 0]
  let waitsSince: number | null = null
  let thread: DrawingThread | null = null
  /** What is said while the answers are read for a thread; null while none are. */
  let meanwhile: ListeningRecord[] | null = null
  let isOutdated = false

  const endThread = async (): Promise<void> => {
    const ending = thread
    thread = null
    await ending?.close()
  }

  /** What is said while the answers are read may be among them, and is heard twice: that changes nothing. */
  const begin = async (shown: LastGroups): Promise<DrawingThread> => {
    await endThread()
    isOutdated = false
    meanwhile = []
    const counts = await store.counts(assembly)
    const listening = await store.listening(assembly)
    if (listening === null) throw new Error(`there is no assembly "${assembly}"`)
    position = Math.max(position, counts.revision)
    votes = counts.votes
    thread = drawingThread({ listening, negotiation, shown })
    thread.hear(meanwhile)
    meanwhile = null
    return thread
  }

  const outdate = (at: number): void => {
    isOutdated = true
    position = at
  }

  const hearOne = ({ event, position: at }: Entry): void => {
    // Which answers went, the store alone knows.
    if (event.type === 'erased') outdate(at)
    if (event.type !== 'said' || event.assembly !== assembly) return
    position = at
    waitsSince ??= now()
    changes += event.records.filter(isAnswer).length
    thread?.hear(event.records)
    meanwhile?.push(...event.records)
  }

  return {
    get position() {
      return position
    },
    get changes() {
      return changes
    },
    get votes() {
      return votes
    },
    hear: (entries) => entries.forEach(hearOne),
    missed: (entries) => outdate(entries.at(-1)?.position ?? position),
    thread: async (shown) => {
      let own = thread
      // It can be outdated while it begins.
      while (own === null || isOutdated) own = await begin(await shown())
      return own
    },
    known: () => {
      const known = { covers: position, changes, waitsSince }
      waitsSince = null
      return known
    },
    endThread,
  }
}

const isAnswer = ({ type }: ListeningRecord): boolean => type === 'vote' || type === 'withdrawal'
