import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect } from 'vitest'

/**
 * Compares text with a file that is kept beside the tests. A mismatch writes `.new` next to it, so that a change of
 * politics shows as a difference somebody has to accept by moving the file.
 */
export function expectGolden(path: string, actual: string): void {
  const kept = existsSync(path) ? readFileSync(path, 'utf8') : null
  if (kept === actual) return
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(`${path}.new`, actual)
  expect(actual, `${path} differs; look at ${path}.new and move it there if it is right`).toBe(kept)
}
