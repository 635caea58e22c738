import type { FC } from 'hono/jsx'
import { type Charter, machineWordsOf } from '../../../charter/index.ts'
import type { ClauseId } from '../../../kernel/index.ts'
import { MachineWords } from '../../parts/machine-words.tsx'

interface MachineNoteProps {
  readonly charter: Charter
  /** Null: the charter as a whole. */
  readonly clause: ClauseId | null
}

/** Says of a clause which of its words a machine wrote; nothing where people wrote all of them. */
export const MachineNote: FC<MachineNoteProps> = ({ charter, clause }) => (
  <MachineWords words={machineWordsOf(charter, clause)} />
)
