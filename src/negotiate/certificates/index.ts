import type { Certifier } from './certificate.ts'
import { core } from './core.ts'
import { ejrPlus } from './ejr-plus.ts'
import { exploitability } from './exploitability.ts'
import { leastServed, smallestPart } from './least-gain.ts'
import { nashGap } from './nash-gap.ts'

/** Every property that can be certified or refuted, one line each. */
export const CERTIFIERS: readonly Certifier[] = [
  ejrPlus,
  core,
  exploitability,
  nashGap,
  leastServed,
  smallestPart,
]
