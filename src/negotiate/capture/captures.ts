import { type Answers, askedOf, type Register } from '../../classify/index.ts'
import type { ParticipantId, StatementId } from '../../kernel/index.ts'
import type { Listening } from '../../listen/index.ts'
import { leastMembers, type OpinionMap } from '../../map/index.ts'
import { candidacyOf, profileOf } from '../profile.ts'
import { RULES, type RuleName } from '../rules/index.ts'
import type { Panel, RulingOutcome } from '../slate.ts'
import { strataOf } from '../strata.ts'
import { hearingOf, pairsOf, sidedOf, voicesOf } from '../voices.ts'
import { type Capture, type Captures, captureOf, type Priced } from './capture.ts'
import { easiest, fewestSuch } from './fewest.ts'
import { fewestAgainst, fewestThatCrowdOut, unasked } from './floors.ts'
import { type Origins, originsOf, restingOnOne } from './origins.ts'
import { fewestOnRuling } from './rulings.ts'
import { fewestOnSeats, isBounded } from './seats.ts'

interface CapturesRequest {
  readonly listening: Listening
  readonly map: OpinionMap
  readonly register: Register
  readonly panel: Panel
  readonly rulings: readonly RulingOutcome[]
  readonly seed: string
}

/**
 * The price of capture of every floor, seat and ruling: how few added ballots would flip it.
 *
 * People who voted keep their votes and their groups; what cases show, who can be seated and how many seats there are
 * stay as they are. An added ballot answers the questions that people were asked, any way at all, and is counted in
 * whichever group is worst.
 *
 * Source: DESIGN, section 2; this project, ADR 0058.
 */
export function capturesOf(request: CapturesRequest): Captures {
  const { listening, map } = request
  const desk = { ...request, origins: originsOf(listening, map), votesOn: votesByStatement(listening) }
  return {
    floors: floorsOf(desk),
    seats: seatsOf(desk),
    rulings: rulingsOf(desk),
    newGroup: newGroupOf(map),
  }
}

interface Desk extends CapturesRequest {
  readonly origins: Origins
  readonly votesOn: VotesOn
}

type VotesOn = ReadonlyMap<StatementId, Listening['votes']>

function votesByStatement({ votes }: Listening): VotesOn {
  const lists = new Map<StatementId, Listening['votes'][number][]>()
  for (const cast of votes) {
    const list = lists.get(cast.statement) ?? []
    lists.set(cast.statement, list)
    list.push(cast)
  }
  return lists
}

function floorsOf(desk: Desk): ReadonlyMap<StatementId, Priced> {
  const { listening, map, register, origins } = desk
  const asked = askedOf(listening, map)
  const groups = map.grouping.kind === 'groups' ? map.grouping.groups.map(({ id }) => id) : []
  const byLaw = new Set(
    listening.drafting.filter(({ authority }) => authority === 'law').map(({ statement }) => statement),
  )
  const answersOn = (statement: StatementId): Answers | 'law' =>
    byLaw.has(statement) ? 'law' : (asked.mustHold.get(statement) ?? unasked(groups))
  const fewestOn = (statement: StatementId): Capture => {
    const answers = asked.mustHold.get(statement) ?? asked.agree.get(statement)
    if (byLaw.has(statement) || answers === undefined) return BY_LAW
    const ways = [fewestAgainst(answers), fewestThatCrowdOut(statement, register, answersOn)]
    return captureOf('floor-falls', easiest(ways))
  }
  return new Map(
    register.entries
      .filter(({ resolution }) => resolution.mode === 'floor')
      .map(({ statement }) => {
        const voices = asked.mustHold.has(statement) ? binding(desk, statement) : agreeing(desk, statement)
        return [statement, { capture: fewestOn(statement), origins: restingOnOne(voices, origins) }]
      }),
  )
}

const BY_LAW: Capture = { kind: 'not-by-votes', because: 'It is entrenched by law.' }

/** Who says that it must hold for everyone; who answered twice, and not alike, does not. */
function binding({ listening }: Desk, statement: StatementId): ReadonlyMap<ParticipantId, number> {
  const voices = new Map<ParticipantId, number>()
  for (const { participant, statement: about, holds } of listening.bindings)
    if (about === statement)
      voices.set(participant, Math.min(voices.get(participant) ?? 1, Number(holds === 'for-everyone')))
  return voices
}

const agreeing = ({ votesOn }: Desk, statement: StatementId): ReadonlyMap<ParticipantId, number> =>
  new Map(
    (votesOn.get(statement) ?? []).map(({ participant, vote }) => [participant, Number(vote === 'agree')]),
  )

function seatsOf(desk: Desk): ReadonlyMap<StatementId, Priced> {
  const { listening, map, register, panel, origins } = desk
  const profile = profileOf(listening, map, candidacyOf(listening, register))
  const rule = panel.inForce as RuleName
  const own = panel.slates.find((slate) => slate.rule === rule)?.seats.map(({ statement }) => statement) ?? []
  const statements = [...own, ...panel.parted.filter((statement) => !own.includes(statement))]
  const fewest = isBounded(profile, rule)
    ? fewestOnSeats(profile, { rule, seats: panel.seats, statements })
    : null
  return new Map(
    statements.map((statement) => {
      const flips = own.includes(statement) ? 'seat-lost' : 'seat-won'
      const capture = fewest ? captureOf(flips, fewest.get(statement)!) : unbounded(rule)
      return [statement, { capture, origins: restingOnOne(agreeing(desk, statement), origins) }]
    }),
  )
}

const unbounded = (rule: RuleName): Capture => ({
  kind: 'unknown',
  because: `Under the rule “${RULES[rule].title}” it is not worked out for so many answers.`,
})

function rulingsOf({ listening, map, register, rulings, seed, origins }: Desk): Captures['rulings'] {
  const hearing = hearingOf(listening, register.cells)
  const unplaced = map.people.filter(({ group }) => group === null).length
  return pairsOf(register.conflicts).flatMap((pair) => {
    const { x, y } = pair
    const own = rulings.find(({ prefer, over }) => [prefer, over].includes(x) && [prefer, over].includes(y))
    if (own === undefined) return []
    const voices = voicesOf(sidedOf(pair, hearing))
    const fewest = fewestOnRuling({
      strata: strataOf(voices, map),
      unplaced,
      seed: `${seed}/rulings/${x}/${y}`,
    })
    const capture = captureOf(own.status === 'robust' ? 'ruling-undone' : 'ruling-made', fewest)
    return { prefer: own.prefer, over: own.over, capture, origins: restingOnOne(voices, origins) }
  })
}

/** The fewest who are enough for a group of their own beside those placed now (ADR 0014). */
function newGroupOf({ people, grouping }: OpinionMap): number {
  const placed =
    grouping.kind === 'groups'
      ? grouping.groups.reduce((sum, { members }) => sum + members, 0)
      : people.length
  return fewestSuch((added) => added >= leastMembers(placed + added))
}
