/** The kernels of src/map/kernels/assembly as a WebAssembly module. */
export function compileKernels(): Promise<Uint8Array>
