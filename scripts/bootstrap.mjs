// Makes a fresh clone ready with nothing but Node and npm: installs when the lock changed, builds when the source
// changed. No dependencies, because it runs before there are any.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('..', import.meta.url))
const at = (path) => `${ROOT}${path}`

/** Installs exactly what the lock names, if that is not what is there. */
export function ensureInstalled() {
  requireNode()
  const wanted = digestOf(['package-lock.json'])
  if (stampOf('node_modules/.parley-lock') === wanted) return
  say('Installing what the lock names (once, about a minute) …')
  run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(at('node_modules/.parley-lock'), wanted)
}

/** Compiles the source into `dist/`, if it is not what is there. A build that fails leaves the last one in place. */
export function ensureBuilt() {
  const wanted = digestOf(['package-lock.json', 'tsconfig.json', 'tsconfig.build.json', ...sources()])
  if (stampOf('dist/.stamp') === wanted) return
  say('Building …')
  const fresh = `.build-${process.pid}`
  try {
    build(fresh)
    writeFileSync(at(`${fresh}/.stamp`), wanted)
    rmSync(at(`${fresh}.old`), { recursive: true, force: true })
    if (existsSync(at('dist'))) renameSync(at('dist'), at(`${fresh}.old`))
    renameSync(at(fresh), at('dist'))
  } finally {
    rmSync(at(fresh), { recursive: true, force: true })
    rmSync(at(`${fresh}.old`), { recursive: true, force: true })
  }
}

function build(folder) {
  const tsc = at('node_modules/typescript-7/bin/tsc')
  run(process.execPath, [tsc, '-p', 'tsconfig.build.json', '--outDir', folder])
  if (existsSync(at('src/web/browser/tsconfig.json'))) {
    run(process.execPath, [tsc, '-p', 'src/web/browser/tsconfig.json', '--outDir', `${folder}/web/browser`])
  }
  mkdirSync(at(`${folder}/web`), { recursive: true })
  if (existsSync(at('src/web/styles')))
    cpSync(at('src/web/styles'), at(`${folder}/web/styles`), { recursive: true })
  blankDatabase(folder)
}

/** The database that new ones are copies of; the last build's is kept if another would be the same. */
function blankDatabase(folder) {
  const [place, stamp] = ['blank-database', 'blank-database.stamp']
  const wanted = digestOf(['package-lock.json', 'src/io/stores/migrations.ts'])
  if (stampOf(`dist/${stamp}`) === wanted)
    cpSync(at(`dist/${place}`), at(`${folder}/${place}`), { recursive: true })
  else run(process.execPath, [at(`${folder}/io/stores/make-blank-database.js`)])
  writeFileSync(at(`${folder}/${stamp}`), wanted)
}

const sources = () =>
  readdirSync(at('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(test|case)\.tsx?$/.test(entry.name))
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`.slice(ROOT.length))
    .sort()

function digestOf(files) {
  const hash = createHash('sha256').update(process.version)
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(at(file)))
      .update('\0')
  return hash.digest('hex')
}

function stampOf(path) {
  return existsSync(at(path)) ? readFileSync(at(path), 'utf8') : null
}

function run(command, args) {
  const shell = process.platform === 'win32' && command === 'npm'
  const { status, error } = spawnSync(command, args, { cwd: ROOT, stdio: ['ignore', 2, 2], shell })
  if (error) stop(`${command} could not be started: ${error.message}`)
  if (status !== 0) stop(`"${command} ${args.join(' ')}" failed; what it said is above`)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    stop(`Parley needs Node 20.19 or later; this is ${process.version}`)
}

// Messages go to standard error: standard output belongs to the command that follows.
const say = (line) => process.stderr.write(`${line}\n`)

/** Ends the process with one line, after whoever called has tidied up. */
function stop(line) {
  process.exitCode = 2
  throw new Stopped(line)
}

class Stopped extends Error {}

process.on('uncaughtException', (error) => {
  say(error instanceof Stopped ? error.message : String(error?.stack ?? error))
  process.exit(process.exitCode || 1)
})
