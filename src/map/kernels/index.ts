import type { Votes } from '../votes/matrix.ts'
import type { Kernels } from './kernels.ts'
import { typeScript } from './typescript/index.ts'
import { webAssembly } from './webassembly/index.ts'

export * from './kernels.ts'
export { typeScript }

/** The fastest kernels that can take these votes on this machine. */
export const kernelsFor = ({ statement }: Votes): Kernels =>
  statement instanceof Uint16Array ? usualKernels() : typeScript

let usual: Kernels | null = null

/** The fastest kernels on this machine. */
export function usualKernels(): Kernels {
  usual ??= webAssembly() ?? typeScript
  return usual
}
