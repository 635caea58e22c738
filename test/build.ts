// @ts-expect-error: a script without dependencies and without types, because it runs before there are any
import { ensureBuilt } from '../scripts/bootstrap.mjs'

/** Threads and processes start from the built files: build before the suites that start them. */
export default function setup(): void {
  ensureBuilt()
}
