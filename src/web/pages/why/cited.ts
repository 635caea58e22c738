import type { Charter, Dissent } from '../../../charter/index.ts'
import type { DecisionRecord } from '../../../govern/index.ts'
import type { ClauseId, GroupId } from '../../../kernel/index.ts'

/** A clause as the charter has it: its words, who gains, who bears it, and who was against. */
export interface Cited {
  readonly id: ClauseId
  readonly kind: 'floor' | 'dial' | 'ruling' | 'contested'
  /** Verbatim; of a ruling, both sides. */
  readonly text: readonly string[]
  readonly benefits: readonly GroupId[]
  readonly burdens: readonly GroupId[]
  readonly notShown: readonly GroupId[]
  readonly dissent: readonly Dissent[]
}

/** The clause of that id; null where the charter has none. */
export function citedIn(charter: Charter, clause: ClauseId): Cited | null {
  const principle = charter.principles.find(({ id }) => id === clause)
  if (principle) return { ...principle, text: [principle.text] }
  const ruling = charter.rulings.find(({ id }) => id === clause)
  if (ruling) return { ...ruling, kind: 'ruling', text: [ruling.prefer.text, ruling.over.text] }
  const contested = charter.contested.find(({ id }) => id === clause)
  if (!contested) return null
  const text =
    contested.kind === 'principle' ? [contested.text] : [contested.prefer.text, contested.over.text]
  return { ...contested, kind: 'contested', text }
}

export type Part = DecisionRecord['clauses'][number]

/** The clauses that a decision rests on: those that decided, and of an answer that was sent, the floors it kept. */
export const restsOn = ({ kind, clauses }: DecisionRecord): readonly Part[] =>
  clauses.filter(({ part }) => part === 'decided' || (kind === 'send' && part === 'checked'))
