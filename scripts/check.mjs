// `npm run check`: types, lint, unused code and unit tests. What needs one core runs beside the other; the tests take all.
import { spawn } from 'node:child_process'
import { ROOT } from './bootstrap.mjs'

const bin = (name) => `${ROOT}node_modules/${name}`
const KEPT = ['--incremental', '--tsBuildInfoFile', bin('.cache/check.tsbuildinfo')]

/** Runs one tool after the other until one finds something. */
async function inTurn(tools) {
  for (const tool of tools) if ((await ended(tool)) !== 0) return false
  return true
}

/** What a tool says is shown when it ends, so that two do not talk at once. */
function ended([name, ...args]) {
  const child = spawn(process.execPath, [bin(name), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  return new Promise((resolve) => {
    child.on('close', (code) => {
      process.stderr.write(Buffer.concat(said))
      resolve(code ?? 1)
    })
  })
}

function tested() {
  const vitest = [bin('vitest/vitest.mjs'), 'run', '--project', 'unit']
  const child = spawn(process.execPath, vitest, { cwd: ROOT, stdio: 'inherit' })
  return new Promise((resolve) => {
    child.on('close', (code) => resolve(code === 0))
  })
}

const read = await Promise.all([
  inTurn([['typescript-7/bin/tsc', '--noEmit', ...KEPT]]),
  inTurn([['@biomejs/biome/bin/biome', 'check', '.'], ['knip/bin/knip.js']]),
])
process.exitCode = read.every(Boolean) && (await tested()) ? 0 : 1
