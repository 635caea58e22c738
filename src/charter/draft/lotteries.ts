import type { StatementId } from '../../kernel/index.ts'
import { type Profile, type WholeLottery, wholeMaximal, wholeMix } from '../../negotiate/index.ts'
import type { Proof } from '../proof/index.ts'
import type { Certificates } from '../schema.ts'

/** The lottery that a slate rests on, and who prefers what where it rests on that. */
export interface Lot {
  readonly lottery: NonNullable<Certificates['slates'][number]['lottery']>
  readonly pairs: Proof['pairs']
}

/** The lottery of a rule on the votes themselves; null for a rule that rests on none. */
export function lotOf(rule: string, profile: Profile): Lot | null {
  const { candidates } = profile
  switch (rule) {
    case 'nash-welfare': {
      const mix = wholeMix(profile)
      return { lottery: { kind: rule, shares: sharesIn(mix, candidates), gap: mix.atMost }, pairs: [] }
    }
    case 'maximal-lottery': {
      const found = wholeMaximal(profile)
      const shares = sharesIn(found, candidates)
      return {
        lottery: { kind: rule, shares, exploitability: found.atMost },
        pairs: pairsIn(found.pairwise, candidates),
      }
    }
    default:
      return null
  }
}

const sharesIn = ({ units }: WholeLottery, candidates: readonly StatementId[]) =>
  Object.fromEntries(
    candidates.map((statement, at) => [statement, units[at]!] as const).filter(([, share]) => share > 0),
  )

function pairsIn(
  { wins, met, count }: ReturnType<typeof wholeMaximal>['pairwise'],
  candidates: readonly StatementId[],
): Lot['pairs'] {
  return candidates.flatMap((one, a) =>
    candidates.slice(a + 1).map((other, more) => {
      const b = a + 1 + more
      return {
        of: [one, other] as [StatementId, StatementId],
        prefer: [wins[a * count + b]!, wins[b * count + a]!] as [number, number],
        met: met[a * count + b]!,
      }
    }),
  )
}
