/** A copy that travels between threads without another. */
export function onSharedMemory(counts: Int32Array): Int32Array {
  const copy = new Int32Array(new SharedArrayBuffer(counts.byteLength))
  copy.set(counts)
  return copy
}
