import {
  type AssemblyId,
  id,
  type ParticipantId,
  parsed,
  refused,
  type StatementId,
} from '../../kernel/index.ts'
import type { Assembly, Listening, Statement } from '../listening.ts'
import { listeningOf } from '../listening-of.ts'
import type { ListeningRecord } from '../record.ts'
import type { Importer, ImportOptions } from './importer.ts'
import { instantOf } from './instant.ts'
import { type Answers, eachAnswer } from './polis-answers.ts'
import { looksLikePolis } from './polis-files.ts'
import { notesOf } from './polis-notes.ts'
import { type PolisParts, readPolisParts } from './polis-parts.ts'
import { turnedSign } from './polis-sign.ts'
import type { PolisStatement } from './polis-tables.ts'

/**
 * Exports of Polis, of whatever age: comments.csv with votes.csv, participants-votes.csv or both, and summary.csv.
 *
 * The latest vote wins; what the files leave out or contradict is in the notes. An `xid` can name a person and is
 * not kept.
 *
 * Source: ADR 0012.
 */
export const polis: Importer = {
  name: 'polis',
  reads: 'a Polis export (comments.csv with votes.csv or participants-votes.csv)',
  recognises: looksLikePolis,
  read: (files, options) => {
    const parts = readPolisParts(files)
    if (parts.kind === 'refused') return parts
    const problem = turnedSign(parts.value)
    return problem === null ? parsed(polisListening(parts.value, options)) : refused(problem)
  },
}

/** What people said, out of the parts of an export that were read. */
export const polisListening = (parts: PolisParts, options: ImportOptions): Listening =>
  listeningOf(recordsOf(parts, options))

function* recordsOf(parts: PolisParts, options: ImportOptions): Generator<ListeningRecord> {
  const { comments, matrix, merged } = parts
  yield { type: 'assembly', ...assemblyOf(parts, options) }
  for (const note of notesOf(parts)) yield { type: 'note', ...note }
  for (const [participant, { group }] of matrix?.people ?? [])
    yield { type: 'participant', id: participant, declared: {}, origin: '', exportedGroup: group }
  const votedByOthers = othersVotedOn(merged.answers, comments.statements)
  for (const statement of comments.statements.values())
    yield { type: 'statement', ...statementOf(statement, votedByOthers) }
  for (const [participant, statement, { vote, at }] of eachAnswer(merged.answers))
    yield { type: 'vote', participant, statement, vote, at: at === null ? null : instantOf(at), shown: null }
}

function assemblyOf({ summary }: PolisParts, options: ImportOptions): Assembly {
  const url = summary?.get('url') ?? ''
  return {
    id: options.assembly ?? conversationIn(url) ?? id('polis'),
    question: summary?.get('topic') ?? '',
    description: summary?.get('conversation-description') ?? '',
    source: url === '' ? 'polis export' : `polis export of ${url}`,
    synthetic: false,
  }
}

const conversationIn = (url: string): AssemblyId | null => {
  const last = url.split('/').at(-1) ?? ''
  return /^[A-Za-z0-9]{1,64}$/.test(last) ? id(last) : null
}

const statementOf = (statement: PolisStatement, votedByOthers: ReadonlySet<StatementId>): Statement => ({
  id: statement.id,
  text: statement.text,
  language: 'und',
  author: statement.author,
  origin: statement.seed ? 'seed' : 'participant',
  written: null,
  subject: statement.meta ? 'about-people' : 'value',
  moderation: moderationOf(statement, votedByOthers),
})

/**
 * Polis shows what no moderator looked at (0) unless the conversation is strict, and no export says whether it is. But
 * a statement that somebody other than its author voted on was shown, and one that nobody else voted on was not.
 */
function moderationOf(
  { id: statement, moderated }: PolisStatement,
  votedByOthers: ReadonlySet<StatementId>,
): Statement['moderation'] {
  if (moderated === -1) return 'removed'
  return moderated === 0 && !votedByOthers.has(statement) ? 'waiting' : 'shown'
}

function othersVotedOn(
  answers: Answers,
  statements: ReadonlyMap<StatementId, PolisStatement>,
): ReadonlySet<StatementId> {
  const others = new Set<StatementId>()
  // Polis lets authors vote on what they said, so where the author is unknown the first voter may be the author.
  const first = new Map<StatementId, ParticipantId>()
  for (const [participant, statement] of eachAnswer(answers)) {
    const author = statements.get(statement)?.author ?? first.get(statement)
    if (author === undefined) first.set(statement, participant)
    else if (author !== participant) others.add(statement)
  }
  return others
}
