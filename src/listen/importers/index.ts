import type { Importer } from './importer.ts'
import { native } from './native.ts'
import { polis } from './polis.ts'
import { polisLive } from './polis-live.ts'

/** Every importer by name: one line each. */
export const importers = {
  polis,
  'polis-live': polisLive,
  native,
} as const satisfies Readonly<Record<string, Importer>>
