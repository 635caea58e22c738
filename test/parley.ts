import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { vi } from 'vitest'
import { main } from '../src/app/cli/main.ts'
import { freePort } from './postgres.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What a command ended with. */
export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs `parley` as a person would, in a process of its own. */
export function parley(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const child = spawn(process.execPath, [join(ROOT, 'bin/parley.mjs'), ...args], {
    cwd: ROOT,
    env: { ...process.env, ...environment },
  })
  return new Promise((resolve) => {
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('close', (code) => resolve({ code: code ?? -1, out, err }))
  })
}

/** The same in this process, for long work whose code is warm by the second time. */
export async function parleyHere(args: readonly string[]): Promise<Ran> {
  const said = { out: '', err: '' }
  const listenTo = (stream: NodeJS.WriteStream, name: 'out' | 'err') =>
    vi.spyOn(stream, 'write').mockImplementation((text) => {
      said[name] += String(text)
      return true
    })
  const spies = [listenTo(process.stdout, 'out'), listenTo(process.stderr, 'err')]
  try {
    return { code: await main(args), ...said }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

/** A running server, in a process of its own. */
export interface Server {
  readonly address: string
  readonly process: ChildProcess
  /** What it wrote to standard error. */
  readonly said: () => string
  stop(): Promise<void>
  kill(): Promise<void>
}

export async function startServer(data: string, args: readonly string[] = []): Promise<Server> {
  const port = await freePort()
  const child = spawn(
    process.execPath,
    [join(ROOT, 'bin/parley.mjs'), 'serve', '--port', String(port), '--data', data, ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  child.stdout.resume()
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const address = `http://127.0.0.1:${port}`
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const server = {
    address,
    process: child,
    said: () => said,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
  for (let attempt = 0; attempt < 1200; attempt++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said}`)
    if ((await fetch(`${address}/healthz`).catch(() => null))?.ok) return server
    await wait(100)
  }
  await server.kill()
  throw new Error(`the server did not come up within two minutes: ${said}`)
}

/** A browser without a screen: keeps cookies, sends forms as pages do. */
export interface Visitor {
  get(path: string): Promise<{ readonly status: number; readonly text: string }>
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<{ readonly status: number; readonly location: string | null }>
}

export function visitor(address: () => string): Visitor {
  const jar = new Map<string, string>()
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const keep = (response: Response) => {
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=')
      jar.set(name, value)
    }
  }
  return {
    async get(path) {
      // A redirect is followed by hand: `fetch` would lose the cookies that come with it.
      for (let url = `${address()}${path}`; ; ) {
        const response = await fetch(url, { headers: headers(), redirect: 'manual' })
        keep(response)
        const onward = response.headers.get('location')
        if (onward === null) return { status: response.status, text: await response.text() }
        url = new URL(onward, url).href
      }
    },
    async post(path, fields) {
      const response = await fetch(`${address()}${path}`, {
        method: 'POST',
        headers: { ...headers(), origin: address() },
        body: new URLSearchParams(fields),
        redirect: 'manual',
      })
      keep(response)
      await response.arrayBuffer()
      return { status: response.status, location: response.headers.get('location') }
    },
  }
}

/** A directory that is thrown away after the test. */
export interface Scratch {
  readonly path: string
  remove(): void
}

export function scratch(): Scratch {
  const path = mkdtempSync(join(tmpdir(), 'parley-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
