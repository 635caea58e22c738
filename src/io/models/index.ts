export * from './model.ts'
export * from './openai-compatible.ts'
export * from './script.ts'
export * from './scripted.ts'
