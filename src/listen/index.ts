export * from './case-record.ts'
export * from './listening.ts'
export * from './parse-record.ts'
export * from './record.ts'
