export * from './bradley-terry.ts'
