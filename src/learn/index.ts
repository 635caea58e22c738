export * from './preferences.ts'
export * from './rewards.ts'
