import { Worker } from 'node:worker_threads'
import type { Study } from '../../charter/index.ts'
import type { Counts, Store } from '../../io/stores/index.ts'
import { workerFile } from '../../io/worker-file.ts'
import { type AssemblyId, counted } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { Drawn, Studied } from '../../web/views.ts'
import type { Negotiation, StudyProgress } from './study-steps.ts'

export interface Studies {
  /** The newest study, or how far the first one is; asking starts whatever is missing. */
  of(assembly: AssemblyId): Promise<Studied>
  /** Waits for a study of all that has been said by now, and perhaps more. */
  fresh(assembly: AssemblyId): Promise<Study>
  close(): Promise<void>
}

export interface StudiesOf {
  readonly store: Store
  readonly negotiation: (assembly: AssemblyId) => Negotiation
  readonly onFailure: (failed: { readonly assembly: AssemblyId; readonly because: string }) => void
  readonly now: () => Date
}

/** A page waits this long for a first study before it says that counting goes on (UI.md: no spinner under 1 s). */
const PATIENCE_MS = 1000

interface Running {
  /** How far the record went when it began. */
  readonly revision: number
  progress: StudyProgress
  finished: Promise<void>
  /** Ends it, because what it would say is out of date. */
  giveUp: () => void
}

interface Kept {
  latest: Latest | null
  running: Running | null
  failure: { readonly because: string; readonly revision: number } | null
}

interface Latest {
  readonly study: Study
  readonly revision: number
  readonly votes: number
  /** When its drawing began, in milliseconds: what was said by then is in it. */
  readonly since: number
}

type FromWorker =
  | { readonly kind: 'progress'; readonly progress: StudyProgress }
  | { readonly kind: 'done'; readonly study: Study }

/**
 * Studies in worker threads, one at a time for each assembly, kept until something new is said.
 *
 * Votes are taken while one is drawn, and wait for nothing. A study under way is finished although votes come in:
 * where they never stop, nothing would ever be shown. It is given up where somebody waits for what came after it began.
 */
export function studies({ store, negotiation, onFailure, now }: StudiesOf): Studies {
  const kept = new Map<AssemblyId, Kept>()
  const workers = new Set<Worker>()

  const keptOf = (assembly: AssemblyId): Kept => {
    const own = kept.get(assembly) ?? { latest: null, running: null, failure: null }
    kept.set(assembly, own)
    return own
  }

  const inWorker = (listening: Listening, plan: Negotiation, running: Running) =>
    new Promise<Study>((resolve, reject) => {
      const worker = new Worker(workerFile(import.meta.url, '../workers/study-worker.js'), {
        workerData: { listening, negotiation: plan },
      })
      workers.add(worker)
      running.giveUp = () => void worker.terminate()
      worker.on('message', (message: FromWorker) => {
        if (message.kind === 'progress') running.progress = message.progress
        else resolve(message.study)
      })
      worker.on('error', reject)
      worker.on('exit', () => {
        workers.delete(worker)
        reject(new Error('the study was stopped'))
      })
    })

  const study = async (assembly: AssemblyId, running: Running): Promise<Study> => {
    const listening = await store.listening(assembly)
    if (listening === null) throw new Error(`there is no assembly "${assembly}"`)
    if (keptOf(assembly).running !== running) throw new Error('the study was given up')
    return inWorker(listening, negotiation(assembly), running)
  }

  /** Joins the study that is under way, or begins one. */
  const run = (assembly: AssemblyId, counts: Counts): Promise<void> => {
    const own = keptOf(assembly)
    if (own.running !== null) return own.running.finished
    own.running = {
      revision: counts.revision,
      progress: { doing: 'Reading the answers', done: 0 },
      finished: Promise.resolve(),
      giveUp: () => undefined,
    }
    own.running.finished = finish(assembly, own.running, counts)
    return own.running.finished
  }

  /** Keeps what a study says or why it failed, unless it was given up. */
  const finish = async (
    assembly: AssemblyId,
    running: Running,
    { revision, votes }: Counts,
  ): Promise<void> => {
    const own = keptOf(assembly)
    const since = now().getTime()
    try {
      const done = await study(assembly, running)
      if (own.running !== running) return
      own.latest = { study: done, revision, votes, since }
      own.failure = null
    } catch (error) {
      if (own.running !== running) return
      const because = error instanceof Error ? error.message : String(error)
      own.failure = { because, revision }
      onFailure({ assembly, because })
      throw error
    } finally {
      if (own.running === running) own.running = null
    }
  }

  /** Gives up what is under way if more has been said than it will know. */
  const giveUpBefore = (revision: number, own: Kept): void => {
    const { running } = own
    if (running === null || running.revision >= revision) return
    own.running = null
    running.giveUp()
  }

  const drawnOf = ({ votes, since }: Latest, all: number, { running }: Kept): Drawn => ({
    votes,
    newVotes: Math.max(0, all - votes),
    secondsAgo: Math.max(0, Math.floor((now().getTime() - since) / 1000)),
    next: running === null ? null : { says: running.progress.doing, done: running.progress.done },
  })

  return {
    async of(assembly) {
      const own = keptOf(assembly)
      const counts = await store.counts(assembly)
      const { revision, votes } = counts
      if (own.latest?.revision !== revision && own.failure?.revision !== revision) {
        const running = run(assembly, counts).catch(() => undefined)
        if (own.latest === null) await Promise.race([running, after(PATIENCE_MS)])
      }
      if (own.latest !== null)
        return { kind: 'ready', study: own.latest.study, drawn: drawnOf(own.latest, votes, own) }
      if (own.failure !== null) return { kind: 'failed', because: own.failure.because }
      const { doing, done } = own.running?.progress ?? { doing: 'Reading the answers', done: 0 }
      return { kind: 'counting', says: `${doing} from ${counted(votes, 'vote')}`, done }
    },
    async fresh(assembly) {
      const own = keptOf(assembly)
      const { revision } = await store.counts(assembly)
      while (own.latest === null || own.latest.revision < revision) {
        giveUpBefore(revision, own)
        await run(assembly, await store.counts(assembly))
      }
      return own.latest.study
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()))
    },
  }
}

const after = (milliseconds: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds).unref())
