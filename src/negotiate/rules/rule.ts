import type { StatementId } from '../../kernel/index.ts'
import type { GuaranteeName } from '../guarantees/guarantee.ts'
import type { Profile } from '../profile.ts'

/**
 * A way to fill seats from votes. To add one: a file here, a line in `index.ts`.
 *
 * A rule is a function of the profile alone: no chance, no names. A row counts as many times as it has people. Ties go
 * to the earlier candidate.
 */
export interface Rule {
  /** How commands and charters call it. */
  readonly name: string
  readonly title: string
  /** What it does, in a sentence for the people whose votes it counts. */
  readonly sentence: string
  readonly source: string
  /** Whether an assembly may put it in force, or it is shown only to compare with: what plain training would do. */
  readonly standing: 'declarable' | 'contrast'
  /** What it promises on every profile; `rule.case.ts` checks exactly these. */
  readonly guarantees: readonly GuaranteeName[]
  /** At most `seats` different candidates, in the order in which they were chosen; fewer only if there are fewer. */
  readonly choose: (profile: Profile, seats: number) => readonly StatementId[]
}
