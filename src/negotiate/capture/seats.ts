import type { StatementId } from '../../kernel/index.ts'
import type { Profile } from '../profile.ts'
import { RULES, type RuleName } from '../rules/index.ts'
import { attacksOn } from './attacks.ts'
import { everyWayOn } from './every-way.ts'
import { type Fewest, fewestSuch, NEVER, tried } from './fewest.ts'
import { everybodysPart, fewestByRates, groupsParts, type Part } from './rates.ts'
import type { Reach } from './reach.ts'
import { type Reaching, reachOfEqualShares, reachOfPhragmen, reachOfSeqPav } from './reach-rules.ts'

/** Rules that rank statements by rates: exact. */
const RATES: Partial<Readonly<Record<RuleName, (profile: Profile) => readonly Part[]>>> = {
  'agree-rate': everybodysPart,
  'group-informed-consensus': groupsParts,
}

/** Rules that seat one statement after the other: bounded from below by all that they could come to. */
const IN_TURN: Partial<Readonly<Record<RuleName, InTurn>>> = {
  'equal-shares': { reachOf: reachOfEqualShares, isIdle: () => false },
  phragmen: { reachOf: reachOfPhragmen, isIdle: (agrees) => agrees === 0 },
  'seq-pav': {
    reachOf: reachOfSeqPav,
    isIdle: (agrees, candidates) => agrees === 0 || agrees === candidates,
  },
}

interface InTurn {
  readonly reachOf: (reaching: Reaching) => Reach
  /** A ballot that moves nothing: it costs all statements alike, or gives them alike whatever is seated. */
  readonly isIdle: (agrees: number, candidates: number) => boolean
}

/** Whether something can be said of a rule's seats, for this many answers. */
export const isBounded = ({ approvals }: Profile, rule: RuleName): boolean =>
  rule in RATES || (rule in IN_TURN && approvals.candidates.length <= MOST_ANSWERS)

/**
 * The fewest added ballots that take each seated statement's seat, or give each of the others that are asked about one.
 *
 * An added ballot may agree with any candidates and be counted in any group. Candidates, groups and seats stay as they
 * are. Under rates the count is exact. Under rules that seat one statement after the other, `atLeast` is proven and
 * `atMost` is the smallest attack that was tried and works; where every way between can be tried, the count is exact.
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
  const everyWay = everyWayOn(profile, { rule: RULES[rule], seats, isIdle: IN_TURN[rule]!.isIdle })
  const fewestOn = (statement: StatementId): Fewest => {
    const atMost = attacks.fewest(statement)
    const atLeast = proven(statement, atMost)
    const isFlip = flipOf(profile.candidates.indexOf(statement), attacks.isSeated(statement))
    return tried({ atLeast, atMost, aim: [] }, (ballots) => {
      const reach = everyWay(ballots)
      return reach && isFlip(reach)
    })
  }
  return new Map(statements.map((statement) => [statement, fewestOn(statement)]))
}

/** Whether a candidate's seat may be another than it is. */
const flipOf =
  (candidate: number, isSeated: boolean) =>
  ({ always, ever }: Reach): boolean =>
    isSeated ? !always.has(candidate) : (ever?.has(candidate) ?? true)

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
  const reachOf = IN_TURN[rule]!.reachOf
  const marks = profile.approvals.candidates.length
  const most = Math.min(MOST_STATES, Math.floor(MOST_MARKS / Math.max(1, marks)))
  const known = new Map<number, Reach>()
  const reach = (ballots: number): Reach => {
    const found = known.get(ballots) ?? reachOf({ profile, seats, ballots, most })
    known.set(ballots, found)
    return found
  }
  return (statement, atMost) => {
    const isFlip = flipOf(profile.candidates.indexOf(statement), isSeated(statement))
    const isUnproven = (ballots: number) => isFlip(reach(ballots))
    return Math.min(atMost, fewestSuch(isUnproven, 1, Math.min(atMost, profile.everybody + 1)))
  }
}

/** So many states are followed at most for one number of ballots, and so many marks read for all of them (ADR 0058). */
const MOST_STATES = 40
const MOST_MARKS = 2_000_000
/** Attacks are tried on as many agreements as this, some hundred times (ADR 0058). */
const MOST_ANSWERS = 100_000
