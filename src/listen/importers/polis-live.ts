import { z } from 'zod'
import { id, type Parsed, type Problem, parsed, refused, voteOf } from '../../kernel/index.ts'
import type { Assembly, Note, Statement } from '../listening.ts'
import { listeningOf } from '../listening-of.ts'
import type { ListeningRecord } from '../record.ts'
import { problemOf } from '../zod-problem.ts'
import type { Files, Importer, ImportOptions } from './importer.ts'
import { instantOf } from './instant.ts'
import { jsonIn } from './json-file.ts'
import { type Answers, eachAnswer, putAnswer } from './polis-answers.ts'
import { flag, millis, polisId, sign, text } from './polis-cells.ts'
import { LIVE_STATEMENTS } from './polis-files.ts'
import { type TextFile, textFiles } from './text-file.ts'
import { column, readTyped, type ValuesOf, wrongCell } from './typed-table.ts'

/**
 * A conversation as it stands in a running Polis: statements.csv, votes.csv with latest votes, and settings.json.
 *
 * The settings say what no export does: whether what no moderator looked at is shown. The result that Polis computed
 * from it, math.json, is no part of what people said; `readPolisMath` reads it.
 *
 * Source: ADR 0028.
 */
export const polisLive: Importer = {
  name: 'polis-live',
  reads: 'a conversation of a running Polis (statements.csv with votes.csv)',
  recognises: (files) => files.has(LIVE_STATEMENTS) && files.has(VOTES),
  read: (files, options) => {
    const texts = textFiles(
      files,
      [LIVE_STATEMENTS, VOTES, SETTINGS].filter((name) => files.has(name)),
    )
    if (texts.kind === 'refused') return texts
    const file = (name: string) => texts.value.find((each) => each.name === name) ?? { name, text: '' }
    const settings = settingsIn(files, file(SETTINGS))
    if (settings.kind === 'refused') return settings
    const statements = statementsIn(file(LIVE_STATEMENTS), settings.value)
    if (statements.kind === 'refused') return statements
    const answers = answersIn(file(VOTES), new Set(statements.value.map((statement) => statement.id)))
    if (answers.kind === 'refused') return answers
    return parsed(
      listeningOf(recordsOf(statements.value, answers.value, { options, settings: settings.value })),
    )
  },
}

const VOTES = 'votes.csv'
const SETTINGS = 'settings.json'

const settingsShape = z.object(
  { strict_moderation: z.boolean('true or false') },
  'the settings of a conversation',
)
type Settings = z.infer<typeof settingsShape>

function settingsIn(files: Files, file: TextFile): Parsed<Settings | null> {
  if (!files.has(SETTINGS)) return parsed(null)
  const value = jsonIn(file)
  if (value.kind === 'refused') return value
  const settings = settingsShape.safeParse(value.value)
  return settings.success ? parsed(settings.data) : refused(problemOf(settings.error, value.value, SETTINGS))
}

const STATEMENT = {
  id: column('statement', polisId<'statement'>()),
  seed: column('is-seed', flag),
  meta: column('is-meta', flag),
  moderated: column('moderated', sign),
  text: column('text', text),
}

function statementsIn(file: TextFile, settings: Settings | null): Parsed<readonly Statement[]> {
  const statements = new Map<string, Statement>()
  const missing = readTyped(file, STATEMENT, () => (row, _cells, at) => {
    if (statements.has(row.id)) return wrongCell(file, at, 'statement', row.id, 'an id that no row above has')
    statements.set(row.id, statementOf(row, settings))
    return null
  })
  return missing.kind === 'refused' ? missing : parsed([...statements.values()])
}

const statementOf = (row: ValuesOf<typeof STATEMENT>, settings: Settings | null): Statement => ({
  id: row.id,
  text: row.text,
  language: 'und',
  author: null,
  origin: row.seed ? 'seed' : 'participant',
  written: null,
  subject: row.meta ? 'about-people' : 'value',
  moderation:
    row.moderated === -1
      ? 'removed'
      : row.moderated === 0 && settings?.strict_moderation === true
        ? 'waiting'
        : 'shown',
})

const VOTE = {
  participant: column('participant', polisId<'participant'>()),
  statement: column('statement', polisId<'statement'>()),
  vote: column('vote', sign),
  at: column('modified', millis),
}

/** The latest vote of each person on each statement; of equally late ones the one further down the file. */
function answersIn(file: TextFile, known: ReadonlySet<string>): Parsed<Answers> {
  const latest: Answers = new Map()
  const missing = readTyped(
    file,
    VOTE,
    () =>
      ({ participant, statement, vote, at }, _cells, row): Problem | null => {
        if (!known.has(statement))
          return wrongCell(file, row, 'statement', statement, `a statement of ${LIVE_STATEMENTS}`)
        if (at >= (latest.get(participant)?.get(statement)?.at ?? -1))
          putAnswer(latest, participant, statement, { vote: voteOf(vote), at })
        return null
      },
  )
  return missing.kind === 'refused' ? missing : parsed(latest)
}

interface Told {
  readonly options: ImportOptions
  readonly settings: Settings | null
}

function* recordsOf(
  statements: readonly Statement[],
  answers: Answers,
  { options, settings }: Told,
): Generator<ListeningRecord> {
  yield { type: 'assembly', ...ASSEMBLY, id: options.assembly ?? ASSEMBLY.id }
  if (settings === null) yield { type: 'note', ...NO_SETTINGS }
  for (const statement of statements) yield { type: 'statement', ...statement }
  for (const [participant, statement, { vote, at }] of eachAnswer(answers))
    yield { type: 'vote', participant, statement, vote, at: instantOf(at ?? 0), shown: null }
}

const ASSEMBLY: Assembly = {
  id: id('polis'),
  question: '',
  description: '',
  source: 'a running Polis',
  synthetic: false,
}

const NO_SETTINGS: Note = {
  kind: 'column-missing',
  count: 1,
  says: 'There is no settings.json: what no moderator looked at counts as shown.',
}
