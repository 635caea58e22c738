import { type Kysely, sql, type Transaction } from 'kysely'
import { contentHash } from '../../charter/index.ts'
import { hex, type ParticipantId, sha256, signOf, utf8 } from '../../kernel/index.ts'
import { keyOf, type ListeningRecord } from '../../listen/index.ts'
import type { Event } from '../events.ts'
import type { Entry } from './store.ts'
import type { Tables } from './tables.ts'

/** Applies ledger entries in one transaction; the cursor moves with them or not at all. */
export async function applyEntries(db: Kysely<Tables>, entries: readonly Entry[]): Promise<void> {
  const [first] = entries
  if (first === undefined) return
  await db.transaction().execute(async (tx) => {
    const { position } = await tx
      .selectFrom('progress')
      .select('position')
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (first.position !== position)
      throw new RangeError(`entry ${position} comes next, entry ${first.position} was given`)
    for (const run of runsOf(entries)) {
      if (run.kind === 'said') await applySaid(tx, run.said)
      else await applyOne(tx, run.entry)
    }
    await tx
      .updateTable('progress')
      .set({ position: position + entries.length })
      .execute()
  })
}

interface Said {
  readonly assembly: string
  readonly position: number
  readonly record: ListeningRecord
}

type Run =
  | { readonly kind: 'said'; readonly said: readonly Said[] }
  | { readonly kind: 'one'; readonly entry: Entry }

/** Neighbouring answers go into the database together: an import has hundreds of thousands of them. */
function* runsOf(entries: readonly Entry[]): Generator<Run> {
  let said: Said[] = []
  for (const entry of entries) {
    const { event, position } = entry
    if (event.type === 'said') {
      for (const record of event.records) said.push({ assembly: event.assembly, position, record })
      continue
    }
    if (said.length > 0) yield { kind: 'said', said }
    said = []
    yield { kind: 'one', entry }
  }
  if (said.length > 0) yield { kind: 'said', said }
}

type Tx = Transaction<Tables>

async function applySaid(tx: Tx, said: readonly Said[]): Promise<void> {
  // The last word on each vote and record of this run; one statement may not touch a row twice.
  const votes = new Map<string, Said>()
  const records = new Map<string, Said>()
  const who = new Map<string, { assembly: string; participant: string; position: number }>()
  for (const one of said) {
    const { assembly, position, record } = one
    const isVote = record.type === 'vote' || record.type === 'withdrawal'
    const key = JSON.stringify([assembly, isVote ? 'vote' : record.type, ...keyOf(record)])
    ;(isVote ? votes : records).set(key, one)
    const participant = participantOf(record)
    if (participant !== null)
      who.set(JSON.stringify([assembly, participant, position]), { assembly, participant, position })
  }
  for (const { assembly, position } of new Map(said.map((one) => [one.assembly, one])).values())
    await revise(tx, assembly, position)
  await writeVotes(tx, [...votes.values()])
  await writeRecords(tx, [...records.values()])
  for (const rows of chunks([...who.values()]))
    await sql`insert into said (assembly, participant, position)
      select * from json_to_recordset(${jsonText(rows)}::json) as r(assembly text, participant text, position int)
      on conflict do nothing`.execute(tx)
}

const revise = (tx: Tx, assembly: string, position: number) =>
  tx
    .insertInto('revisions')
    .values({ assembly, position })
    .onConflict((conflict) => conflict.column('assembly').doUpdateSet({ position }))
    .execute()

async function writeVotes(tx: Tx, said: readonly Said[]): Promise<void> {
  const cast = said.flatMap(({ assembly, position, record }) => {
    if (record.type !== 'vote') return []
    const { participant, statement, vote, at, shown } = record
    return [{ assembly, participant, statement, vote: signOf(vote), at, shown, position }]
  })
  for (const rows of chunks(cast))
    await sql`insert into votes (assembly, participant, statement, vote, at, shown, position)
      select * from json_to_recordset(${jsonText(rows)}::json)
        as r(assembly text, participant text, statement text, vote smallint, at text, shown double precision, position int)
      on conflict (assembly, participant, statement) do update
        set vote = excluded.vote, at = excluded.at, shown = excluded.shown, position = excluded.position`.execute(
      tx,
    )
  for (const { assembly, record, position } of said) {
    if (record.type !== 'withdrawal') continue
    // Whoever took everything back was heard all the same.
    await tx
      .insertInto('records')
      .values(recordRow({ assembly, position, record: blankParticipant(record.participant) }))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    await tx
      .deleteFrom('votes')
      .where('assembly', '=', assembly)
      .where('participant', '=', record.participant)
      .where('statement', '=', record.statement)
      .execute()
  }
}

