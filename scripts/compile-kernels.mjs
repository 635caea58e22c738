// The kernels of src/map/kernels/assembly as a WebAssembly module, always with the same settings.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const FOLDER = new URL('../src/map/kernels/assembly/', import.meta.url)
// Nothing is allocated and nothing checked: the callers lay out the memory, and address 0 is theirs too.
const SETTINGS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--memoryBase', '0']

/** Compiles them; throws with the compiler's words where that fails. */
export async function compileKernels() {
  const { main } = await import('assemblyscript/asc')
  const written = new Map()
  const { error, stderr } = await main(['index.ts', '-o', 'kernels.wasm', ...SETTINGS], {
    readFile: (name) => readOwn(name),
    writeFile: (name, content) => void written.set(name, content),
    listFiles: () => [],
  })
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`)
  return written.get('kernels.wasm')
}

function readOwn(name) {
  try {
    return readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8')
  } catch {
    // The compiler asks for names that need not exist, such as a folder's index.
    return null
  }
}
