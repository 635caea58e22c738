import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe } from 'vitest'
import { type GroupId, id, type ParticipantId, voteOf } from '../../kernel/index.ts'
import type { Listening, Statement } from '../../listen/index.ts'
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
export function exported(name: string): Export {
  const [header = [], ...rows] = csv(`polis-open/${name}/participants-votes.csv`)
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
}

/** A conversation with the result that Polis itself computed. */
export function live(name: string) {
  const [, ...votes] = csv(`polis-live/${name}/votes.csv`)
  const [, ...statements] = csv(`polis-live/${name}/statements.csv`)
  const math = json(`polis-live/${name}/math.json`) as PolisMath
  const baseMembers = new Map(
    math['base-clusters'].id.map((base, at) => [base, math['base-clusters'].members[at]!]),
  )
  const labels = math['group-clusters'].flatMap((group) =>
    group.members
      .flatMap((base) => baseMembers.get(base)!)
      .map((person) => [id<'participant'>(String(person)), id<'group'>(String(group.id))] as const),
  )
  return {
    listening: listeningOf(
      votes.map(
        ([person, statement, vote]) => [person!, statement!, voteOf(Number(vote) as 1 | 0 | -1)] as const,
      ),
      statements.map(([statement, , meta, moderated]) => ({
        id: statement!,
        moderation: MODERATION[moderated!]!,
        subject: meta === 'True' ? 'about-people' : 'value',
      })),
    ),
    labels: new Map(labels),
    math,
  }
}

/** The parts of math.json that are compared. Its centre has Polis' own sign, agree −1. */
export interface PolisMath {
  readonly tids: readonly number[]
  readonly pca: { readonly comps: readonly (readonly number[])[] }
  readonly 'base-clusters': {
    readonly id: readonly number[]
    readonly members: readonly (readonly number[])[]
    readonly x: readonly number[]
    readonly y: readonly number[]
  }
  readonly 'group-clusters': readonly { readonly id: number; readonly members: readonly number[] }[]
  readonly 'group-votes': Readonly<
    Record<string, { readonly votes: Readonly<Record<string, { A: number; D: number; S: number }>> }>
  >
  readonly 'group-aware-consensus': Readonly<Record<string, number>>
  readonly repness: Readonly<Record<string, readonly PolisRepness[]>>
}

export interface PolisRepness {
  readonly tid: number
  readonly 'repful-for': 'agree' | 'disagree'
  readonly repness: number
  readonly 'p-test': number
  readonly 'repness-test': number
}

/** The output of a peer on two of the exports. */
export interface RedDwarf {
  readonly pca: {
    readonly explained_variance_ratio: readonly number[]
    readonly components: readonly (readonly number[])[]
    readonly statement_ids: readonly number[]
  }
  readonly projections: Readonly<Record<string, readonly [number, number]>>
  readonly clusters: { readonly silhouette_by_k: Readonly<Record<string, number>> }
  readonly forced_k: { readonly labels: Readonly<Record<string, number>> }
}

export const redDwarf = (name: string): RedDwarf => json(`red-dwarf/${name}.json`) as RedDwarf

const DATA = '../shared/data'
const MODERATION: Readonly<Record<string, Statement['moderation']>> = {
  '1': 'shown',
  '0': 'waiting',
  '-1': 'removed',
}

const csv = (path: string): string[][] =>
  parse(readFileSync(`${DATA}/${path}`), { relax_column_count: true, relax_quotes: true })
const json = (path: string): unknown => JSON.parse(readFileSync(`${DATA}/${path}`, 'utf8'))
