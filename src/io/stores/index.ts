export { pgliteStore } from './pglite.ts'
export { postgresStore } from './postgres.ts'
export * from './store.ts'
