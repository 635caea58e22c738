import type { StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import type { Rule } from '../rules/rule.ts'
import { withRows } from './added-rows.ts'
import { fewestSuch } from './fewest.ts'

/** Attacks on the seats of one rule: how few ballots were seen to be enough. */
export interface Attacks {
  readonly isSeated: (statement: StatementId) => boolean
  /** The fewest, of the attacks tried, that flip whether the statement is seated; Infinity where none does. */
  readonly fewest: (statement: StatementId) => number
}

/**
 * Attacks on a statement's seat: so many copies of one ballot, of a few likely kinds.
 *
 * Against a seated statement: agreeing with everything else; with all that is not seated; with one statement that is
 * not, the first few; with nothing. For one that is not seated: agreeing with it alone.
 */
export function attacksOn(
  profile: Profile,
  { rule, seats }: { readonly rule: Rule; readonly seats: number },
): Attacks {
  const before = new Set(rule.choose(profile, seats))
  const wide = rule.choose(profile, seats + RIVALS).filter((statement) => !before.has(statement))
  const everything = profile.candidates
  const outside = everything.filter((statement) => !before.has(statement))
  const shared = [outside, ...wide.map((statement) => [statement]), []].map((agrees) =>
    tried(profile, agrees),
  )
  const slateOf = (attack: Attack, copies: number) => attack(copies, (added) => rule.choose(added, seats))
  const most = Math.min(profile.everybody * 2 + 1, MOST_TRIED)
  return {
    isSeated: (statement) => before.has(statement),
    fewest: (statement) => {
      const attacks = before.has(statement)
        ? [
            ...shared,
            tried(
              profile,
              everything.filter((other) => other !== statement),
            ),
          ]
        : [tried(profile, [statement])]
      const flips = (attack: Attack) => (copies: number) =>
        slateOf(attack, copies).has(statement) !== before.has(statement)
      return attacks.reduce(
        (best, attack) => Math.min(best, fewestSuch(flips(attack), 1, Math.min(most, best))),
        Number.POSITIVE_INFINITY,
      )
    },
  }
}

/** Copies of one ballot, and what a rule makes of them: asked once for each number. */
type Attack = (copies: number, choose: (added: Profile) => readonly StatementId[]) => ReadonlySet<StatementId>

function tried(profile: Profile, agrees: readonly StatementId[]): Attack {
  const added = withRows(profile, [agrees.map((statement) => profile.candidates.indexOf(statement))])
  const known = new Map<number, ReadonlySet<StatementId>>()
  return (copies, choose) => {
    const slate = known.get(copies) ?? new Set(choose(weighed(added, copies)))
    known.set(copies, slate)
    return slate
  }
}

function weighed(profile: Profile, copies: number): Profile {
  const weights = profile.weights.slice()
  weights[weights.length - 1] = copies
  return { ...profile, weights, everybody: profile.everybody + copies }
}

/** So many of the statements that would be seated next are lifted alone (ADR 0058). */
const RIVALS = 3
/** Attacks with more ballots are not looked for (ADR 0058). */
const MOST_TRIED = 5_000
