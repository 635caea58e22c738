/**
 * Where the compiled file of a worker thread is.
 *
 * Node 20 cannot start a thread from TypeScript, so a test that runs the source starts the built file; the suites
 * that do so build first.
 *
 * @example
 * workerFile('file:///parley/dist/io/stores/pglite.js', './pglite-worker.js').pathname // => '/parley/dist/io/stores/pglite-worker.js'
 * workerFile('file:///parley/src/io/stores/pglite.ts', './pglite-worker.js').pathname // => '/parley/dist/io/stores/pglite-worker.js'
 */
export function workerFile(importer: string, file: string): URL {
  return new URL(
    file,
    importer.endsWith('.ts') ? importer.replace(/\/src\/(?!.*\/src\/)/, '/dist/') : importer,
  )
}
