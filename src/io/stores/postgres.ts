import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

/** The store on a PostgreSQL server, 15 or later, by its URL. */
export async function postgresStore(url: string): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: 8 })
  // An idle connection that breaks must not end the process; the next query opens another or says why it cannot.
  pool.on('error', () => undefined)
  return sqlStore('postgres', new Kysely({ dialect: new PostgresDialect({ pool }) }))
}
