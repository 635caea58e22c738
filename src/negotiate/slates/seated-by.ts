import type { StatementId } from '../../kernel/index.ts'
import { type Profile, statementsAt } from '../profile.ts'
import { type SlateBargain, slateBargainOf } from './slate-bargain.ts'

/** A rule's choice from the way its groups bargain for seats; there is no bargain where there is a seat for everybody. */
export const seatedBy =
  (bargained: (bargain: SlateBargain) => readonly number[]) =>
  (profile: Profile, seats: number): readonly StatementId[] => {
    const bargain = slateBargainOf(profile, seats)
    const isOpen = seats > 0 && seats < profile.candidates.length
    const slate = isOpen ? bargained(bargain) : [...profile.candidates.keys()].slice(0, seats)
    return statementsAt(profile, slate)
  }
