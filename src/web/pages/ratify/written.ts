import { createContext } from 'hono/jsx'
import type { ClauseId } from '../../../kernel/index.ts'

/** What a person wrote against each clause, and against the whole (null), before this page was shown again. */
export const Written = createContext<ReadonlyMap<ClauseId | null, string>>(new Map())
