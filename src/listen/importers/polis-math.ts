import {
  type Direction,
  type GroupId,
  id,
  type Parsed,
  type ParticipantId,
  parsed,
  refused,
  type StatementId,
  type Tally,
} from '../../kernel/index.ts'
import type { Listening } from '../listening.ts'
import { problemOf } from '../zod-problem.ts'
import { jsonIn } from './json-file.ts'
import { polisMathShape } from './polis-math-shape.ts'
import { impossibleIn, type RawPolisMath } from './polis-math-sound.ts'
import { textFiles } from './text-file.ts'

/** The result that a running Polis computed, turned so that agree is +1, and keyed by id. */
export interface PolisMath {
  readonly mean: ReadonlyMap<StatementId, number>
  readonly components: readonly [ReadonlyMap<StatementId, number>, ReadonlyMap<StatementId, number>]
  /** Statements set to zero: removed, or about people. */
  readonly zeroed: ReadonlySet<StatementId>
  /** Statements that it takes to be about people, which all have one priority; null where it does not say. */
  readonly aboutPeople: ReadonlySet<StatementId> | null
  readonly answers: ReadonlyMap<ParticipantId, number>
  readonly inConversation: readonly ParticipantId[]
  readonly baseClusters: readonly PolisBaseCluster[]
  readonly groupOf: ReadonlyMap<ParticipantId, GroupId>
  readonly votes: ReadonlyMap<GroupId, ReadonlyMap<StatementId, Tally>>
  readonly groupAwareConsensus: ReadonlyMap<StatementId, number>
  readonly consensus: readonly PolisListed[]
  readonly representative: readonly (PolisListed & { readonly group: GroupId; readonly ratio: number })[]
  readonly priorities: ReadonlyMap<StatementId, number>
}

/** People whom Polis drew together before it looked for groups. */
export interface PolisBaseCluster {
  readonly members: readonly ParticipantId[]
  readonly centre: readonly [x: number, y: number]
}

/** A statement on one of Polis' lists, with the z of its share against one half. */
export interface PolisListed {
  readonly statement: StatementId
  readonly direction: Direction
  readonly ownZ: number
}

/**
 * Reads math.json, the result that Polis publishes for one set of votes, and joins it to those votes by id.
 *
 * Polis counts agree as −1, so that means and loadings are turned here; positions come out as they were.
 *
 * Errors: refused at the first field that is missing or of another kind, and where it says what cannot be, or speaks of
 *         other people or statements than the votes do.
 */
export function readPolisMath(
  name: string,
  content: Uint8Array | string,
  listening: Listening,
): Parsed<PolisMath> {
  const files = textFiles(new Map([[name, content]]), [name])
  if (files.kind === 'refused') return files
  const json = jsonIn(files.value[0]!)
  if (json.kind === 'refused') return json
  const raw = polisMathShape.safeParse(json.value)
  if (!raw.success) return refused(problemOf(raw.error, json.value, name))
  const impossible = impossibleIn(raw.data, listening, name)
  return impossible === null ? parsed(mathOf(raw.data)) : refused(impossible)
}

function mathOf(raw: RawPolisMath): PolisMath {
  const statements = raw.tids.map((tid) => id<'statement'>(String(tid)))
  const turned = (values: readonly number[]) =>
    new Map(statements.map((statement, at) => [statement, -values[at]!]))
  const base = raw['base-clusters']
  const [first, second] = raw.pca.comps
  return {
    mean: turned(raw.pca.center),
    components: [turned(first), turned(second)],
    zeroed: statementsOf(raw['mod-out']),
    aboutPeople: raw['meta-tids'] === undefined ? null : statementsOf(raw['meta-tids']),
    answers: keyed<'participant', number>(raw['user-vote-counts']),
    inConversation: raw['in-conv'].map((person) => id(String(person))),
    baseClusters: base.members.map((members, at) => ({
      members: members.map((person) => id(String(person))),
      centre: [base.x[at]!, base.y[at]!],
    })),
    groupOf: groupsOf(raw),
    votes: new Map(
      Object.entries(raw['group-votes']).map(([group, { votes }]) => [
        id(group),
        keyed<'statement', Tally>(votes),
      ]),
    ),
    groupAwareConsensus: keyed<'statement', number>(raw['group-aware-consensus']),
    consensus: (['agree', 'disagree'] as const).flatMap((direction) =>
      raw.consensus[direction].map((one) => ({
        statement: id(String(one.tid)),
        direction,
        ownZ: one['p-test'],
      })),
    ),
    representative: Object.entries(raw.repness).flatMap(([group, list]) =>
      list.map((one) => ({
        group: id<'group'>(group),
        statement: id<'statement'>(String(one.tid)),
        direction: one['repful-for'],
        ratio: one.repness,
        ownZ: one['p-test'],
      })),
    ),
    priorities: keyed<'statement', number>(raw['comment-priorities']),
  }
}

const statementsOf = (tids: readonly number[]): ReadonlySet<StatementId> =>
  new Set(tids.map((tid) => id(String(tid))))

const keyed = <Kind extends string, T>(record: Readonly<Record<string, T>>) =>
  new Map(Object.entries(record).map(([key, value]) => [id<Kind>(key), value]))

function groupsOf(raw: RawPolisMath): ReadonlyMap<ParticipantId, GroupId> {
  const membersOf = new Map(
    raw['base-clusters'].id.map((base, at) => [base, raw['base-clusters'].members[at]!]),
  )
  return new Map(
    raw['group-clusters'].flatMap(({ id: group, members }) =>
      members
        .flatMap((base) => membersOf.get(base) ?? [])
        .map((person) => [id<'participant'>(String(person)), id<'group'>(String(group))] as const),
    ),
  )
}
