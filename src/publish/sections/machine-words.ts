import { type Charter, machineWordsOf } from '../../charter/index.ts'
import type { ClauseId } from '../../kernel/index.ts'

/** Which words of a clause no person wrote, for whoever reads them in public. Source: ADR 0065. */
export const machineWordsIn = (charter: Charter, clause: ClauseId) => ({
  machineWritten: machineWordsOf(charter, clause).map(({ text, model }) => ({ text, model })),
})