const blankParticipant = (participant: ParticipantId): ListeningRecord => ({
  type: 'participant',
  id: participant,
  declared: {},
  origin: '',
  exportedGroup: null,
})

const recordRow = ({ assembly, position, record }: Said) => ({
  assembly,
  list: record.type,
  key: keyText(record),
  participant: participantOf(record),
  body: jsonText(record),
  position,
})

/** Longer keys than an index takes stand as their digest: a note's key is its whole sentence. */
function keyText(record: ListeningRecord): string {
  const key = JSON.stringify(keyOf(record))
  return key.length <= LONGEST_KEY ? key : `sha256:${hex(sha256(utf8(key)))}`
}

const LONGEST_KEY = 500

async function writeRecords(tx: Tx, said: readonly Said[]): Promise<void> {
  const rows = said.map((one) => ({ ...recordRow(one), body: one.record }))
  for (const some of chunks(rows))
    await sql`insert into records (assembly, list, key, participant, body, position)
      select * from json_to_recordset(${jsonText(some)}::json)
        as r(assembly text, list text, key text, participant text, body jsonb, position int)
      on conflict (assembly, list, key) do update
        set participant = excluded.participant, body = excluded.body, position = excluded.position`.execute(
      tx,
    )
}

function participantOf(record: ListeningRecord): string | null {
  if ('participant' in record) return record.participant
  if (record.type === 'participant') return record.id
  return record.type === 'statement' ? record.author : null
}

async function applyOne(tx: Tx, { event, position, at }: Entry): Promise<void> {
  switch (event.type) {
    case 'said':
    case 'gone':
      return
    case 'erased':
      return erase(tx, event.position, position)
    case 'drafted':
      return keepCharter(tx, { event, position, at, status: 'draft' })
    case 'round-act': {
      const { assembly, round, act } = event
      await tx
        .insertInto('round_acts')
        .values({ assembly, round, body: jsonText(act), at, position })
        .execute()
      const participant = 'participant' in act ? act.participant : null
      return saidBy(tx, { assembly, participant, position })
    }
    case 'ratification-opened':
      await tx
        .updateTable('charters')
        .set({ status: 'voting', since: at, roll: jsonText(event.roll) })
        .where('assembly', '=', event.assembly)
        .where('hash', '=', event.hash)
        .execute()
      return
    case 'ratification-closed':
      return keepCharter(tx, {
        event,
        position,
        at,
        status: event.charter.seal?.ratification?.outcome ?? 'rejected',
      })
    case 'ratification-voted': {
      const { assembly, hash, ballot } = event
      const body = jsonText(ballot)
      await tx
        .insertInto('ratification_ballots')
        .values({ assembly, hash, participant: ballot.participant, body, position })
        .onConflict((conflict) =>
          conflict.columns(['assembly', 'hash', 'participant']).doUpdateSet({ body, position }),
        )
        .execute()
      return saidBy(tx, { assembly, participant: ballot.participant, position })
    }
    case 'decided': {
      const { assembly, record, contents } = event
      await tx
        .insertInto('decisions')
        .values({
          id: record.id,
          assembly,
          kind: record.kind,
          body: jsonText(record),
          contents: jsonText(contents),
          at,
          position,
          calls: '[]',
          answer: null,
          reason: null,
          answered_by: null,
          answered_at: null,
        })
        .execute()
      return saidBy(tx, { assembly, participant: contents.participant, position })
    }
    case 'held': {
      const held = await tx
        .updateTable('decisions')
        .set({ calls: jsonText(event.calls) })
        .where('id', '=', event.decision)
        .returning('contents')
        .executeTakeFirst()
      return saidBy(tx, {
        assembly: event.assembly,
        participant: held?.contents?.participant ?? null,
        position,
      })
    }
    case 'hold-answered':
      return answerHold(tx, { event, position, at })
    case 'grant-spent':
      // One approval, one call: the oldest is spent.
      await sql`delete from grants where assembly = ${event.assembly} and digest = ${event.digest} and position =
        (select min(position) from grants where assembly = ${event.assembly} and digest = ${event.digest})`.execute(
        tx,
      )
      return
    case 'switched':
      await tx
        .insertInto('presses')
        .values({ position, press: event.press, reason: event.reason, by: event.by, at })
        .execute()
      return
    case 'audited':
      await tx
        .insertInto('audits')
        .values({ assembly: event.assembly, position, body: jsonText(event.audit), at })
        .execute()
      return
    case 'dials-set': {
      const { assembly, participant } = event
      const body = jsonText(event.dials)
      await tx
        .insertInto('dials')
        .values({ assembly, participant, body, position })
        .onConflict((conflict) =>
          conflict.columns(['assembly', 'participant']).doUpdateSet({ body, position }),
        )
        .execute()
      return saidBy(tx, { assembly, participant, position })
    }
  }
}

