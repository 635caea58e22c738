import type { Cell, Register, RegisterEntry } from '../../classify/index.ts'
import {
  type GroupId,
  id,
  type ParticipantId,
  type StatementId,
  type Vote,
  wilson,
} from '../../kernel/index.ts'
import type { Case, CastVote, Listening } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import type { Captures, Panel, RulingOutcome, Slate } from '../../negotiate/index.ts'
import type { DraftRequest } from './request.ts'

/** A small assembly told in counts, for tests of drafting: who is in which group, and how each answered. */
export interface Told {
  /** How many people in each group; `-` for people in none. */
  readonly people: Readonly<Record<string, number>>
  /** For each statement and group: how many agree, how many disagree, how many pass; the others never saw it. */
  readonly votes: Readonly<Record<string, Readonly<Record<string, readonly [number, number, number?]>>>>
  readonly listening?: Partial<Listening>
  readonly entries?: Readonly<Record<string, Partial<RegisterEntry>>>
  readonly conflicts?: Register['conflicts']
  readonly cells?: readonly Cell[]
  readonly slates?: Readonly<Record<string, readonly (readonly [statement: string, times: number])[]>>
  /** Slates of rules that were not declared. */
  readonly beside?: Readonly<Record<string, readonly (readonly [statement: string, times: number])[]>>
  readonly rulings?: readonly RulingOutcome[]
  readonly captures?: Partial<Captures>
}

export const RESAMPLES = 200

export function told(story: Told): DraftRequest {
  const people = Object.entries(story.people).flatMap(([group, many]) =>
    personsOf(group, many).map((person) => ({ person, group: group === '-' ? null : id<'group'>(group) })),
  )
  const groups = Object.keys(story.people).filter((group) => group !== '-')
  const listening = listeningOf(
    story,
    people.map(({ person }) => person),
  )
  const slates = Object.entries(story.slates ?? { 'equal-shares': [], phragmen: [] }).map(slateOf)
  return {
    listening,
    map: mapOf(
      people,
      groups.map((group) => id<'group'>(group)),
    ),
    register: {
      entries: Object.keys(story.votes).map((statement) => entryOf(statement, story.entries?.[statement])),
      conflicts: story.conflicts ?? [],
      cells: story.cells ?? [],
    },
    panel: panelOf(slates, Object.entries(story.beside ?? {}).map(slateOf)),
    rulings: story.rulings ?? [],
    captures: { floors: new Map(), seats: new Map(), rulings: [], newGroup: 3, ...story.captures },
    options: {
      id: 'told',
      title: 'A told assembly',
      version: '1.0',
      parent: null,
      seed: 'told',
      plan: { overall: 0.5, eachGroup: 0.5, quorum: 10 },
      tools: { reversible: ['look_up'], irreversible: ['pay'] },
    },
  }
}

export const personsOf = (group: string, many: number): ParticipantId[] =>
  Array.from({ length: many }, (_, at) => id(`${group === '-' ? 'n' : group.toLowerCase()}${at}`))

export const textOf = (statement: string): string => `Statement ${statement} holds.`

function listeningOf(story: Told, persons: readonly ParticipantId[]): Listening {
  const votes = Object.entries(story.votes).flatMap(([statement, byGroup]) =>
    Object.entries(byGroup).flatMap(([group, [agree, disagree, pass = 0]]) => {
      const who = personsOf(group, agree + disagree + pass)
      return who.map((participant, at) =>
        cast(participant, statement, at < agree ? 'agree' : at < agree + disagree ? 'disagree' : 'pass'),
      )
    }),
  )
  return {
    assembly: {
      id: id('told'),
      question: 'What should it do?',
      description: '',
      source: 'native',
      synthetic: true,
    },
    statements: Object.keys(story.votes).map((statement) => ({
      id: id(statement),
      text: textOf(statement),
      language: 'en',
      author: null,
      origin: 'seed',
      written: null,
      subject: 'value',
      moderation: 'shown',
    })),
    participants: persons.map((person) => ({ id: person, declared: {}, origin: '', exportedGroup: null })),
    votes,
    comparisons: [],
    weights: [],
    secondOrder: [],
    bindings: [],
    reaches: [],
    reasons: [],
    cases: [],
    judgements: [],
    drafting: [],
    mediations: [],
    rankings: [],
    population: [],
    notes: [],
    ...story.listening,
  }
}

