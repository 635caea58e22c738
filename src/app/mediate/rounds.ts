import type { AssemblyId } from '../../kernel/index.ts'
import type { RoundUnderWay } from '../../web/views.ts'
import type { App } from '../assembly/app.ts'
import { type Mediator, mediate } from './mediate.ts'

/** Rounds that a model is asked for beside the server, one at a time for each assembly. */
export interface MediationRounds {
  /** What its server calls the model. */
  readonly model: string
  stateOf(assembly: AssemblyId): RoundUnderWay
  /** Begins a round, and records it when it is done; false while one is under way. */
  begin(assembly: AssemblyId): boolean
  /** Breaks off what is under way; what was not recorded is gone. */
  close(): void
}

interface RoundsOf {
  readonly app: Pick<App, 'journal' | 'studies'>
  readonly mediator: Mediator
  readonly onFailure: (failed: { readonly assembly: AssemblyId; readonly because: string }) => void
}

/** What is under way is kept in memory alone: a restart asks nobody again. */
export function mediationRounds({ app, mediator, onFailure }: RoundsOf): MediationRounds {
  const states = new Map<AssemblyId, RoundUnderWay>()
  const stopping = new AbortController()
  const stateOf = (assembly: AssemblyId): RoundUnderWay => states.get(assembly) ?? { kind: 'idle' }

  const run = async (assembly: AssemblyId): Promise<RoundUnderWay> => {
    const { listening, map } = await app.studies.fresh(assembly)
    const { drawn, records } = await mediate(mediator, {
      listening,
      map,
      onProgress: (progress) => states.set(assembly, { kind: 'asking', ...progress }),
      signal: stopping.signal,
    })
    // Each by itself, so that one can be erased without the others.
    await app.journal.commit(records.map((record) => ({ type: 'said', assembly, records: [record] })))
    const because = drawn.flatMap(({ candidate }) =>
      candidate.kind === 'unknown' ? [candidate.because] : [],
    )
    return because.length === drawn.length
      ? { kind: 'failed', because: [...new Set(because)] }
      : { kind: 'idle' }
  }

  return {
    model: mediator.modelId,
    stateOf,
    begin: (assembly) => {
      if (stateOf(assembly).kind === 'asking') return false
      states.set(assembly, { kind: 'asking', done: 0, of: 0 })
      run(assembly)
        .catch((error: Error): RoundUnderWay => {
          if (!stopping.signal.aborted) onFailure({ assembly, because: error.message })
          return { kind: 'failed', because: ['the server could not finish the round'] }
        })
        .then((state) => states.set(assembly, state))
      return true
    },
    close: () => stopping.abort(new Error('the server is stopping')),
  }
}
