import type { StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import { RULES, type RuleName } from '../rules/index.ts'
import { attacksOn } from './attacks.ts'
import { type Fewest, fewestSuch, NEVER } from './fewest.ts'
import { everybodysPart, fewestByRates, groupsParts, type Part } from './rates.ts'
import type { Reach } from './reach.ts'
import { type Reaching, reachOfEqualShares, reachOfPhragmen, reachOfSeqPav } from './reach-rules.ts'

/** Rules that rank statements by rates: exact. */
const RATES: Partial<Readonly<Record<RuleName, (profile: Profile) => readonly Part[]>>> = {
  'agree-rate': everybodysPart,
  'group-informed-consensus': groupsParts,
}

/** Rules that seat one statement after the other: bounded from below by all that they could come to. */
const REACHES: Partial<Readonly<Record<RuleName, (reaching: Reaching) => Reach>>> = {
  'equal-shares': reachOfEqualShares,
  phragmen: reachOfPhragmen,
  'seq-pav': reachOfSeqPav,
}

/** Whether something can be said of a rule's seats, for this many answers. */
export const isBounded = ({ approvals }: Profile, rule: RuleName): boolean =>
  rule in RATES || (rule in REACHES && approvals.candidates.length <= MOST_ANSWERS)

/**
 * The fewest added ballots that take each seated statement's seat, or give each of the others that are asked about one.
 *
 * An added ballot may agree with any candidates and be counted in any group. Candidates, groups and seats stay as they
 * are. Under rates the count is exact. Under rules that seat one statement after the other, `atLeast` is proven and
 * `atMost` is the smallest attack that was tried and works.
 *
 * Source: this project, ADR 0058.
 */
export function fewestOnSeats(
  profile: Profile,
  {
    rule,
    seats,
    statements,
  }: { readonly rule: RuleName; readonly seats: number; readonly statements: readonly StatementId[] },
): ReadonlyMap<StatementId, Fewest> {
  if (seats === 0 || seats >= profile.candidates.length)
    return new Map(statements.map((statement) => [statement, NEVER]))
  const parts = RATES[rule]?.(profile)
  if (parts !== undefined)
    return new Map(
      statements.map((statement) => [statement, fewestByRates(profile, { parts, seats, statement })]),
    )
  const attacks = attacksOn(profile, { rule: RULES[rule], seats })
  const proven = provenOn(profile, { rule, seats, isSeated: attacks.isSeated })
  return new Map(
    statements.map((statement) => {
      const atMost = attacks.fewest(statement)
      return [statement, { atLeast: proven(statement, atMost), atMost, aim: [] }]
    }),
  )
}

interface Proving {
  readonly rule: RuleName
  readonly seats: number
  readonly isSeated: (statement: StatementId) => boolean
}

/** The fewest added ballots of which it is not proven that they change nothing, statement by statement. */
function provenOn(
  profile: Profile,
  { rule, seats, isSeated }: Proving,
): (statement: StatementId, atMost: number) => number {
  const reachOf = REACHES[rule]!
  const marks = profile.approvals.candidates.length
  const most = Math.min(MOST_STATES, Math.floor(MOST_MARKS / Math.max(1, marks)))
  const known = new Map<number, Reach>()
  const reach = (ballots: number): Reach => {
    const found = known.get(ballots) ?? reachOf({ profile, seats, ballots, most })
    known.set(ballots, found)
    return found
  }
  return (statement, atMost) => {
    const candidate = profile.candidates.indexOf(statement)
    const isUnproven = (ballots: number) =>
      isSeated(statement)
        ? !reach(ballots).always.has(candidate)
        : (reach(ballots).ever?.has(candidate) ?? true)
    return Math.min(atMost, fewestSuch(isUnproven, 1, Math.min(atMost, profile.everybody + 1)))
  }
}

/** So many states are followed at most for one number of ballots, and so many marks read for all of them (ADR 0058). */
const MOST_STATES = 40
const MOST_MARKS = 2_000_000
/** Attacks are tried on as many agreements as this, some hundred times (ADR 0058). */
const MOST_ANSWERS = 100_000
