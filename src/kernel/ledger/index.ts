export * from './entry.ts'
export * from './forest.ts'
export * from './proofs.ts'
export * from './tree.ts'
