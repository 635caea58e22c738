import type { Study } from '../../../charter/index.ts'
import { registerOf } from '../../../classify/index.ts'
import { type Chance, type GroupId, id, type ParticipantId, type StatementId } from '../../../kernel/index.ts'
import type { Comparison, Listening } from '../../../listen/index.ts'
import type { OpinionMap } from '../../../map/index.ts'
import { type Capture, profileOf, RULES, type RuleName, rulingsOf } from '../../../negotiate/index.ts'

/** What added ballots turned, and how few the study said would be enough. */
export interface Turned {
  readonly what: string
  /** Fewer never turn it, by the study. */
  readonly atLeast: number
}

/** A brigade: so many ballots against whatever was decided, of which some answers are redrawn and some left out. */
export interface Brigade {
  readonly ballots: number
  readonly answers: number
  readonly noise: number
  readonly draw: Chance
}

/** Everything that was said, and what a brigade says besides. */
export function joined(study: Study, brigade: Brigade): Listening {
  const { listening } = study
  const people = Array.from({ length: brigade.ballots }, (_, at) => id<'participant'>(`added ${at}`))
  const each = <T>(make: (participant: ParticipantId) => readonly T[]): T[] => people.flatMap(make)
  const decided = decidedIn(study)
  const against = opposedTo(study)
  const asked = [...new Set(listening.bindings.map(({ statement }) => statement))]
  const { draw, answers, noise } = brigade
  const isNoise = () => noise > 0 && draw.uniform() < noise
  const answered = <T>(items: readonly T[]) => items.filter(() => answers >= 1 || draw.uniform() < answers)
  return {
    ...listening,
    participants: [
      ...listening.participants,
      ...people.map((person) => ({
        id: person,
        declared: {},
        origin: 'a link passed on',
        exportedGroup: null,
      })),
    ],
    votes: [
      ...listening.votes,
      ...each((participant) =>
        answered(listening.statements).map(({ id: statement }) => ({
          participant,
          statement,
          vote: decided.has(statement) !== isNoise() ? ('disagree' as const) : ('agree' as const),
          at: null,
          shown: null,
        })),
      ),
    ],
    bindings: [
      ...listening.bindings,
      ...each((participant) =>
        asked.map((statement) => ({
          participant,
          statement,
          holds: decided.has(statement) ? ('for-each' as const) : ('for-everyone' as const),
        })),
      ),
    ],
    comparisons: [
      ...listening.comparisons,
      ...each((participant) => against.map((comparison) => ({ ...comparison, participant }))),
    ],
  }
}

/** The same map with the brigade counted in one group: nobody else moves. */
export const placedIn = (map: OpinionMap, ballots: number, group: GroupId | null): OpinionMap => ({
  ...map,
  people: [
    ...map.people,
    ...Array.from({ length: ballots }, (_, at) => ({
      id: id<'participant'>(`added ${at}`),
      x: 0,
      y: 0,
      answers: 60,
      group,
      firmness: 1,
    })),
  ],
})

/** Which priced outcomes are others, once these answers are counted on this map. */
export function turnedBy(
  study: Study,
  {
    listening,
    map,
    seed,
  }: { readonly listening: Listening; readonly map: OpinionMap; readonly seed: string },
): readonly Turned[] {
  const { panel, captures, rulings } = study
  const register = registerOf(listening, map)
  const floors = new Set(
    register.entries.flatMap(({ statement, resolution }) => (resolution.mode === 'floor' ? statement : [])),
  )
  const profile = profileOf(listening, map, { candidates: panel.candidates, leftOut: [] })
  const seated = new Set(RULES[panel.inForce as RuleName].choose(profile, panel.seats))
  // What cases show does not hang on ballots; the conflicts stay those that were decided on.
  const after = rulingsOf({ listening, map, register: study.register, seed })
  const own = panel.slates.find(({ rule }) => rule === panel.inForce)!.seats.map(({ statement }) => statement)
  return [
    ...[...captures.floors].flatMap(([statement, { capture }]) =>
      floors.has(statement) ? [] : turned(`floor ${statement}`, capture),
    ),
    ...[...captures.seats].flatMap(([statement, { capture }]) =>
      seated.has(statement) === own.includes(statement) ? [] : turned(`seat ${statement}`, capture),
    ),
    ...captures.rulings.flatMap(({ prefer, over, capture }) => {
      const before = rulings.find((one) => one.prefer === prefer && one.over === over)!
      const now = after.find((one) => [one.prefer, one.over].every((side) => [prefer, over].includes(side)))!
      const stands = (one: typeof now) => (one.status === 'robust' ? one.prefer : null)
      return stands(before) === stands(now) ? [] : turned(`ruling ${prefer} over ${over}`, capture)
    }),
  ]
}

const turned = (what: string, capture: Capture): Turned[] => {
  if (capture.kind === 'exact') return [{ what, atLeast: capture.ballots }]
  if (capture.kind === 'between') return [{ what, atLeast: capture.atLeast }]
  return capture.kind === 'unknown' ? [] : [{ what, atLeast: Number.POSITIVE_INFINITY }]
}

/** Floors, and what the rule in force seats. */
const decidedIn = ({ captures, panel }: Study): ReadonlySet<StatementId> =>
  new Set([
    ...captures.floors.keys(),
    ...panel.slates.flatMap(({ rule, seats }) =>
      rule === panel.inForce ? seats.map(({ statement }) => statement) : [],
    ),
  ])

/** For everything that people compared, the answer that speaks against the side a ruling prefers. */
function opposedTo({ listening, register, rulings, map }: Study): Omit<Comparison, 'participant'>[] {
  const asked = new Map(listening.comparisons.map((one) => [`${one.case} ${one.a} ${one.b}`, one]))
  return [...asked.values()].map(({ participant, ...one }) => {
    const alone = rulingsOf({
      listening: { ...listening, comparisons: [{ ...one, participant, prefers: 'a' }] },
      map,
      register,
      seed: 'opposed',
    })
    const speaksFor = rulings.some(({ prefer, over }) =>
      alone.some((ruling) => ruling.prefer === prefer && ruling.over === over && ruling.support.n > 0),
    )
    return { ...one, prefers: speaksFor ? ('b' as const) : ('a' as const) }
  })
}
