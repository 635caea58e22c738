import {
  type Chance,
  chance,
  id,
  type ParticipantId,
  type Sign,
  type StatementId,
  voteOf,
} from '../../kernel/index.ts'
import type { ListeningRecord } from '../../listen/index.ts'
import { CASES, COMPARISONS } from './cases.ts'
import { DRAFTING, REASONS } from './notes.ts'
import {
  BINDING,
  DECLARES,
  DISOWNS,
  JUDGE_ACCURACY,
  ORIGINS,
  PARTICIPANTS,
  PLANTED,
  TOUCHES_OTHERS,
  TRAITS,
} from './people.ts'
import { type SampleStatement, STATEMENTS } from './statements.ts'

/** The planted group of an invented person. */
type Planted = 0 | 1 | 2

interface Person {
  readonly id: ParticipantId
  readonly group: Planted
  /** How far this person strays from the group: a shift of the log-odds of agreeing. */
  readonly temper: number
}

export const SAMPLE_ASSEMBLY = id<'assembly'>('city-helpline')

/**
 * The sample assembly as records of the native format: 600 invented people, 60 statements, 16 cases.
 *
 * The same seed gives the same people. Each answers 20 to 45 of the statements, a few only two or three; what is
 * shown more often is answered more often, as in real assemblies.
 */
export function sampleRecords(seed = 'city helpline, first assembly'): readonly ListeningRecord[] {
  const people = invent(seed)
  return [
    {
      type: 'assembly',
      id: SAMPLE_ASSEMBLY,
      question: 'How should the city’s helpline assistant treat us?',
      description:
        'The city runs a helpline that a machine answers when no person is free. This assembly settles what the machine may and may not do. All people and numbers here are invented.',
      source: 'sample',
      synthetic: true,
    },
    ...population(),
    ...STATEMENTS.map(
      ({ id: statement, text }): ListeningRecord => ({
        type: 'statement',
        id: id(statement),
        text,
        language: 'en',
        author: null,
        origin: 'seed',
        written: null,
        subject: 'value',
        moderation: 'shown',
      }),
    ),
    ...DRAFTING.map(
      (note): ListeningRecord => ({
        ...note,
        type: 'drafting',
        statement: id(note.statement),
        by: 'drafting group of the sample assembly',
      }),
    ),
    ...cases(),
    ...judgements(seed),
    ...people.flatMap((person) => ballot(person, seed)),
    ...reasons(people),
  ]
}

function invent(seed: string): readonly Person[] {
  const draw = chance(`${seed}/people`)
  return Array.from({ length: PARTICIPANTS }, (_, at) => ({
    id: id<'participant'>(`p${String(at + 1).padStart(3, '0')}`),
    group: pick(PLANTED, draw) as Planted,
    temper: 0.2 * draw.normal(),
  }))
}

function population(): readonly ListeningRecord[] {
  return TRAITS.flatMap(({ attribute, values }) =>
    values.map(
      ({ value, city }): ListeningRecord => ({
        type: 'population',
        attribute,
        value,
        share: city,
        source: 'invented register of the sample city',
      }),
    ),
  )
}

function cases(): readonly ListeningRecord[] {
  return CASES.map(({ judged: _, ...one }) => ({
    ...one,
    type: 'case',
    id: id(one.id),
    responses: one.responses.map((response) => ({ ...response, id: id(response.id) })),
  }))
}

const VERDICTS = { m: 'meets', v: 'violates', i: 'irrelevant' } as const

function judgements(seed: string): readonly ListeningRecord[] {
  return CASES.flatMap((one) =>
    Object.entries(one.judged).flatMap(([statement, letters]) =>
      one.responses.flatMap((response, at) => {
        // A stream for each cell: a cell that is added moves no other.
        const draw = chance(`${seed}/judges/${one.id}/${response.id}/${statement}`)
        return JUDGE_ACCURACY.map(
          (accuracy, judge): ListeningRecord => ({
            type: 'judgement',
            judge: id(`judge-${judge + 1}`),
            case: id(one.id),
            response: id(response.id),
            statement: id(statement),
            verdict: VERDICTS[judged(letters[at] ?? 'i', { accuracy, judge, draw })],
          }),
        )
      }),
    ),
  )
}

interface Judging {
  readonly accuracy: number
  readonly judge: number
  readonly draw: Chance
}

/** Where judges split, every second one leans the other way. */
function judged(leaning: string, { accuracy, judge, draw }: Judging): keyof typeof VERDICTS {
  if (leaning === 's') return judge % 2 === 0 ? 'm' : 'v'
  if (draw.uniform() < accuracy) return leaning as keyof typeof VERDICTS
  return (['m', 'v', 'i'] as const)[draw.below(3)] ?? 'i'
}

