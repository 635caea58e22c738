import type { ClauseId } from '../kernel/index.ts'
import type { Charter, MachineWritten } from './schema.ts'

/** Which words of a clause a machine wrote: those of its statement, or of either side of a ruling. */
export function machineWordsOf(charter: Charter, clause: ClauseId | null): readonly MachineWritten[] {
  const { principles, rulings, contested, cannotHonour, machineWritten } = charter
  const stated = [...principles, ...rulings, ...contested, ...cannotHonour].find(({ id }) => id === clause)
  if (stated === undefined) return []
  const cited = 'statement' in stated ? [stated.statement] : [stated.prefer.statement, stated.over.statement]
  return machineWritten.filter(({ statement }) => cited.includes(statement))
}
