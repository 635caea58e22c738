// `npm run build:kernels`: compiles the AssemblyScript kernels into the module that is committed beside them.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compileKernels } from './compile-kernels.mjs'

const target = new URL('../src/map/kernels/webassembly/module.ts', import.meta.url)
const bytes = await compileKernels()
writeFileSync(
  fileURLToPath(target),
  `// Made from ../assembly by \`npm run build:kernels\`: ${bytes.length} bytes, in base64.
export const MODULE =
  '${Buffer.from(bytes).toString('base64')}'
`,
)
process.stderr.write(`${bytes.length} bytes\n`)
