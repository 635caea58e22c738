import type { Bench } from './bench.ts'
import { bridging } from './bridging.ts'
import { capture } from './capture.ts'
import { comparisons } from './comparisons.ts'
import { conflicts } from './conflicts.ts'
import { coverage } from './coverage.ts'
import { groups } from './groups.ts'
import { harm } from './harm.ts'
import { kernels } from './kernels.ts'
import { live } from './live.ts'
import { map } from './map.ts'
import { profiles } from './profiles.ts'
import { published } from './published.ts'
import { questions } from './questions.ts'
import { ratification } from './ratification.ts'
import { rules } from './rules.ts'
import { voices } from './voices.ts'

/** Every bench, one line each. */
export const BENCHES: readonly Bench[] = [
  bridging,
  capture,
  comparisons,
  conflicts,
  coverage,
  groups,
  harm,
  kernels,
  live,
  map,
  profiles,
  published,
  questions,
  ratification,
  rules,
  voices,
]
export * from './bench.ts'