/** Everything one person says. */
function ballot({ id: participant, group, temper }: Person, seed: string): readonly ListeningRecord[] {
  const draw = chance(`${seed}/${participant}`)
  const shown = draw.uniform() < 0.07 ? 2 + draw.below(4) : 22 + draw.below(24)
  const seen = draw
    .shuffled(STATEMENTS)
    .map((statement, at) => ({ statement, order: draw.uniform() * popularity(statement, at) }))
    .sort((a, b) => b.order - a.order)
    .slice(0, shown)
    .map(({ statement }) => statement)
  return [
    {
      type: 'participant',
      id: participant,
      declared: declared(draw),
      origin: ORIGINS[draw.below(ORIGINS.length)] ?? '',
      exportedGroup: null,
    },
    ...seen.flatMap((statement) =>
      answers(statement, { participant, group, temper, draw, shown: shown / STATEMENTS.length }),
    ),
    ...compared({ participant, group, draw }),
  ]
}

const popularity = ({ id: statement }: SampleStatement, at: number): number =>
  statement in BINDING ? 1.6 : at % 3 === 0 ? 1.2 : 1

interface Answering {
  readonly participant: ParticipantId
  readonly group: Planted
  readonly temper: number
  readonly draw: Chance
  readonly shown: number
}

function answers(
  statement: SampleStatement,
  { participant, group, temper, draw, shown }: Answering,
): ListeningRecord[] {
  const about = { participant, statement: id<'statement'>(statement.id) as StatementId }
  const sign = answer(shift(statement.agree[group], temper), draw)
  const said: ListeningRecord[] = [
    { type: 'vote', ...about, vote: voteOf(sign), at: null, shown: Math.round(shown * 1000) / 1000 },
  ]
  const binding = BINDING[statement.id]
  if (binding !== undefined && draw.uniform() < 0.7)
    said.push({
      type: 'binding',
      ...about,
      holds: yesNo(binding[group], ['for-everyone', 'for-each', 'unsure'], draw),
    })
  const others = TOUCHES_OTHERS[statement.id]
  if (others !== undefined && draw.uniform() < 0.75)
    said.push({ type: 'reach', ...about, touches: draw.uniform() < others ? 'others' : 'only-me' })
  const disowns = DISOWNS[statement.id]
  if (disowns !== undefined && sign !== 0 && draw.uniform() < 0.5)
    said.push({
      type: 'second-order',
      ...about,
      says: yesNo(disowns[sign === 1 ? 0 : 1], ['disown', 'endorse', 'unsure'], draw),
    })
  if (draw.uniform() < 0.12) said.push({ type: 'weight', ...about, matters: 1 + draw.below(3) })
  return said
}

/** Agree with the given probability, else mostly disagree; one in twelve passes. */
function answer(agree: number, draw: Chance): Sign {
  if (draw.uniform() < 1 / 12) return 0
  return draw.uniform() < agree ? 1 : -1
}

/** The probability moved along its log-odds. */
const shift = (probability: number, by: number): number =>
  1 / (1 + Math.exp(-(Math.log(probability / (1 - probability)) + by)))

function yesNo<T>(yes: number, [first, second, unsure]: readonly [T, T, T], draw: Chance): T {
  if (draw.uniform() < 0.04) return unsure
  return draw.uniform() < yes ? first : second
}

function declared(draw: Chance): Record<string, string> {
  if (draw.uniform() >= DECLARES) return {}
  return Object.fromEntries(
    TRAITS.map(({ attribute, values }) => [
      attribute,
      values[
        pick(
          values.map(({ heard }) => heard),
          draw,
        )
      ]?.value ?? '',
    ]),
  )
}

function compared({
  participant,
  group,
  draw,
}: Pick<Answering, 'participant' | 'group' | 'draw'>): ListeningRecord[] {
  return COMPARISONS.flatMap(({ case: one, a, b, prefersA }) => {
    if (draw.uniform() >= 0.4) return []
    const prefers = draw.uniform() < 0.05 ? 'tie' : draw.uniform() < prefersA[group] ? 'a' : 'b'
    return [{ type: 'comparison', participant, case: id(one), a: id(a), b: id(b), prefers } as const]
  })
}

/** Gives each quote to a person of its group; nobody says two things about one statement. */
function reasons(people: readonly Person[]): readonly ListeningRecord[] {
  return REASONS.map(({ statement, group, side, words }, at): ListeningRecord => {
    const members = people.filter((person) => person.group === group)
    const speaker = members[(at * 17) % members.length] as Person
    return { type: 'reason', participant: speaker.id, statement: id(statement), side, words }
  })
}

function pick(shares: readonly number[], draw: Chance): number {
  let left = draw.uniform()
  for (const [at, share] of shares.entries()) {
    left -= share
    if (left < 0) return at
  }
  return shares.length - 1
}
