import type { Bench } from './bench.ts'

/** Every bench, one line each. */
export const BENCHES: readonly Bench[] = []
export * from './bench.ts'
