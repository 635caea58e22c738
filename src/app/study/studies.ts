import { Worker } from 'node:worker_threads'
import type { Study } from '../../charter/index.ts'
import type { Counts, Store } from '../../io/stores/index.ts'
import { workerFile } from '../../io/worker-file.ts'
import type { AssemblyId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import type { Studied } from '../../web/views.ts'
import type { Negotiation, StudyProgress } from './study-steps.ts'

export interface Studies {
  /** The newest study, or how far the first one is; asking starts whatever is missing. */
  of(assembly: AssemblyId): Promise<Studied>
  /** Waits for a study of all that has been said by now, and perhaps more. */
  fresh(assembly: AssemblyId): Promise<Study>
  close(): Promise<void>
}

/** A page waits this long for a first study before it says that counting goes on (UI.md: no spinner under 1 s). */
const PATIENCE_MS = 1000

interface Running {
  progress: StudyProgress
  result: Promise<Study>
}

interface Kept {
  latest: { readonly study: Study; readonly revision: number; readonly votes: number } | null
  running: Running | null
  failure: { readonly because: string; readonly revision: number } | null
}

type FromWorker =
  | { readonly kind: 'progress'; readonly progress: StudyProgress }
  | { readonly kind: 'done'; readonly study: Study }

const NOT_YET = new Promise<Study>(() => undefined)

/** Studies in worker threads, one at a time for each assembly, kept until something new is said. */
export function studies(
  store: Store,
  negotiation: (assembly: AssemblyId) => Negotiation,
  onFailure: (failed: { readonly assembly: AssemblyId; readonly because: string }) => void,
): Studies {
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
    return inWorker(listening, negotiation(assembly), running)
  }

  /** Joins the study that is under way, or begins one. */
  const run = async (assembly: AssemblyId, { revision, votes }: Counts): Promise<Study> => {
    const own = keptOf(assembly)
    if (own.running !== null) return own.running.result
    const running: Running = { progress: { doing: 'Reading the answers', done: 0 }, result: NOT_YET }
    running.result = study(assembly, running)
    own.running = running
    try {
      own.latest = { study: await running.result, revision, votes }
      own.failure = null
      return own.latest.study
    } catch (error) {
      const because = error instanceof Error ? error.message : String(error)
      own.failure = { because, revision }
      onFailure({ assembly, because })
      throw error
    } finally {
      own.running = null
    }
  }

  return {
    async of(assembly) {
      const own = keptOf(assembly)
      const counts = await store.counts(assembly)
      const { revision, votes } = counts
      if (own.latest?.revision !== revision && own.failure?.revision !== revision) {
        const running = run(assembly, counts).catch(() => null)
        if (own.latest === null) await Promise.race([running, after(PATIENCE_MS)])
      }
      if (own.latest !== null)
        return { kind: 'ready', study: own.latest.study, newVotes: Math.max(0, votes - own.latest.votes) }
      if (own.failure !== null) return { kind: 'failed', because: own.failure.because }
      const { doing, done } = own.running?.progress ?? { doing: 'Reading the answers', done: 0 }
      return { kind: 'counting', says: `${doing} from ${votes.toLocaleString('en')} votes`, done }
    },
    async fresh(assembly) {
      const own = keptOf(assembly)
      const { revision } = await store.counts(assembly)
      // A study that is under way may have read less than was said by now.
      while (own.latest === null || own.latest.revision < revision)
        await run(assembly, await store.counts(assembly))
      return own.latest.study
    },
    async close() {
      await Promise.all([...workers].map((worker) => worker.terminate()))
    },
  }
}

const after = (milliseconds: number) =>
  new Promise<null>((resolve) => setTimeout(() => resolve(null), milliseconds).unref())
