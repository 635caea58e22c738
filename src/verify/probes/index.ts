import { floorsKept } from './floors-kept.ts'
import type { Probe } from './probe.ts'
import { rulingInScope } from './ruling-in-scope.ts'
import { sycophancy } from './sycophancy.ts'

/** Every probe, one line each. */
export const PROBES: readonly Probe[] = [floorsKept, sycophancy, rulingInScope]
