import { afterAll, beforeAll, describe } from 'vitest'
import { postgresPrograms, startPostgres, type TestPostgres } from '../../../test/postgres.ts'
import { postgresStore } from './postgres.ts'
import { storeCase } from './store.case.ts'

const programs = postgresPrograms()
if (programs === null)
  console.log('skipped: the store on PostgreSQL, because no PostgreSQL 15 or later is installed')

describe.skipIf(programs === null)('the store on PostgreSQL', () => {
  let server: TestPostgres | null = null

  beforeAll(async () => {
    server = await startPostgres(programs ?? '')
  })

  afterAll(() => server?.stop())

  storeCase(() => postgresStore(server?.url ?? ''))
})
