import { type Kysely, sql } from 'kysely'
import { contentHash } from '../../charter/index.ts'
import type { DecisionRecord } from '../../govern/index.ts'
import {
  type AssemblyId,
  type ClauseId,
  id,
  type ParticipantId,
  type Sign,
  type StatementId,
  voteOf,
} from '../../kernel/index.ts'
import {
  type Assembly,
  type Listening,
  type ListeningRecord,
  listeningOf,
  type Statement,
} from '../../listen/index.ts'
import { countDecisions } from '../../publish/index.ts'
import { applyEntries } from './apply.ts'
import { migrate } from './migrations.ts'
import type { Ballot, CharterVersion, Counts, Decided, Mediated, Reflection, Store } from './store.ts'
import type { Tables } from './tables.ts'

/**
 * The store over any PostgreSQL that Kysely can speak to; the drivers beside this file say which.
 *
 * Errors: what the database throws, unchanged.
 */
export async function sqlStore(name: string, db: Kysely<Tables>): Promise<Store> {
  await migrate(db)
  return {
    name,
    claim: async (vkey) => {
      await db.updateTable('progress').set({ ledger: vkey }).where('ledger', 'is', null).execute()
      const { ledger } = await db.selectFrom('progress').select('ledger').executeTakeFirstOrThrow()
      return ledger ?? ''
    },
    position: () => positionOf(db),
    apply: (entries) => applyEntries(db, entries),
    reset: () => reset(db),
    close: () => db.destroy(),
    assemblies: () => assemblies(db),
    listening: (assembly) => listening(db, assembly),
    mediated: (assembly) => mediated(db, assembly),
    counts: (assembly) => counts(db, assembly),
    ballot: (assembly, participant) => ballot(db, assembly, participant),
    saidBy: async (assembly, participant) => {
      const rows = await db
        .selectFrom('said')
        .select('position')
        .where('assembly', '=', assembly)
        .where('participant', '=', participant)
        .orderBy('position')
        .execute()
      return rows.map(({ position }) => position)
    },
    charters: (assembly) => charters(db, assembly),
    roll: async (assembly, hash) => {
      const row = await db
        .selectFrom('charters')
        .select('roll')
        .where('assembly', '=', assembly)
        .where('hash', '=', hash)
        .executeTakeFirst()
      return new Map(
        Object.entries(row?.roll ?? {}).map(([participant, group]) => [
          id<'participant'>(participant),
          group === null ? null : id<'group'>(group),
        ]),
      )
    },
    roundActs: async (assembly, draft) => {
      const rows = await db
        .selectFrom('round_acts')
        .select(['body', 'at'])
        .where('assembly', '=', assembly)
        .where('round', '=', draft)
        .orderBy('position')
        .execute()
      return rows.map(({ body, at }) => ({ act: body, at }))
    },
    ratificationBallots: async (assembly, hash) => {
      const rows = await db
        .selectFrom('ratification_ballots')
        .select('body')
        .where('assembly', '=', assembly)
        .where('hash', '=', hash)
        .orderBy('position')
        .execute()
      return rows.map(({ body }) => body)
    },
    decisions: async (assembly, limit) =>
      (
        await decided(db).where('assembly', '=', assembly).orderBy('position', 'desc').limit(limit).execute()
      ).map(decidedOf),
    decision: async (decision) => {
      const row = await decided(db).where('id', '=', decision).executeTakeFirst()
      return row === undefined ? null : decidedOf(row)
    },
    waiting: async (assembly) =>
      (
        await decided(db)
          .where('assembly', '=', assembly)
          .where('kind', '=', 'hold')
          .where('answer', 'is', null)
          .orderBy('position')
          .execute()
      ).map(decidedOf),
    grant: async (assembly, digest) => {
      const row = await db
        .selectFrom('grants')
        .select('approved_at')
        .where('assembly', '=', assembly)
        .where('digest', '=', digest)
        .orderBy('position')
        .executeTakeFirst()
      return row === undefined ? null : { approvedAt: row.approved_at }
    },
    decisionCounts: async (assembly) => {
      const { rows } = await sql<DecisionRecord & { readonly times: number }>`
        select kind, body->'clauses' as clauses, count(*)::int as times
        from decisions where assembly = ${assembly} group by 1, 2`.execute(db)
      return countDecisions(rows)
    },
    presses: () =>
      db.selectFrom('presses').select(['press', 'reason', 'by', 'at']).orderBy('position').execute(),
    dials: async (assembly, participant) => {
      const row = await db
        .selectFrom('dials')
        .select('body')
        .where('assembly', '=', assembly)
        .where('participant', '=', participant)
        .executeTakeFirst()
      return new Map(
        Object.entries(row?.body ?? {}).map(
          ([clause, value]) => [id<'clause'>(clause), value] as [ClauseId, number],
        ),
      )
    },
    latestAudit: async (assembly) => {
      const row = await db
        .selectFrom('audits')
        .select(['body', 'at'])
        .where('assembly', '=', assembly)
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst()
      return row === undefined ? null : { audit: row.body, at: row.at }
    },
  }
}

async function positionOf(db: Kysely<Tables>): Promise<number> {
  const { position } = await db.selectFrom('progress').select('position').executeTakeFirstOrThrow()
  return position
}

async function reset(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`truncate records, votes, revisions, said, charters, round_acts, ratification_ballots, decisions, grants, presses, dials, audits`.execute(
      tx,
    )
    await tx.updateTable('progress').set({ position: 0 }).execute()
  })
}

async function assemblies(db: Kysely<Tables>): Promise<readonly Assembly[]> {
  const rows = await db
    .selectFrom('records')
    .select('body')
    .where('list', '=', 'assembly')
    .orderBy('assembly')
    .execute()
  return rows.flatMap(({ body }) => (body.type === 'assembly' ? [withoutType(body)] : []))
}

