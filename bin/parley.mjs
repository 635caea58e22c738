#!/usr/bin/env node
// `npx parley <command>` inside the clone: installs and builds when needed, then runs the command.
import { ensureBuilt, ensureInstalled, ROOT } from '../scripts/bootstrap.mjs'

ensureInstalled()
ensureBuilt()
const { main } = await import(`${ROOT}dist/app/cli/main.js`)
process.exitCode = await main(process.argv.slice(2))
