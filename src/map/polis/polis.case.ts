import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe } from 'vitest'
import {
  type Direction,
  type GroupId,
  id,
  type Parsed,
  type ParticipantId,
  problemLine,
  voteOf,
} from '../../kernel/index.ts'
import { type Listening, readListening, readPolisMath, type Statement } from '../../listen/index.ts'
import { listeningOf } from '../listening.case.ts'

/**
 * Just enough of a reader of Polis data to hold our figures against published ones. The data is not part of the
 * project (CC BY 4.0, The Computational Democracy Project); where it is absent, these suites say so and skip.
 */
export const CONVERSATIONS = [
  'vtaiwan.uberx',
  'american-assembly.bowling-green',
  'ssis.land-bank-farmland.2rumnecbeh.2021-08-01',
  'scoop-hivemind.taxes',
  'bg2050-volunteers',
  '15-per-hour-seattle',
  'brexit-consensus',
] as const

export const LIVE = [
  '150ptpt-3gp-no-strict-no-meta',
  '25ptpt-3gp-no-strict-with-meta',
  'below-100-ptpts',
] as const

/** A suite that needs the data. */
export function describeWithData(name: string, suite: () => void): void {
  if (existsSync(DATA)) return void describe(name, suite)
  console.warn(`skipped: "${name}" needs ${DATA}, which is not here`)
  describe.skip(`${name} (skipped: ${DATA} is not here)`, suite)
}

export interface Export {
  readonly listening: Listening
  /** The groups that Polis published. */
  readonly labels: ReadonlyMap<ParticipantId, GroupId>
  /** The group-informed consensus column, where the export has one. */
  readonly consensusColumn: ReadonlyMap<string, number>
}

/** A published export: participants-votes.csv and comments.csv. */
export const exported = once((name): Export => {
  const [header = [], ...rows] = plainRows(`polis-open/${name}/participants-votes.csv`)
  const [commentHeader = [], ...comments] = csv(`polis-open/${name}/comments.csv`)
  const comment = (row: readonly string[], column: string) => row[commentHeader.indexOf(column)] ?? ''
  const commentOf = new Map(comments.map((row) => [comment(row, 'comment-id'), row]))
  const first = header.indexOf('n-disagree') + 1
  const votes = rows.flatMap((row) =>
    header.slice(first).flatMap((statement, at) => {
      const value = row[first + at] ?? ''
      return value === '' ? [] : [[row[0]!, statement, voteOf(Number(value) as 1 | 0 | -1)] as const]
    }),
  )
  const statements = header.slice(first).map((statement) => {
    const row = commentOf.get(statement) ?? []
    return {
      id: statement,
      moderation: MODERATION[comment(row, 'moderated')] ?? 'waiting',
      subject: comment(row, 'is-meta') === 'true' ? 'about-people' : 'value',
    } as const
  })
  const group = header.indexOf('group-id')
  const grouped = rows.filter((row) => row[group] !== '')
  return {
    listening: listeningOf(votes, statements),
    labels: new Map(grouped.map((row) => [id(row[0]!), id(row[group]!)])),
    consensusColumn: new Map(
      comments
        .filter((row) => comment(row, 'group-informed-consensus') !== '')
        .map((row) => [comment(row, 'comment-id'), Number(comment(row, 'group-informed-consensus'))]),
    ),
  }
})

/** A conversation with the result that Polis itself computed, as the command line reads them. */
export const live = once((name) => {
  const files = new Map(
    ['votes.csv', 'statements.csv', 'settings.json'].map((file) => [
      file,
      bytes(`polis-live/${name}/${file}`),
    ]),
  )
  const listening = valueIn(readListening(files, { assembly: null }))
  const math = valueIn(readPolisMath('math.json', bytes(`polis-live/${name}/math.json`), listening))
  return { listening, labels: math.groupOf, math }
})

/** The output of a peer, red-dwarf 0.4.0 with scikit-learn 1.2.1, on two of the exports. */
export interface RedDwarf {
  readonly parameters: { readonly mod_out_statement_ids: readonly number[] }
  readonly pca: {
    readonly explained_variance: readonly number[]
    readonly explained_variance_ratio: readonly number[]
    readonly components: readonly (readonly number[])[]
    readonly statement_ids: readonly number[]
  }
  readonly projections: Readonly<Record<string, readonly [number, number]>>
  readonly clusters: {
    readonly labels: Readonly<Record<string, number>>
    readonly silhouette_by_k: Readonly<Record<string, number>>
  }
  readonly group_aware_consensus: { readonly [D in Direction]: Readonly<Record<string, number>> }
  readonly consensus: { readonly [D in Direction]: readonly { readonly tid: number }[] }
  readonly repness: Readonly<Record<string, readonly RedDwarfRepness[]>>
  readonly statements: { readonly extremity: Readonly<Record<string, number>> }
}

export interface RedDwarfRepness {
  readonly tid: number
  readonly 'repful-for': Direction
  readonly 'p-success': number
  readonly 'p-test': number
  readonly repness: number
  readonly 'repness-test': number
}

export const redDwarf = once(
  (name) => JSON.parse(bytes(`red-dwarf/${name}.json`).toString('utf8')) as RedDwarf,
)

const DATA = '../shared/data'
const MODERATION: Readonly<Record<string, Statement['moderation']>> = {
  '1': 'shown',
  '0': 'waiting',
  '-1': 'removed',
}

function bytes(path: string): Buffer {
  return readFileSync(`${DATA}/${path}`)
}

function csv(path: string): string[][] {
  return parse(bytes(path), { relax_column_count: true, relax_quotes: true })
}

/** A table of numbers: nothing in it is quoted, and a million cells are read in a moment. */
function plainRows(path: string): string[][] {
  return bytes(path)
    .toString('utf8')
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split(','))
}

function valueIn<T>(outcome: Parsed<T>): T {
  if (outcome.kind === 'refused') throw new Error(problemLine(outcome.problem))
  return outcome.value
}

/** Reads, or computes, each conversation once, because several tests of a file look at the same. */
export function once<T>(read: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>()
  return (name) => {
    const value = known.get(name) ?? read(name)
    known.set(name, value)
    return value
  }
}
