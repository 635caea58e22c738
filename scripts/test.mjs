// `npm test`: every suite, then one line that counts them. Arguments go to Vitest.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureBuilt, ensureInstalled, ROOT } from './bootstrap.mjs'

const REPORT = `${ROOT}.parley/test-report.json`

ensureInstalled()
ensureBuilt()
mkdirSync(`${ROOT}.parley`, { recursive: true })
// What an earlier run reported says nothing about this one.
rmSync(REPORT, { force: true })
const vitest = [`${ROOT}node_modules/vitest/vitest.mjs`, 'run', '--reporter=default', '--reporter=json']
const { status } = spawnSync(
  process.execPath,
  [...vitest, `--outputFile.json=${REPORT}`, ...process.argv.slice(2)],
  {
    cwd: ROOT,
    stdio: 'inherit',
  },
)
const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(REPORT, 'utf8'))
// A file that could not even be loaded has no failed tests; it is a failure all the same.
const failed = Math.max(numFailedTests, status === 0 ? 0 : 1)
if (numPendingTests > 0) console.log(`${numPendingTests} skipped, with the reason above`)
console.log(`${numPassedTests} passed, ${failed} failed`)
process.exitCode = status ?? 1
