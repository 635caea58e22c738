export * from './slate.ts'