interface SaidBy {
  readonly assembly: string
  readonly participant: string | null
  readonly position: number
}

/** Notes whose words an entry holds, so that erasing them finds it. */
async function saidBy(tx: Tx, { assembly, participant, position }: SaidBy): Promise<void> {
  if (participant === null) return
  await tx
    .insertInto('said')
    .values({ assembly, participant, position })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

type CharterEvent = Extract<Event, { type: 'drafted' | 'ratification-closed' }>
type CharterStatus = Tables['charters']['status']

async function keepCharter(
  tx: Tx,
  {
    event,
    position,
    at,
    status,
  }: { event: CharterEvent; position: number; at: string; status: CharterStatus },
): Promise<void> {
  const body = jsonText(event.charter)
  await tx
    .insertInto('charters')
    .values({ assembly: event.assembly, hash: contentHash(event.charter), status, body, since: at, position })
    .onConflict((conflict) =>
      conflict.columns(['assembly', 'hash']).doUpdateSet({ status, body, since: at, position }),
    )
    .execute()
}

async function answerHold(
  tx: Tx,
  { event, position, at }: { event: Extract<Event, { type: 'hold-answered' }>; position: number; at: string },
): Promise<void> {
  // The first answer stands: a second one must not undo what already happened.
  const answered = await tx
    .updateTable('decisions')
    .set({ answer: event.answer, reason: event.reason, answered_by: event.by, answered_at: at })
    .where('id', '=', event.decision)
    .where('answer', 'is', null)
    .returning('calls')
    .executeTakeFirst()
  if (answered === undefined || event.answer === 'denied') return
  const digests = new Set(answered.calls.map(({ digest }) => digest))
  for (const digest of digests)
    await tx
      .insertInto('grants')
      .values({ assembly: event.assembly, digest, approved_at: at, position })
      .execute()
}

const ERASED_BY_ROW = ['votes', 'records', 'said', 'round_acts', 'ratification_ballots', 'dials'] as const

/** Takes out every row that a ledger entry put in; what later entries said stays. */
async function erase(tx: Tx, position: number, tombstone: number): Promise<void> {
  const touched = await tx
    .selectFrom('said')
    .select('assembly')
    .distinct()
    .where('position', '=', position)
    .execute()
  for (const { assembly } of touched) await revise(tx, assembly, tombstone)
  for (const table of ERASED_BY_ROW) await tx.deleteFrom(table).where('position', '=', position).execute()
  await tx
    .updateTable('decisions')
    .set({ contents: null, calls: '[]' })
    .where('position', '=', position)
    .execute()
}

/** A parameter of a few megabytes at most. */
function* chunks<T>(rows: readonly T[], size = 5000): Generator<readonly T[]> {
  for (let from = 0; from < rows.length; from += size) yield rows.slice(from, from + size)
}

/** JSON that PostgreSQL can hold: it has no NUL. The record keeps the very characters. */
const jsonText = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) => (typeof one === 'string' ? one.replaceAll('\0', '\uFFFD') : one))
