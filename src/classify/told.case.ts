import { byId, id, wilson } from '../kernel/index.ts'
import type { Case, CaseResponse, Judgement, Listening, Statement } from '../listen/index.ts'
import type { OpinionMap } from '../map/index.ts'

/** Small assemblies for tests: what is not told is empty. */
export const told = (parts: Partial<Listening>): Listening => ({
  assembly: {
    id: id('test'),
    question: 'How should it behave?',
    description: '',
    source: 'invented for a test',
    synthetic: true,
  },
  statements: [],
  participants: [],
  votes: [],
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
  ...parts,
})

export const statement = (name: string, parts: Partial<Statement> = {}): Statement => ({
  id: id(name),
  text: `Be about ${name}.`,
  language: 'en',
  author: null,
  origin: 'seed',
  written: null,
  subject: 'value',
  moderation: 'shown',
  ...parts,
})

/**
 * What a response does to statements, in shorthand: `+candour` meets it, `-candour` violates it, `0candour` is
 * irrelevant to it, each said by three judges; `?-candour` by one judge, who alone settles nothing.
 */
export interface ToldResponse {
  readonly name: string
  readonly kind?: CaseResponse['kind']
  readonly does: string
  readonly admissible?: boolean
}

export function toldCase(
  name: string,
  responses: readonly ToldResponse[],
): { one: Case; judgements: Judgement[] } {
  const one: Case = {
    id: id(name),
    title: `Case ${name}`,
    situation: `Somebody is in case ${name}.`,
    opening: 'What should I do?',
    affected: ['the person who asks'],
    reversible: true,
    responses: responses.map((response) => ({
      id: id(response.name),
      kind: response.kind ?? 'acts',
      text: `It does ${response.name}.`,
      signs: [],
      admissible: response.admissible ?? true,
    })),
  }
  const judgements = responses.flatMap((response) =>
    response.does
      .split(' ')
      .filter((word) => word !== '')
      .flatMap((word) => judged({ word, where: name, response: response.name })),
  )
  return { one, judgements }
}

/** Cases and all their judgements, as they stand in a listening. */
export const toldCases = (
  ...cases: readonly ReturnType<typeof toldCase>[]
): Pick<Listening, 'cases' | 'judgements'> => ({
  cases: cases.map(({ one }) => one),
  judgements: cases.flatMap(({ judgements }) => judgements),
})

const VERDICT = { '+': 'meets', '-': 'violates', '0': 'irrelevant' } as const

function judged({ word, where, response }: { word: string; where: string; response: string }): Judgement[] {
  const [, open, sign, name] = /^(\??)([+\-0])(.+)$/.exec(word) ?? []
  if (sign === undefined || name === undefined) throw new Error(`"${word}" is no shorthand for a judgement`)
  return (open === '?' ? ['ada'] : ['ada', 'ben', 'cid']).map((judge) => ({
    judge: id(judge),
    case: id(where),
    response: id(response),
    statement: id(name),
    verdict: VERDICT[sign as keyof typeof VERDICT],
  }))
}

/** A map that puts people in groups, and says nothing else. People under `-` are in none. */
export function toldMap(groups: Readonly<Record<string, readonly string[]>>): OpinionMap {
  const people = Object.entries(groups).flatMap(([group, members]) =>
    members.map((member) => ({
      id: id<'participant'>(member),
      x: 0,
      y: 0,
      answers: 1,
      group: group === '-' ? null : id<'group'>(group),
      firmness: 1,
    })),
  )
  const named = Object.keys(groups).filter((group) => group !== '-')
  const evidence = { silhouettes: [], reruns: [], chanceSilhouette: 0, asked: null, tried: [], latent: null }
  return {
    drawnFrom: { participants: people.length, statements: 0, votes: 0 },
    people: people.sort((a, b) => byId(a.id, b.id)),
    space: { axes: [new Map(), new Map()], explained: [0, 0] },
    grouping:
      named.length === 0
        ? { kind: 'no-stable-groups', because: 'none were told', evidence }
        : {
            kind: 'groups',
            groups: named.map((group) => ({
              id: id(group),
              members: groups[group]!.length,
              centre: [0, 0],
              holds: wilson(1, 1),
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

/** Names `a1`, `a2`, … */
export const people = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)
