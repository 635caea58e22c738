import type { Logger } from 'pino'
import type { AssemblyId, ParticipantId, StatementId } from '../../kernel/index.ts'
import type { ChatTurn } from '../../web/views.ts'
import type { App } from '../assembly/app.ts'
import type { MediationRounds } from '../mediate/rounds.ts'
import type { Operator } from './session.ts'

/** The running system as the pages need it. */
export interface Site extends App {
  readonly hosts: ReadonlySet<string>
  readonly operators: readonly Operator[]
  readonly log: Logger
  /** What the model is called by its server. */
  readonly modelId: string
  /** Null: no model is configured that could write candidates for common words. */
  readonly mediation: MediationRounds | null
  readonly talks: Kept<Talk>
  readonly drawn: Kept<Drawn>
}

/** What the assistant and one person said, as the person sees it; the record has each answer besides. */
export type Talk = readonly ChatTurn[]

/** Which statement a person is shown, and with which probability it was drawn. */
export interface Drawn {
  readonly statement: StatementId
  readonly shown: number
}

/** Something kept for each person of each assembly, the most recently used of them. */
export interface Kept<T> {
  get(assembly: AssemblyId, participant: ParticipantId): T | undefined
  set(assembly: AssemblyId, participant: ParticipantId, value: T): void
  forget(assembly: AssemblyId, participant: ParticipantId): void
}

/** Keeps the last `most` values used. */
export function kept<T>(most: number): Kept<T> {
  const values = new Map<string, T>()
  const key = (assembly: AssemblyId, participant: ParticipantId) => JSON.stringify([assembly, participant])
  return {
    get: (assembly, participant) => values.get(key(assembly, participant)),
    set: (assembly, participant, value) => {
      values.delete(key(assembly, participant))
      values.set(key(assembly, participant), value)
      for (const oldest of values.keys()) {
        if (values.size <= most) break
        values.delete(oldest)
      }
    },
    forget: (assembly, participant) => {
      values.delete(key(assembly, participant))
    },
  }
}
