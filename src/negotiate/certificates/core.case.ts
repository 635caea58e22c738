import type { StatementId } from '../../kernel/index.ts'
import { isEnough, size, smallProfile } from '../guarantees/cohesive.ts'
import type { Profile } from '../profile.ts'

/** Whether a slate is in the core, by trying every set of statements that somebody might leave for. */
export function isInCore(profile: Profile, slate: readonly StatementId[], seats: number): boolean {
  const { ballots, slate: seated, candidates } = smallProfile(profile, slate)
  for (let claims = 1; claims < 2 ** candidates.length; claims++) {
    const owed = size(claims)
    if (owed > seats) continue
    const leaving = ballots.filter((ballot) => size(ballot & claims) > size(ballot & seated)).length
    if (isEnough(leaving, { owed, seats, everybody: ballots.length })) return false
  }
  return true
}
