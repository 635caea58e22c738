import type { FC } from 'hono/jsx'
import type { Charter, MachineWritten } from '../../../charter/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { writtenBy } from '../../parts/spoken.tsx'

interface MachineNoteProps {
  readonly charter: Charter
  /** Null: the charter as a whole. */
  readonly clause: ClauseId | null
}

/** Says of a clause which of its words a machine wrote; nothing where people wrote all of them. */
export const MachineNote: FC<MachineNoteProps> = ({ charter, clause }) => (
  <>
    {machineWrittenOf(charter, clause).map(({ text, model }) => (
      <p class="machine">
        {`${writtenBy(model)}: “`}
        <bdi>{text}</bdi>”
      </p>
    ))}
  </>
)

function machineWrittenOf(charter: Charter, clause: ClauseId | null): readonly MachineWritten[] {
  const { principles, rulings, contested, cannotHonour, machineWritten } = charter
  const stated = [...principles, ...rulings, ...contested, ...cannotHonour].find(({ id }) => id === clause)
  if (stated === undefined) return []
  const cited = 'statement' in stated ? [stated.statement] : [stated.prefer.statement, stated.over.statement]
  return machineWritten.filter(({ statement }) => cited.includes(statement))
}
