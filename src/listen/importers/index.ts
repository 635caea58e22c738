import type { Importer } from './importer.ts'
import { native } from './native.ts'
import { polis } from './polis.ts'

/** Every importer by name: one line each. */
export const importers = {
  polis,
  native,
} as const satisfies Readonly<Record<string, Importer>>