async function listening(db: Kysely<Tables>, assembly: AssemblyId): Promise<Listening | null> {
  const said = await db.selectFrom('records').select('body').where('assembly', '=', assembly).execute()
  // An import that was cut short has answers and no name: it is not there yet.
  if (!said.some(({ body }) => body.type === 'assembly')) return null
  const votes = await db
    .selectFrom('votes')
    .select(['participant', 'statement', 'vote', 'at', 'shown'])
    .where('assembly', '=', assembly)
    .execute()
  const records = function* (): Generator<ListeningRecord> {
    for (const { body } of said) yield body
    for (const { participant, statement, vote, at, shown } of votes)
      yield {
        type: 'vote',
        participant: id(participant),
        statement: id(statement),
        vote: voteOf(vote as Sign),
        at,
        shown,
      }
  }
  return listeningOf(records())
}

async function mediated(db: Kysely<Tables>, assembly: AssemblyId): Promise<Mediated> {
  const here = () => db.selectFrom('records').select('body').where('assembly', '=', assembly)
  const written = await here()
    .where('list', '=', 'statement')
    .where(sql<string>`body->>'origin'`, '=', 'mediator')
    .execute()
  const candidates = written.flatMap(({ body }) => (body.type === 'statement' ? [body.id] : []))
  const rounds = await here().where('list', 'in', ['mediation', 'ranking']).execute()
  const reasons =
    candidates.length === 0
      ? []
      : await here()
          .where('list', '=', 'reason')
          .where(sql<string>`body->>'statement'`, 'in', candidates)
          .execute()
  return listeningOf([...written, ...rounds, ...reasons].map(({ body }) => body))
}

async function counts(db: Kysely<Tables>, assembly: AssemblyId): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*)::int from votes where assembly = ${assembly}) as votes,
    (select count(distinct participant)::int from votes where assembly = ${assembly}) as participants,
    (select count(*)::int from records where assembly = ${assembly} and list = 'statement') as statements,
    coalesce((select position from revisions where assembly = ${assembly}), -1) as revision`.execute(db)
  return rows[0] as Counts
}

async function ballot(db: Kysely<Tables>, assembly: AssemblyId, participant: ParticipantId): Promise<Ballot> {
  const rows = await db
    .selectFrom('records as r')
    .leftJoin('votes as own', (join) =>
      join
        .onRef('own.assembly', '=', 'r.assembly')
        .onRef('own.statement', '=', sql<string>`r.body->>'id'`)
        .on('own.participant', '=', participant),
    )
    .select([
      'r.body',
      'own.vote',
      'own.position',
      sql<number>`(select count(*)::int from votes v where v.assembly = r.assembly and v.statement = r.body->>'id')`.as(
        'seen_by',
      ),
    ])
    .where('r.assembly', '=', assembly)
    .where('r.list', '=', 'statement')
    .orderBy('own.position', 'desc')
    .execute()
  const answered: Ballot['answered'][number][] = []
  const unseen: Ballot['unseen'][number][] = []
  for (const { body, vote, position, seen_by } of rows) {
    if (body.type !== 'statement') continue
    const statement: Statement = withoutType(body)
    if (vote !== null && position !== null) answered.push({ statement, vote: voteOf(vote as Sign), position })
    else if (statement.moderation === 'shown') unseen.push({ statement, seenBy: seen_by })
  }
  return { answered, unseen, reflections: await reflections(db, assembly, participant) }
}

async function reflections(db: Kysely<Tables>, assembly: AssemblyId, participant: ParticipantId) {
  const rows = await db
    .selectFrom('records')
    .select('body')
    .where('assembly', '=', assembly)
    .where('participant', '=', participant)
    .where('list', 'in', ['weight', 'second-order'])
    .execute()
  const found = new Map<StatementId, Reflection>()
  for (const { body } of rows) {
    if (body.type !== 'weight' && body.type !== 'second-order') continue
    const before = found.get(body.statement) ?? { matters: null, secondOrder: null }
    found.set(
      body.statement,
      body.type === 'weight' ? { ...before, matters: body.matters } : { ...before, secondOrder: body.says },
    )
  }
  return found
}

async function charters(db: Kysely<Tables>, assembly: AssemblyId): Promise<readonly CharterVersion[]> {
  const rows = await db
    .selectFrom('charters')
    .select(['body', 'hash', 'status', 'since', 'position'])
    .where('assembly', '=', assembly)
    .orderBy('position', 'desc')
    .execute()
  return rows.map(({ body, hash, status, since, position }) => {
    if (contentHash(body) !== hash) throw new Error(`the database holds a charter that is not ${hash}`)
    return { charter: body, hash, status, since, position }
  })
}

const decided = (db: Kysely<Tables>) =>
  db
    .selectFrom('decisions')
    .select(['body', 'contents', 'calls', 'answer', 'reason', 'answered_by', 'answered_at', 'position', 'at'])

type DecidedRow = Awaited<ReturnType<ReturnType<typeof decided>['executeTakeFirstOrThrow']>>

const decidedOf = (row: DecidedRow): Decided => ({
  record: row.body,
  contents: row.contents,
  calls: row.calls,
  answer:
    row.answer === null
      ? null
      : {
          answer: row.answer,
          reason: row.reason ?? '',
          by: row.answered_by ?? '',
          at: row.answered_at ?? '',
        },
  position: row.position,
  at: row.at,
})

function withoutType<T extends { readonly type: string }>(record: T): Omit<T, 'type'> {
  const { type: _, ...rest } = record
  return rest
}
