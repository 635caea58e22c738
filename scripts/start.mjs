// `npm start`: everything on http://127.0.0.1:4180, with a sample assembly.
import { ensureBuilt, ensureInstalled, ROOT } from './bootstrap.mjs'

ensureInstalled()
ensureBuilt()
const { main } = await import(`${ROOT}dist/app/cli/main.js`)
process.exitCode = await main(['serve', '--sample', ...process.argv.slice(2)])
