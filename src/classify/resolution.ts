import { atLeast, atMost, type Interval, type StatementId } from '../kernel/index.ts'
import type { Drafting } from '../listen/index.ts'
import { type Answers, type Asked, intervalOf } from './answers.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { Conflict, Resolution, Standing } from './standing.ts'
import { FEWEST_CASES } from './standing-of.ts'
import { counted } from './words.ts'

/** A floor needs these lower 95 % bounds of the share who say that it must hold for everyone (ADR 0007). */
export const FLOOR_OVERALL = 2 / 3
export const FLOOR_EACH_GROUP = 1 / 2

/** A dial needs this upper 95 % bound of the share who say that it touches others (ADR 0007). */
export const DIAL_TOUCHES_OTHERS = 0.05

/** What is known of one statement when it is to be settled. */
export interface Settling {
  readonly statement: StatementId
  readonly standing: Standing
  readonly outcomes: readonly CaseOutcome[]
  readonly conflicts: readonly Conflict[]
  readonly drafting: readonly Drafting[]
}

/**
 * How each value is settled: declare, floor, configure or negotiate, the first that applies.
 *
 * All statements at once, because a floor that no response can honour beside the other floors is no floor: where a
 * supermajority wants every member of a probable conflict to bind everyone, they go to negotiation.
 *
 * Source: DESIGN, section 2; ADR 0007, and ADR 0008 for statements without cases.
 */
export function resolutionsOf(all: readonly Settling[], asked: Asked): ReadonlyMap<StatementId, Resolution> {
  const floors = new Map(all.map((one) => [one.statement, floorOf(one, asked)]))
  return new Map(all.map((one) => [one.statement, resolutionOf(one, asked, floors)]))
}

/** Why a statement would be a floor; null where nothing makes it one. */
type FloorClaim = { readonly by: 'law' | 'supermajority'; readonly because: string } | null

function resolutionOf(one: Settling, asked: Asked, floors: ReadonlyMap<StatementId, FloorClaim>): Resolution {
  const shares = {
    mustHold: askedShare(asked.mustHold, one),
    touchesOthers: askedShare(asked.touchesOthers, one),
  }
  if (one.standing === 'unalignable')
    return {
      mode: 'declare',
      because: 'Nothing that acts can honour it: this is declared, not promised.',
      ...shares,
    }
  const floor = floors.get(one.statement) ?? null
  const crowded = floor?.by === 'supermajority' && isCrowdedOut(one, floors)
  if (floor && !crowded) return { mode: 'floor', because: floor.because, ...shares }
  if (one.standing === 'undetermined')
    return {
      mode: 'negotiate',
      because: 'Whether it can be honoured is not settled, so it is negotiated.',
      ...shares,
    }
  if (crowded)
    return {
      mode: 'negotiate',
      because:
        'A supermajority wants it to hold for everyone, but it cannot be honoured beside other floors, so it is negotiated.',
      ...shares,
    }
  return { ...configured(one, shares.touchesOthers), ...shares }
}

function floorOf({ statement, standing, outcomes, drafting }: Settling, asked: Asked): FloorClaim {
  const law = drafting.find(({ authority }) => authority === 'law')
  if (law) return { by: 'law', because: `It is entrenched by law, as noted by ${law.by}.` }
  const answers = asked.mustHold.get(statement)
  const wantsCases = standing === 'undetermined' && isForWantOfCases(outcomes)
  if (standing === 'undetermined' && !wantsCases) return null
  if (answers) return isSupermajority(answers) ? { by: 'supermajority', because: mustHold(answers) } : null
  // Agreement says nothing about binding others; it stands in only where nobody at all was asked (ADR 0008).
  const agree = asked.agree.get(statement)
  if (asked.mustHold.size > 0 || !agree || standing === 'conflicting' || !isSupermajority(agree)) return null
  return { by: 'supermajority', because: standIn(agree) }
}

/** Undetermined only because too few cases were described, and nothing in those speaks against it (ADR 0008). */
const isForWantOfCases = (outcomes: readonly CaseOutcome[]): boolean =>
  outcomes.length < FEWEST_CASES && outcomes.every(({ kind }) => kind === 'met')

const isSupermajority = ({ overall, groups }: Answers): boolean =>
  intervalOf(overall).low >= FLOOR_OVERALL &&
  [...groups.values()].every((share) => intervalOf(share).low >= FLOOR_EACH_GROUP)

/** Some probable conflict would be left with nothing that may give way. */
const isCrowdedOut = (
  { statement, conflicts }: Settling,
  floors: ReadonlyMap<StatementId, FloorClaim>,
): boolean =>
  conflicts
    .filter(({ certainty }) => certainty === 'probable')
    .some(({ statements }) => statements.every((other) => other === statement || floors.get(other)))

function configured({ drafting }: Settling, touches: Interval | null): Pick<Resolution, 'mode' | 'because'> {
  const negotiate = (because: string) => ({ mode: 'negotiate', because }) as const
  if (touches === null) return negotiate('Nobody was asked whom it touches, so it is negotiated.')
  if (touches.high > DIAL_TOUCHES_OTHERS)
    return negotiate(
      `Up to ${atMost(touches.high)} of people may be touched by how others set it, on the word of ${counted(touches.n, 'person', 'people')}, so it is negotiated.`,
    )
  if (drafting.some(({ rules }) => rules.some(({ kind }) => kind.endsWith('-tools'))))
    return negotiate(
      'It is kept by rules about tools, whose use reaches beyond the person, so it is negotiated.',
    )
  return {
    mode: 'configure',
    because: `It touches only the person who sets it: at most ${atMost(touches.high)} of ${counted(touches.n, 'person', 'people')} asked say or suspect otherwise.`,
  }
}

const askedShare = (answers: ReadonlyMap<StatementId, Answers>, { statement }: Settling): Interval | null => {
  const given = answers.get(statement)
  return given ? intervalOf(given.overall) : null
}

const mustHold = (answers: Answers): string => `${support(answers)} say that it must hold for everyone.`

const standIn = (answers: Answers): string =>
  `Nobody was asked whether it must hold for everyone; agreement stands in. ${support(answers)} agree with it.`

function support({ overall, groups }: Answers): string {
  const each =
    groups.size > 0
      ? ` and at least ${atLeast(FLOOR_EACH_GROUP)} of each of ${counted(groups.size, 'group')}`
      : ''
  return `At least ${atLeast(intervalOf(overall).low)} of people${each} (${counted(overall.asked, 'person', 'people')} asked, 95 %)`
}
