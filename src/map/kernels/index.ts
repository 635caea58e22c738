import type { Votes } from '../votes/matrix.ts'
import type { Kernels } from './kernels.ts'
import { typeScript } from './typescript/index.ts'
import { webAssembly } from './webassembly/index.ts'

export * from './kernels.ts'

/** The fastest kernels that can take these votes on this machine. */
export const kernelsFor = ({ statement }: Votes): Kernels =>
  statement instanceof Uint16Array ? usual() : typeScript

let found: Kernels | null = null

function usual(): Kernels {
  found ??= webAssembly() ?? typeScript
  return found
}
