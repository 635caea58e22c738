import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'

/** What a query is answered with; the same over a thread or in one. */
export interface Answer {
  readonly rows: readonly unknown[]
  readonly affected: number
}

/** Something that runs one query after the other. */
export interface Engine {
  query(text: string, parameters: readonly unknown[]): Promise<Answer>
  close(): Promise<void>
}

/** Kysely over an embedded PostgreSQL: one connection, handed to one user at a time. */
export const pgliteDialect = (engine: Engine): Dialect => ({
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => driver(engine),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
})

function driver(engine: Engine): Driver {
  const connection: DatabaseConnection = {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const { rows, affected } = await engine.query(sql, parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(affected) }
    },
    // biome-ignore lint/correctness/useYield: the contract asks for a generator; this database answers at once
    async *streamQuery() {
      throw new Error('the embedded database does not stream')
    },
  }
  const turn = turns()
  const run = (text: string) => engine.query(text, []).then(() => undefined)
  return {
    init: async () => undefined,
    acquireConnection: () => turn.take().then(() => connection),
    releaseConnection: async () => turn.give(),
    beginTransaction: () => run('begin'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    destroy: () => engine.close(),
  }
}

/** One at a time, first come first served. */
function turns() {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    take: () =>
      new Promise<void>((resolve) => {
        if (taken) waiting.push(resolve)
        else {
          taken = true
          resolve()
        }
      }),
    give: () => {
      const next = waiting.shift()
      if (next === undefined) taken = false
      else next()
    },
  }
}
