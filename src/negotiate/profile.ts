import { isInPlay, type Register, type Resolution } from '../classify/index.ts'
import { byId, type GroupId, type ParticipantId, type StatementId } from '../kernel/index.ts'
import type { Listening } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'
import { type Ballots, offsetsOf, type Supporters, supportersOf } from './ballots.ts'

/**
 * What a rule sees: who agrees with which candidates, and who saw them. Ties go to the earlier candidate.
 *
 * Shapes: a row of `approvals` and of `seen`, and a weight, for each of `people`.
 */
export interface Profile extends Told {
  /** How many people each row stands for: 1, or how often it was drawn into a resample, which may be never. */
  readonly weights: Float64Array
  /** How many people all rows stand for. */
  readonly everybody: number
  /** The approvals by candidate; rows that stand for nobody are among them. */
  readonly supporters: Supporters
}

/** What makes a profile of people who count once each. */
export interface Told {
  readonly candidates: readonly StatementId[]
  /** Everybody who saw a candidate; whoever saw none has no say here. */
  readonly people: readonly ParticipantId[]
  readonly approvals: Ballots
  readonly seen: Ballots
  /** The opinion groups, as positions in `people`; nobody is in two. */
  readonly groups: readonly ProfileGroup[]
}

export interface ProfileGroup {
  readonly id: GroupId
  readonly people: Uint32Array
}

/** Who could be seated, and who could not and why. */
export interface Candidacy {
  readonly candidates: readonly StatementId[]
  readonly leftOut: readonly { readonly statement: StatementId; readonly because: string }[]
}

/** A statement that fewer people saw is no candidate: its share of agreement says too little (ADR 0009). */
export const FEWEST_VIEWERS = 20

/** Why a statement needs no seat: what is settled before anything is negotiated. */
const SETTLED: Readonly<Record<Resolution['mode'], string | null>> = {
  declare: 'nothing that acts can honour it',
  floor: 'it is settled: it holds for everyone',
  configure: 'it is settled: each person sets it',
  negotiate: null,
}

/**
 * Which statements can be seated: those in play that are left to negotiation and that enough people saw.
 *
 * Shapes: both lists sorted by id.
 * Source: DESIGN, section 2; ADR 0009.
 */
export function candidacyOf(listening: Listening, register: Register, fewest = FEWEST_VIEWERS): Candidacy {
  const viewers = new Map<StatementId, number>()
  for (const { statement } of listening.votes) viewers.set(statement, (viewers.get(statement) ?? 0) + 1)
  const modes = new Map(register.entries.map(({ statement, resolution }) => [statement, resolution.mode]))
  const barred = (statement: StatementId): string | null => {
    const saw = viewers.get(statement) ?? 0
    const settled = SETTLED[modes.get(statement) ?? 'negotiate']
    if (settled !== null) return settled
    return saw < fewest ? `only ${saw} people saw it, fewer than ${fewest}` : null
  }
  const inPlay = listening.statements.filter(isInPlay).map(({ id }) => id)
  const judged = inPlay.sort(byId).map((statement) => ({ statement, because: barred(statement) }))
  return {
    candidates: judged.filter(({ because }) => because === null).map(({ statement }) => statement),
    leftOut: judged.flatMap(({ statement, because }) => (because === null ? [] : { statement, because })),
  }
}

/** The statements that these candidates are, in their order. */
export const statementsAt = ({ candidates }: Told, numbers: readonly number[]): StatementId[] =>
  numbers.map((number) => candidates[number]!)

/** The profile of people who count once each. */
export const oneEach = (told: Told): Profile => ({
  ...told,
  weights: new Float64Array(told.people.length).fill(1),
  everybody: told.people.length,
  supporters: supportersOf(told.approvals, told.candidates.length),
})

/** The same people, each as often, with these ballots in place of theirs. */
export const withBallots = (profile: Profile, ballots: Partial<Told>): Profile => ({
  ...oneEach({ ...profile, ...ballots }),
  weights: profile.weights,
  everybody: profile.everybody,
})

/**
 * The votes as a rule sees them.
 *
 * Unseen is not disapproval, so who saw what is kept beside who agreed. But the proportional rules read agreement
 * alone: a statement shown to few has few supporters, and they favour what was shown widely. Rates do not.
 *
 * Shapes: people and candidates sorted by id, so that the order of the records never matters.
 * Source: ADR 0009.
 */
export function profileOf(listening: Listening, map: OpinionMap, { candidates }: Candidacy): Profile {
  const numberOf = new Map(candidates.map((statement, number) => [statement, number]))
  const votes = listening.votes.filter(({ statement }) => numberOf.has(statement))
  const people = [...new Set(votes.map(({ participant }) => participant))].sort(byId)
  const personOf = new Map(people.map((participant, person) => [participant, person]))
  const marks = (wanted: readonly { participant: ParticipantId; statement: StatementId }[]) =>
    wanted.map(
      ({ participant, statement }) => [personOf.get(participant)!, numberOf.get(statement)!] as const,
    )
  return oneEach({
    candidates,
    people,
    approvals: rowsOf(marks(votes.filter(({ vote }) => vote === 'agree')), people.length),
    seen: rowsOf(marks(votes), people.length),
    groups: groupsOf(map, personOf),
  })
}

function rowsOf(marks: readonly (readonly [person: number, candidate: number])[], people: number): Ballots {
  const sorted = [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const sizes = new Uint32Array(people)
  for (const [person] of sorted) sizes[person]!++
  return { offsets: offsetsOf(sizes), candidates: Uint32Array.from(sorted, ([, candidate]) => candidate) }
}

function groupsOf(map: OpinionMap, personOf: ReadonlyMap<ParticipantId, number>): ProfileGroup[] {
  if (map.grouping.kind === 'no-stable-groups') return []
  return [...map.grouping.groups]
    .sort((a, b) => byId(a.id, b.id))
    .map(({ id }) => ({
      id,
      people: Uint32Array.from(
        map.people.flatMap((person) => (person.group === id ? (personOf.get(person.id) ?? []) : [])),
      ).sort(),
    }))
}
