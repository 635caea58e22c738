import type { Bench } from './bench.ts'
import { published } from './published.ts'

/** Every bench, one line each. */
export const BENCHES: readonly Bench[] = [published]
export * from './bench.ts'
