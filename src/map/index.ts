export * from './opinion-map.ts'
