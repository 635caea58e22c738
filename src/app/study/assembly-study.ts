import type { Study } from '../../charter/index.ts'
import { counted } from '../../kernel/index.ts'
import type { Drawn, GroupHistory, Mapped, Studied } from '../../web/views.ts'
import type { Follower } from '../followers.ts'
import type { Drawing, OnDrawn } from './drawing-thread.ts'
import { groupRecord } from './group-record.ts'
import { type HearingOf, hearing, type Known } from './hearing.ts'
import type { StudyProgress } from './study-steps.ts'

/** What is drawn for one assembly; its map is kept current while somebody looks. */
export interface AssemblyStudy extends Follower {
  /** The newest map, or how far the first one is; asking starts whatever is missing. */
  map(): Promise<Studied<Mapped>>
  /** The newest study, likewise. */
  study(): Promise<Studied>
  /** Waits for a study of all that has been said by now, and perhaps more. */
  fresh(): Promise<Study>
  /** How old the map is; null before the first. */
  age(): Drawn | null
  /** What became of its groups since the first map. */
  groups(): GroupHistory
  close(): Promise<void>
}

/** A page waits this long for a first drawing before it says that counting goes on (UI.md: no spinner under 1 s). */
const PATIENCE_MS = 1000
/** A map is drawn again so long after the first answer that is not in it, or as long as the last one took (ADR 0049). */
const PAUSE_MS = 1000
/** And only while somebody looked at it this recently. */
const LOOKED_MS = 10 * 60_000

/** Something that was drawn, and what it knows. */
interface Published<T> extends Omit<Known, 'waitsSince'> {
  readonly value: T
  /** How many it was drawn from. */
  readonly votes: number
  /** When its drawing began, in milliseconds: what was said by then is in it. */
  readonly since: number
  readonly tookMilliseconds: number
  readonly waitedMilliseconds: number | null
}

type UpTo = 'map' | 'study'

interface Running {
  readonly upTo: UpTo
  /** What it will know; null while the answers are still being read. */
  covers: number | null
  progress: StudyProgress
  finished: Promise<void>
  giveUp: Drawing['giveUp']
}

/**
 * Begins with nothing drawn, and no thread: both come when somebody asks.
 *
 * Votes are taken while something is drawn, and wait for nothing. A drawing under way is finished although votes come
 * in: where they never stop, nothing would ever be shown. It is given up where somebody waits for what came later.
 *
 * Source: this project, ADR 0049.
 */
export function assemblyStudy(of: HearingOf, onFailure: (because: string) => void): AssemblyStudy {
  const { assembly, store, now } = of
  const heard = hearing(of)
  const groups = groupRecord(of)
  let map: Published<Mapped> | null = null
  let study: Published<Study> | null = null
  let running: Running | null = null
  let failure: { readonly because: string; readonly covers: number } | null = null
  let timer: NodeJS.Timeout | null = null
  let lookedAt = Number.NEGATIVE_INFINITY
  let isClosed = false

  const isBehind = ({ covers }: { readonly covers: number }): boolean => covers < heard.position

  /** What to do with what a drawing brings that begins now. */
  const publishing = (own: Running): OnDrawn => {
    const [since, { waitsSince, ...known }] = [now(), heard.known()]
    own.covers = known.covers
    const published = <T>(value: T, votes: number): Published<T> => ({
      value,
      votes,
      ...known,
      since,
      tookMilliseconds: now() - since,
      waitedMilliseconds: waitsSince === null ? null : now() - waitsSince,
    })
    return {
      progress: (progress) => {
        own.progress = progress
      },
      mapped: (mapped, { votes, changes }) => {
        groups.followed(map?.value.map ?? null, mapped.map, changes)
        map = published(mapped, votes)
      },
      concluded: (concluded) => {
        if (map !== null) study = published({ ...map.value, ...concluded }, map.votes)
      },
    }
  }

  const draw = async (own: Running): Promise<void> => {
    const thread = await heard.thread(() => groups.last(map?.value.map ?? null))
    const drawing = thread.draw(own.upTo, publishing(own))
    own.giveUp = drawing.giveUp
    await drawing.ended
  }

  const finish = async (own: Running): Promise<void> => {
    try {
      await draw(own)
      failure = null
    } catch (error) {
      const because = saidBy(error)
      failure = { because, covers: heard.position }
      await heard.endThread()
      if (!isClosed) onFailure(because)
      throw error
    } finally {
      running = null
      keepCurrent()
    }
  }

  /** Begins a drawing, or joins the one under way; a study waits for a map that is under way alone. */
  const reach = async (upTo: UpTo): Promise<void> => {
    while (upTo === 'study' && running?.upTo === 'map') await running.finished.catch(() => undefined)
    if (running !== null) return running.finished
    running = { upTo, covers: null, progress: READING, finished: Promise.resolve(), giveUp: () => undefined }
    running.finished = finish(running)
    return running.finished
  }

  /** Draws the map again a moment after something was said. */
  const keepCurrent = (): void => {
    if (isClosed || timer !== null || running !== null || map === null || !isBehind(map)) return
    if (now() - lookedAt > LOOKED_MS) return
    const again = () => {
      timer = null
      reach('map').catch(() => undefined)
    }
    timer = setTimeout(again, Math.max(PAUSE_MS, map.tookMilliseconds)).unref()
  }

  const ageOf = (one: Published<Mapped>): Drawn => ({
    votes: one.votes,
    newVotes: heard.changes - one.changes,
    secondsAgo: Math.max(0, Math.floor((now() - one.since) / 1000)),
    tookMilliseconds: one.tookMilliseconds,
    waitedMilliseconds: one.waitedMilliseconds,
    next: running === null ? null : { says: running.progress.doing, done: running.progress.done },
  })

  /** What is there of what is asked for; starts what is missing, and waits a moment for the first. */
  const shown = async <T extends Mapped>(
    upTo: UpTo,
    latest: () => Published<T> | null,
  ): Promise<Studied<T>> => {
    lookedAt = now()
    const before = latest()
    if ((before === null || isBehind(before)) && (failure === null || isBehind(failure))) {
      const drawing = reach(upTo).catch(() => undefined)
      if (before === null) await Promise.race([drawing, after(PATIENCE_MS)])
    }
    const there = latest()
    if (there !== null) return { kind: 'ready', study: there.value, drawn: ageOf(there) }
    if (failure !== null) return { kind: 'failed', because: failure.because }
    const { doing, done } = running?.progress ?? READING
    const from = heard.votes === 0 ? '' : ` from ${counted(heard.votes, 'vote')}`
    return { kind: 'counting', says: `${doing}${from}`, done }
  }

  return {
    hear: (entries) => {
      heard.hear(entries)
      keepCurrent()
    },
    missed: (entries, error) => {
      heard.missed(entries)
      onFailure(saidBy(error))
      keepCurrent()
    },
    map: () => shown('map', () => map),
    study: () => shown('study', () => study),
    fresh: async () => {
      const { revision } = await store.counts(assembly)
      while (study === null || study.covers < revision) {
        if (running !== null && running.covers !== null && running.covers < revision) running.giveUp()
        await reach('study')
      }
      return study.value
    },
    age: () => (map === null ? null : ageOf(map)),
    groups: () => groups.history,
    close: async () => {
      isClosed = true
      if (timer !== null) clearTimeout(timer)
      await heard.endThread()
    },
  }
}

const READING: StudyProgress = { doing: 'Reading the answers', done: 0 }

const saidBy = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const after = (milliseconds: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds).unref())
