import { type LinearMemory, linearMemory } from './linear-memory.ts'
import { MODULE } from './module.ts'
import { api, type Memory } from './web-assembly.ts'

/** One copy of the module with a memory of its own. */
export interface Instance {
  readonly call: Exports
  readonly memory: LinearMemory
}

/** What the module exports: the functions of `assembly/`, whose addresses are numbers of bytes. */
export type Exports = Readonly<
  Record<
    | 'bridgingSums'
    | 'columnStats'
    | 'covarianceTimes'
    | 'distanceSums'
    | 'matrixTimes'
    | 'pairCounts'
    | 'project'
    | 'tally',
    (...numbers: number[]) => void
  >
>

/**
 * What makes copies of the module, compiled once: that takes a few milliseconds, a copy microseconds.
 *
 * Errors: none; null where there is no WebAssembly, or none with SIMD.
 */
export function instances(): (() => Instance) | null {
  const webAssembly = api()
  const bytes = Uint8Array.from(atob(MODULE), (character) => character.charCodeAt(0))
  if (webAssembly === undefined || !webAssembly.validate(bytes)) return null
  const module = new webAssembly.Module(bytes)
  return () => {
    const { memory, ...call } = new webAssembly.Instance(module).exports
    return { call: call as Exports, memory: linearMemory(memory as Memory) }
  }
}
