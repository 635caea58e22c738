import { id } from '../kernel/index.ts'
import { completeCase } from './case-record.ts'
import { type Latest, latest } from './latest.ts'
import type { Assembly, Listening } from './listening.ts'
import type { ListeningRecord } from './record.ts'
import { keyOf } from './record-key.ts'

/**
 * What the affected people said, folded from records in the order they were made.
 *
 * The latest record under a key wins and a withdrawal removes; records under distinct keys may come in any order. A
 * person whom any record names as the one who answers is a participant, also when no record introduces them.
 * Without an assembly record the assembly is a nameless one; only the native importer insists on it.
 *
 * Source: ADR 0013, which lists the key of each type.
 *
 * @example
 * const [participant, statement] = ['p1', 's1']
 * const vote = { type: 'vote', participant, statement, vote: 'agree', at: null, shown: null }
 * listeningOf([vote, { ...vote, vote: 'pass' }]).votes.map(({ vote }) => vote) // => ['pass']
 * listeningOf([vote, { type: 'withdrawal', participant, statement }]).votes // => []
 */
export function listeningOf(records: Iterable<ListeningRecord>): Listening {
  const gathered = gathering()
  for (const record of records) gathered.take(record)
  return gathered.listening()
}

/** What is said while it is said. */
export interface Gathering {
  take(record: ListeningRecord): void
  /** `listeningOf` all that was taken by now. */
  listening(): Listening
}

/** Nothing said so far. */
export function gathering(): Gathering {
  const lists = emptyLists()
  let assembly = NAMELESS
  return {
    take: (record) => {
      if ('participant' in record && !lists.participants.has([record.participant]))
        lists.participants.put([record.participant], { id: record.participant, ...UNINTRODUCED })
      if (record.type === 'assembly') assembly = withoutType(record)
      else if (record.type === 'withdrawal') lists.votes.drop(keyOf(record))
      else put(record, lists)
    },
    listening: () => ({ assembly, ...inOrder(lists) }),
  }
}

type Lists = Omit<Listening, 'assembly'>
type LatestLists = { readonly [List in keyof Lists]: Latest<Lists[List][number]> }
type Listed = Exclude<ListeningRecord, { type: 'assembly' | 'withdrawal' }>

const NAMELESS: Assembly = {
  id: id('assembly'),
  question: '',
  description: '',
  source: 'native',
  synthetic: false,
}

const UNINTRODUCED = { declared: {}, origin: '', exportedGroup: null }

const LIST = {
  participant: 'participants',
  statement: 'statements',
  vote: 'votes',
  comparison: 'comparisons',
  weight: 'weights',
  'second-order': 'secondOrder',
  binding: 'bindings',
  reach: 'reaches',
  reason: 'reasons',
  case: 'cases',
  judgement: 'judgements',
  drafting: 'drafting',
  mediation: 'mediations',
  ranking: 'rankings',
  population: 'population',
  note: 'notes',
} as const satisfies Record<Listed['type'], keyof Lists>

function put(record: Listed, lists: LatestLists): void {
  const value = record.type === 'case' ? completeCase(withoutType(record)) : withoutType(record)
  // LIST pairs each type with the list of its own values, which the compiler cannot follow through the union.
  const list = lists[LIST[record.type]] as Latest<unknown>
  list.put(keyOf(record), value)
}

const emptyLists = (): LatestLists => ({
  statements: latest(),
  participants: latest(),
  votes: latest(),
  comparisons: latest(),
  weights: latest(),
  secondOrder: latest(),
  bindings: latest(),
  reaches: latest(),
  reasons: latest(),
  cases: latest(),
  judgements: latest(),
  drafting: latest(),
  mediations: latest(),
  rankings: latest(),
  population: latest(),
  notes: latest(),
})

const inOrder = (lists: LatestLists): Lists => ({
  statements: lists.statements.inOrder(),
  participants: lists.participants.inOrder(),
  votes: lists.votes.inOrder(),
  comparisons: lists.comparisons.inOrder(),
  weights: lists.weights.inOrder(),
  secondOrder: lists.secondOrder.inOrder(),
  bindings: lists.bindings.inOrder(),
  reaches: lists.reaches.inOrder(),
  reasons: lists.reasons.inOrder(),
  cases: lists.cases.inOrder(),
  judgements: lists.judgements.inOrder(),
  drafting: lists.drafting.inOrder(),
  mediations: lists.mediations.inOrder(),
  rankings: lists.rankings.inOrder(),
  population: lists.population.inOrder(),
  notes: lists.notes.inOrder(),
})

function withoutType<T extends ListeningRecord>({ type: _, ...value }: T): Omit<T, 'type'> {
  return value
}
