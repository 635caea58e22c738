import fc from 'fast-check'
import type { Files } from './importer.ts'

/** Writes exports as Polis of any age might, so that tests can read them back. */

export interface Cast {
  readonly voter: number
  readonly statement: number
  readonly sign: 1 | 0 | -1
  readonly millis: number
}

/** What happened in one conversation. */
export interface Conversation {
  readonly statements: readonly {
    readonly id: number
    readonly text: string
    readonly author: number
    readonly moderated: -1 | 0 | 1
    readonly meta: boolean
    readonly seed: boolean
  }[]
  /** In the order they were cast. */
  readonly cast: readonly Cast[]
  readonly groups: ReadonlyMap<number, string>
  readonly topic: string
  readonly description: string
}

/** How an export writes it. */
export interface Variant {
  readonly columns: 'first' | 'second' | 'meta-with-hyphen' | 'meta-with-underscore'
  readonly files: 'all' | 'no-votes' | 'no-matrix' | 'no-summary'
  readonly datetime: boolean
  readonly xid: boolean
  readonly unknownColumns: boolean
  readonly quoteAll: boolean
  readonly mark: boolean
  readonly end: '\n' | '\r\n' | '\r'
  readonly folder: string
  readonly prefix: string
  /** Turns the columns of every table round by so many. */
  readonly turn: number
}

export const randomConversation: fc.Arbitrary<Conversation> = fc
  .record({
    statements: fc.uniqueArray(
      fc.record({
        id: fc.nat(30),
        text: fc.string({
          unit: fc.constantFrom('a', '"', ',', '\n', ' ', "'", '語', '😀', '\u2028'),
          maxLength: 8,
        }),
        author: fc.nat(8),
        moderated: fc.constantFrom(-1, 0, 1),
        meta: fc.boolean(),
        seed: fc.boolean(),
      }),
      { selector: ({ id }) => id, minLength: 1, maxLength: 6 },
    ),
    groups: fc.dictionary(fc.constantFrom('0', '1', '2', '5', '7'), fc.constantFrom('0', '1', ''), {
      maxKeys: 4,
    }),
    answers: fc.array(fc.tuple(fc.nat(8), fc.nat(5), fc.constantFrom<1 | 0 | -1>(1, 0, -1), fc.nat(3)), {
      maxLength: 25,
    }),
    topic: fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é'), maxLength: 6 }),
    description: fc.string({ unit: fc.constantFrom('b', '\n', '"'), maxLength: 6 }),
  })
  .map(({ answers, groups, ...rest }) => {
    let millis = 1_500_000_000_000
    const cast = answers.map(([voter, which, sign, later]) => {
      millis += later // votes in the same millisecond are in the order of the file
      const statement = rest.statements[which % rest.statements.length]?.id ?? 0
      return { voter, statement, sign, millis }
    })
    const people = [...Object.entries(groups).map(([key, group]) => [Number(key), group] as const)]
    const listed = new Map<number, string>([...cast.map(({ voter }) => [voter, ''] as const), ...people])
    return { ...rest, cast, groups: listed }
  })

export const randomVariant: fc.Arbitrary<Variant> = fc.record({
  columns: fc.constantFrom('first', 'second', 'meta-with-hyphen', 'meta-with-underscore'),
  files: fc.constantFrom('all', 'no-votes', 'no-matrix', 'no-summary'),
  datetime: fc.boolean(),
  xid: fc.boolean(),
  unknownColumns: fc.boolean(),
  quoteAll: fc.boolean(),
  mark: fc.boolean(),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  folder: fc.constantFrom('', 'openData/', 'a/b/'),
  prefix: fc.constantFrom('', '2025-06-19-1201-3phdex2kjf-'),
  turn: fc.nat(12),
})

type Cells = readonly (readonly [column: string, cell: string | number | boolean])[]

/** The files that an export of this variant has. */
export function writeExport(conversation: Conversation, variant: Variant): Files {
  const { folder, prefix, files, mark } = variant
  const named = (name: string, text: string) =>
    [`${folder}${prefix}${name}`, mark ? `\uFEFF${text}` : text] as const
  const matrix = prefix === '' ? 'participants-votes.csv' : 'participant-votes.csv'
  return new Map([
    named('comments.csv', table(commentRows(conversation, variant), variant)),
    ...(files === 'no-votes' ? [] : [named('votes.csv', table(voteRows(conversation, variant), variant))]),
    ...(files === 'no-matrix' ? [] : [named(matrix, table(matrixRows(conversation, variant), variant))]),
    ...(files === 'no-summary' ? [] : [named('summary.csv', summary(conversation, variant))]),
    named('stats-history.csv', 'n-votes,n-comments\n1,2'),
    [`${folder}.DS_Store`, '\0'],
    [`__MACOSX/${folder}._votes.csv`, '\0'],
    [`__MACOSX/${folder}votes.csv`, '\0'],
  ])
}

