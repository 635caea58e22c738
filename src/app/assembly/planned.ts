import type { DraftOptions } from '../../charter/index.ts'
import type { AssemblyId } from '../../kernel/index.ts'
import type { Assembly } from '../../listen/index.ts'
import { TRIES } from '../sample/assistant.ts'
import { SAMPLE_DRAFT, SAMPLE_NEGOTIATION } from '../sample/negotiation.ts'
import { SAMPLE_ASSEMBLY } from '../sample/records.ts'
import { type Negotiation, USUAL_NEGOTIATION } from '../study/negotiation.ts'
import { usualDraft } from './charters.ts'

/** What is declared for an assembly before its votes are counted; the sample declares its own. */

export const negotiationOf = (assembly: AssemblyId): Negotiation =>
  assembly === SAMPLE_ASSEMBLY ? SAMPLE_NEGOTIATION : { ...USUAL_NEGOTIATION, seed: assembly }

export const draftOptionsOf = (assembly: Assembly): DraftOptions =>
  assembly.id === SAMPLE_ASSEMBLY ? SAMPLE_DRAFT : usualDraft(assembly)

/** Things to try in the chat. */
export const triesOf = (assembly: AssemblyId): typeof TRIES => (assembly === SAMPLE_ASSEMBLY ? TRIES : [])
