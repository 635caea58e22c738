import { byId, type StatementId } from '../../kernel/index.ts'
import type { Charter, MachineWritten } from '../schema.ts'
import type { Desk } from './request.ts'

/** Where the machine-written words among these clauses come from. */
export const machineWrittenIn = (desk: Desk, clauses: Clauses): MachineWritten[] => {
  const cited = new Set(statementsOf(clauses))
  return desk.listening.statements
    .filter(({ id }) => cited.has(id))
    .sort((a, b) => byId(a.id, b.id))
    .flatMap(({ id, text, written }) => {
      if (written === null) return []
      const round = desk.listening.mediations.find((one) => one.id === written.mediation)
      return [
        {
          statement: id,
          text,
          ...written,
          round: round?.round ?? null,
          from: (round?.from ?? []).map((statement) => ({ statement, text: desk.textOf(statement) })),
          critiques: (round?.critiques ?? []).map(({ statement, words }) => ({
            statement,
            text: desk.textOf(statement),
            words,
          })),
          provenance: desk.count.provenance(id),
        },
      ]
    })
}

type Clauses = Pick<Charter, 'principles' | 'rulings' | 'contested' | 'cannotHonour'>

const statementsOf = ({ principles, rulings, contested, cannotHonour }: Clauses): readonly StatementId[] =>
  [...principles, ...rulings, ...contested, ...cannotHonour].flatMap((clause) =>
    'statement' in clause ? [clause.statement] : [clause.prefer.statement, clause.over.statement],
  )
