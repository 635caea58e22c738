export * from './bradley-terry.ts'
export * from './preferences.ts'
export * from './rewards.ts'
