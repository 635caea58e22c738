export * from './deps.ts'
export * from './gateway.ts'
export { readReply } from './reading.ts'
export { headersOf } from './responses.ts'
