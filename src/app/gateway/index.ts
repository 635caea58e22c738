export * from './deps.ts'
export * from './gateway.ts'
export { headersOf } from './responses.ts'
