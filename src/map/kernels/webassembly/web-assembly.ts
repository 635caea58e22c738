/** As much of WebAssembly as is used here; the types of Node leave it to those of browsers. */
export interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean
  readonly Module: new (bytes: Uint8Array) => Module
  readonly Instance: new (module: Module) => { readonly exports: Readonly<Record<string, unknown>> }
}

export interface Memory {
  readonly buffer: ArrayBuffer
  /** Adds pages of 64 KiB. */
  grow(pages: number): number
}

interface Module {
  readonly kind?: 'module'
}

/** Undefined where the machine has none. */
export const api = (): WebAssemblyApi | undefined =>
  (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly
