import type { Judge, Model } from '../../io/models/index.ts'
import type { Bytes } from '../../kernel/index.ts'
import type { Journal } from '../journal.ts'
import type { Studies } from '../study/studies.ts'

/** Everything a running Parley consists of; who needs a part is handed it from here. */
export interface App {
  readonly journal: Journal
  readonly studies: Studies
  readonly model: Model
  /** Null: no judge is configured, and what only a judge can tell is unknown. */
  readonly judge: Judge | null
  /** Signs charters that are ratified here. */
  readonly charterKey: Bytes
  readonly now: () => Date
}
