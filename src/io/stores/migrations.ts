import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { Tables } from './tables.ts'

/** One set of migrations for every database. Never edit one that was released: add the next. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-fold-of-the-ledger': {
    async up(db) {
      const create = (text: string) => sql.raw(text).execute(db)
      await create(
        'create table progress (one boolean primary key default true check (one), position integer not null, ledger text)',
      )
      await create('insert into progress (position) values (0)')
      await create(
        'create table records (assembly text not null, list text not null, key text not null, participant text, body jsonb not null, position integer not null, primary key (assembly, list, key))',
      )
      await create(
        'create index records_by_participant on records (assembly, participant) where participant is not null',
      )
      await create(
        'create table votes (assembly text not null, participant text not null, statement text not null, vote smallint not null, at text, shown double precision, position integer not null, primary key (assembly, participant, statement))',
      )
      await create('create index votes_by_statement on votes (assembly, statement)')
      await create('create table revisions (assembly text primary key, position integer not null)')
      await create(
        'create table said (assembly text not null, participant text not null, position integer not null, primary key (assembly, participant, position))',
      )
      await create(
        "create table charters (assembly text not null, hash text not null, status text not null, body jsonb not null, roll jsonb not null default '{}', since text not null, position integer not null, primary key (assembly, hash))",
      )
      await create(
        'create table ratification_ballots (assembly text not null, hash text not null, participant text not null, body jsonb not null, position integer not null, primary key (assembly, hash, participant))',
      )
      await create(
        'create table decisions (id text primary key, assembly text not null, kind text not null, body jsonb not null, contents jsonb, calls jsonb not null, answer text, reason text, answered_by text, answered_at text, at text not null, position integer not null)',
      )
      await create('create index decisions_by_assembly on decisions (assembly, position)')
      await create(
        'create table grants (assembly text not null, digest text not null, approved_at text not null, position integer not null, primary key (assembly, digest, position))',
      )
      await create(
        'create table presses (position integer primary key, press text not null, reason text not null, by text not null, at text not null)',
      )
      await create(
        'create table dials (assembly text not null, participant text not null, body jsonb not null, position integer not null, primary key (assembly, participant))',
      )
      await create(
        'create table audits (assembly text not null, position integer not null, body jsonb not null, at text not null, primary key (assembly, position))',
      )
    },
  },
  '0002-rounds': {
    async up(db) {
      await sql`create table round_acts (assembly text not null, round text not null, body jsonb not null, at text not null, position integer primary key)`.execute(
        db,
      )
      await sql`create index round_acts_by_round on round_acts (assembly, round, position)`.execute(db)
    },
  },
}

/** Brings a database up to date; does nothing to one that is. */
export async function migrate(db: Kysely<Tables>): Promise<void> {
  // The migrator reads the whole catalogue before it finds that nothing is to be done.
  if (await isUpToDate(db)) return
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } })
  const { error } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
}

async function isUpToDate(db: Kysely<Tables>): Promise<boolean> {
  const { rows: tables } = await sql<{ there: boolean }>`
    select to_regclass('kysely_migration') is not null as there`.execute(db)
  if (tables[0]?.there !== true) return false
  const { rows: done } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    db,
  )
  return done.map(({ name }) => name).join() === Object.keys(MIGRATIONS).sort().join()
}
