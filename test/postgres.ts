import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'

/** A PostgreSQL server of the tests' own, on a free port, in a directory that is thrown away. */
export interface TestPostgres {
  readonly url: string
  stop(): Promise<void>
}

const HOME = '/usr/lib/postgresql'

/** Where PostgreSQL's programs are; null when it is not installed. */
export function postgresPrograms(): string | null {
  if (!existsSync(HOME)) return null
  const [newest] = readdirSync(HOME)
    .filter((version) => Number(version) >= 15 && existsSync(join(HOME, version, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a))
  return newest === undefined ? null : join(HOME, newest, 'bin')
}

export async function startPostgres(programs: string): Promise<TestPostgres> {
  const directory = mkdtempSync(join(tmpdir(), 'parley-postgres-'))
  const as = whoRunsIt()
  if (as.uid !== undefined) chownSync(directory, as.uid, as.gid ?? as.uid)
  const data = join(directory, 'data')
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'parley', '-A', 'trust', '--no-sync'], {
    ...as,
    cwd: directory,
    stdio: 'ignore',
  })
  const port = await freePort()
  const options = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', directory, '-F']
  const server = spawn(join(programs, 'postgres'), options, { ...as, cwd: directory, stdio: 'ignore' })
  const url = `postgres://parley@127.0.0.1:${port}/postgres`
  await answers(url)
  return {
    url,
    stop: async () => {
      await stopped(server)
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; then it runs as the user its package made. */
function whoRunsIt(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const number = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: number('-u'), gid: number('-g') }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      server.close(() => resolve(port))
    })
  })

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return await client.end()
    } catch {
      await wait(100)
    }
  }
  throw new Error('the test database did not come up within 20 s')
}

const stopped = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (server.exitCode !== null) return resolve()
    server.once('exit', () => resolve())
    server.kill('SIGINT')
  })
