export * from './codec.ts'
export * from './figures.ts'
export * from './schema.ts'
