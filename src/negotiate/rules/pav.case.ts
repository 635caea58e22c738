import type { StatementId } from '../../kernel/index.ts'
import { rowAt } from '../ballots.ts'
import type { Profile } from '../profile.ts'

/** The PAV score straight from its definition. */
export function pavScore({ candidates, approvals, weights }: Profile, slate: readonly StatementId[]): number {
  let score = 0
  for (const [person, weight] of weights.entries()) {
    const has = rowAt(approvals, person).filter((candidate) => slate.includes(candidates[candidate]!)).length
    for (let seat = 1; seat <= has; seat++) score += weight / seat
  }
  return score
}

/** The highest PAV score of any slate, by trying all. */
export function highestPavScore(profile: Profile, seats: number): number {
  const best = (from: number, slate: readonly StatementId[]): number => {
    if (slate.length === seats || from === profile.candidates.length) return pavScore(profile, slate)
    return Math.max(best(from + 1, slate), best(from + 1, [...slate, profile.candidates[from]!]))
  }
  return best(0, [])
}
