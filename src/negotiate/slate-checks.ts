import type { StatementId } from '../kernel/index.ts'
import { CERTIFIERS } from './certificates/index.ts'
import type { Electorate } from './certificates/seating.ts'
import type { GuaranteeCheck } from './slate.ts'

export interface Chosen {
  readonly rule: string
  readonly slate: readonly StatementId[]
  readonly seats: number
}

/** What is known of this very slate, on the votes as they are. That names do not count is so by construction. */
export const checksOf = (
  electorate: Electorate,
  { rule, slate, seats }: Chosen,
): readonly GuaranteeCheck[] => [
  {
    guarantee: 'anonymity',
    outcome: 'proved',
    says: 'The same ballots in other hands choose the same statements.',
  },
  ...CERTIFIERS.filter(({ of }) => of === 'every-slate' || of.includes(rule)).map(
    ({ name, certify }): GuaranteeCheck => {
      const found = certify(electorate, slate, seats)
      if (found.kind === 'refuted')
        return { guarantee: name, outcome: 'fails', says: found.says, witness: found.witness }
      return { guarantee: name, outcome: found.kind === 'certified' ? 'proved' : 'unknown', says: found.says }
    },
  ),
]
