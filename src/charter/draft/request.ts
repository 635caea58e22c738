import type { Register, RegisterEntry } from '../../classify/index.ts'
import { byId, type ClauseId, id, type StatementId } from '../../kernel/index.ts'
import type { Drafting, Listening, Statement } from '../../listen/index.ts'
import type { OpinionMap } from '../../map/index.ts'
import type { Captures, Panel, RulingOutcome } from '../../negotiate/index.ts'
import type { Charter, RatificationPlan } from '../schema.ts'
import { type Count, countOf } from './count.ts'
import { unvotedIn } from './unvoted.ts'
import { type DissentOf, dissentFrom } from './voices.ts'

/** All that earlier stages found. */
export interface Study {
  readonly listening: Listening
  readonly map: OpinionMap
  readonly register: Register
  readonly panel: Panel
  readonly rulings: readonly RulingOutcome[]
  readonly captures: Captures
}

/** What was found, and what whoever drafts decides before the vote on the draft. */
export interface DraftRequest extends Study {
  readonly options: DraftOptions
}

export interface DraftOptions {
  readonly id: string
  readonly title: string
  readonly version: string
  /** The content hash of the charter this one replaces. */
  readonly parent: string | null
  /** Draws the voices that are printed where there are too many to print. */
  readonly seed: string
  readonly plan: RatificationPlan
  readonly tools: Charter['tools']
}

/** The request, looked up by statement. */
export interface Desk extends DraftRequest {
  readonly count: Count
  readonly dissentOf: DissentOf
  readonly entries: readonly RegisterEntry[]
  /** Machine-written statements that too few people answered: of entries and rulings they are left out. */
  readonly unvoted: ReadonlySet<StatementId>
  textOf(statement: StatementId): string
  noteOn(statement: StatementId): Note
}

/** What drafters noted on a statement, by name; nothing is noted unless somebody signed it. */
export interface Note {
  readonly by: readonly string[]
  readonly motive: Drafting['motive'] | null
  readonly authority: Drafting['authority'] | null
  readonly rules: Drafting['rules']
  readonly scale: Drafting['scale']
}

export function deskOf(request: DraftRequest): Desk {
  const { listening, map, register, rulings, options } = request
  const count = countOf(listening, map)
  const unvoted = unvotedIn(listening, count)
  const statements = new Map<StatementId, Statement>(listening.statements.map((one) => [one.id, one]))
  return {
    ...request,
    count,
    unvoted,
    rulings: rulings.filter(({ prefer, over }) => !unvoted.has(prefer) && !unvoted.has(over)),
    dissentOf: dissentFrom(listening.reasons, count, options.seed),
    entries: register.entries
      .filter(({ statement }) => !unvoted.has(statement))
      .sort((a, b) => byId(a.statement, b.statement)),
    textOf: (statement) => {
      const known = statements.get(statement)
      if (known === undefined) throw new RangeError(`no statement "${statement}" was heard`)
      return known.text
    },
    noteOn: (statement) =>
      noteFrom(
        listening.drafting.filter(
          (note) => note.statement === statement && mayDecide(note, statements.get(statement)),
        ),
      ),
  }
}

/** A drafter's word that law or an operator decided counts for nothing where a machine wrote the statement. */
const mayDecide = ({ authority }: Drafting, statement: Statement | undefined): boolean =>
  authority === 'participants' || (statement?.written ?? null) === null

/** Several drafters may sign notes on one statement: law weighs most, otherwise the first by name decides. */
function noteFrom(notes: readonly Drafting[]): Note {
  const signed = [...notes].sort(
    (a, b) => Number(b.authority === 'law') - Number(a.authority === 'law') || byId(a.by, b.by),
  )
  return {
    by: signed.map(({ by }) => by),
    motive: signed[0]?.motive ?? null,
    authority: signed[0]?.authority ?? null,
    rules: signed.flatMap(({ rules }) => rules),
    scale: signed.find(({ scale }) => scale !== null)?.scale ?? null,
  }
}

/** Clauses in the order in which they stand, named by it. */
export const numbered = <T extends { readonly id: ClauseId }>(letter: string, clauses: readonly T[]): T[] =>
  clauses.map((clause, at) => ({ ...clause, id: id<'clause'>(`${letter}${at + 1}`) }))

/** Stands in until all clauses of a part are known. */
export const UNNUMBERED: ClauseId = id('0')
