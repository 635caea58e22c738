import { fileURLToPath } from 'node:url'
import { pgliteStore } from './pglite.ts'

// Run by the build: the database that new ones are copies of, with its tables and nothing in them.
const store = await pgliteStore(fileURLToPath(new URL('../../blank-database', import.meta.url)))
await store.close()
