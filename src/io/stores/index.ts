export { pgliteStore } from './pglite.ts'
export * from './store.ts'