const tally = (cast: readonly Cast[], sign: number) => cast.filter((each) => each.sign === sign).length

function commentRows(
  { statements, cast }: Conversation,
  { columns, datetime, unknownColumns }: Variant,
): Cells[] {
  return statements.map((each) => {
    const own = cast.filter((vote) => vote.statement === each.id)
    const meta = columns === 'meta-with-underscore' ? '_' : '-'
    const flags: Cells =
      columns === 'first' || columns === 'second'
        ? []
        : [
            [`is${meta}meta`, each.meta],
            [`is${meta}seed`, each.seed],
            [`group${meta}informed${meta}consensus`, 0.5],
          ]
    return [
      ['timestamp', 1_500_000_000_000],
      ...(datetime ? [['datetime', 'Sat Nov 17 05:09:36 WIB 2018'] as const] : []),
      ['comment-id', each.id],
      ['author-id', each.author],
      // Polis counts every vote cast here, also those that were replaced.
      ['agrees', tally(own, 1)],
      ['disagrees', tally(own, -1)],
      ['moderated', each.moderated],
      ...flags,
      ...(unknownColumns ? [['__proto__', 'x'] as const, ['lang', 'a,b'] as const] : []),
      ['comment-body', each.text],
    ]
  })
}

const voteRows = ({ cast }: Conversation, { datetime, unknownColumns }: Variant): Cells[] =>
  cast.map(({ millis, statement, voter, sign }) => [
    ['timestamp', millis],
    ...(datetime ? [['datetime', 'Sat Nov 17 05:09:36 WIB 2018'] as const] : []),
    ['comment-id', statement],
    ['voter-id', voter],
    ...(unknownColumns ? [['important', 'maybe'] as const] : []),
    ['vote', sign],
  ])

/** The latest vote of a person on a statement. */
export const latestOf = ({ cast }: Conversation, voter: number, statement: number): Cast | undefined =>
  cast.findLast((each) => each.voter === voter && each.statement === statement)

function matrixRows(conversation: Conversation, { xid, unknownColumns }: Variant): Cells[] {
  const voted = conversation.statements.filter(({ id }) =>
    conversation.cast.some(({ statement }) => statement === id),
  )
  return [...conversation.groups].map(([voter, group]) => {
    const latest = voted.flatMap(({ id }) => latestOf(conversation, voter, id) ?? [])
    return [
      ['participant', voter],
      ...(xid ? [['xid', `${voter}@example.org`] as const] : []),
      ['group-id', group],
      ['n-comments', 0],
      ['n-votes', latest.length],
      ['n-agree', tally(latest, 1)],
      ['n-disagree', tally(latest, -1)],
      ...(unknownColumns ? [['n-passes', 'x'] as const] : []),
      ...voted.map(({ id }) => [String(id), latestOf(conversation, voter, id)?.sign ?? ''] as const),
    ]
  })
}

function table(rows: readonly Cells[], { turn, quoteAll, end }: Variant): string {
  const header = rows[0]?.map(([column]) => column) ?? EMPTY_HEADER
  const turned = <T>(cells: readonly T[]) => {
    const by = turn % cells.length
    return [...cells.slice(by), ...cells.slice(0, by)]
  }
  const lines = [header, ...rows.map((row) => row.map(([, cell]) => String(cell)))]
  return lines.map((line) => turned(line).map(quoting(quoteAll)).join(',') + end).join('')
}

// A table without rows still has the columns that every export has.
const EMPTY_HEADER = ['timestamp', 'comment-id', 'voter-id', 'vote', 'participant', 'group-id']

const quoting = (all: boolean) => (cell: string) =>
  all || /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const summary = (
  { topic, description, statements, groups }: Conversation,
  { quoteAll, end }: Variant,
): string =>
  [
    ['topic', topic],
    ['url', 'https://pol.is/3phdex2kjf'],
    ['views', '9'],
    ['voters', String(groups.size)],
    ['comments', String(statements.length)],
    ['conversation-description', description],
  ]
    .map((row) => row.map(quoting(quoteAll)).join(',') + end)
    .join('')
