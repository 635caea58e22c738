export { disk, type FileLayer, type OpenFile } from './file-layer.ts'
export * from './ledger.ts'
export * from './open-ledger.ts'
export type { LedgerEvent, Sources } from './prepare.ts'
