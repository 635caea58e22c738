export * from './codec.ts'
export * from './figures.ts'
export * from './json-schema.ts'
export * from './schema.ts'
