import type { Importer } from './importer.ts'
import { native } from './native.ts'

/** Every importer by name: one line each. */
export const importers = {
  native,
} as const satisfies Readonly<Record<string, Importer>>