export const cast = (participant: string, statement: string, vote: Vote): CastVote => ({
  participant: id(participant),
  statement: id(statement),
  vote,
  at: null,
  shown: null,
})

export const toldCase = (name: string, responses: readonly string[]): Case => ({
  id: id(name),
  title: `Case ${name}`,
  situation: `What happens in ${name}.`,
  opening: `Somebody says ${name}.`,
  affected: [],
  reversible: true,
  responses: responses.map((response) => ({
    id: id(response),
    kind: 'acts',
    text: `It does ${response}.`,
    signs: [{ kind: 'says', pattern: response }],
    admissible: true,
  })),
})

function mapOf(
  people: readonly { readonly person: ParticipantId; readonly group: GroupId | null }[],
  groups: readonly GroupId[],
): OpinionMap {
  const evidence = { silhouettes: [], reruns: [], chanceSilhouette: 0, asked: null, tried: [], latent: null }
  return {
    drawnFrom: { participants: people.length, statements: 0, votes: 0 },
    people: people.map(({ person, group }) => ({ id: person, x: 0, y: 0, answers: 0, group, firmness: 1 })),
    space: { axes: [new Map(), new Map()], explained: [0, 0] },
    grouping:
      groups.length === 0
        ? { kind: 'no-stable-groups', because: 'Nobody stands apart.', evidence }
        : {
            kind: 'groups',
            groups: groups.map((group) => ({
              id: group,
              members: people.filter((one) => one.group === group).length,
              centre: [0, 0],
              holds: { ...wilson(90, 100), method: 'bootstrap' },
            })),
            evidence,
          },
    support: [],
    consensus: [],
    divisiveness: [],
    bridging: [],
    representative: [],
  }
}

function entryOf(statement: string, own: Partial<RegisterEntry> = {}): RegisterEntry {
  return {
    statement: id<'statement'>(statement),
    standing: 'alignable',
    because: 'Some response meets it in every case.',
    relevant: [],
    honoured: [],
    conflicts: [],
    resolution: { mode: 'negotiate', because: 'Nothing settles it.', mustHold: null, touchesOthers: null },
    question: null,
    ...own,
  }
}

/** An entry whose value is settled in a certain way. */
export const inMode = (mode: RegisterEntry['resolution']['mode']): Partial<RegisterEntry> => ({
  resolution: { mode, because: 'Told so.', mustHold: null, touchesOthers: null },
})

function slateOf([rule, seats]: [string, readonly (readonly [string, number])[]]): Slate {
  return {
    rule,
    seats: seats.map(([statement, times]) => ({
      statement: id<'statement'>(statement),
      inclusion: wilson(times, RESAMPLES),
    })),
    utilities: [],
    effects: [],
    checks: [],
  }
}

function panelOf(slates: readonly Slate[], beside: readonly Slate[]): Panel {
  const all = [...new Set(slates.flatMap(({ seats }) => seats.map(({ statement }) => statement)))]
  const everywhere = (statement: StatementId) =>
    slates.every(({ seats }) => seats.some((seat) => seat.statement === statement))
  return {
    seats: Math.max(0, ...slates.map(({ seats }) => seats.length)),
    candidates: all,
    parts: [all],
    inForce: slates[0]?.rule ?? 'equal-shares',
    declared: slates.map(({ rule }) => rule),
    profile: 'seen',
    otherProfile: { profile: 'pooled', slates: [] },
    footings: [],
    tried: { places: [], viewers: [] },
    slates: [...slates, ...beside],
    shared: all.filter(everywhere),
    parted: all.filter((statement) => !everywhere(statement)),
    resamples: RESAMPLES,
  }
}

/** A ruling whose strength follows from how surely it wins. */
export const toldRuling = (outcome: Omit<RulingOutcome, 'strength' | 'inContrast'>): RulingOutcome => {
  const theta = outcome.winProbability - 0.5
  const strength = { theta, low: theta - 0.4, high: theta + 0.4, n: outcome.support.n, level: 0.95 }
  return { strength, inContrast: [], ...outcome }
}
