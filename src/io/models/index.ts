export * from './judge.ts'
export * from './model.ts'
export * from './script.ts'
export * from './scripted.ts'
