import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Compiled, compileSource } from './compiled.case.ts'
import { lockDirectory } from './lock.ts'
import { thisProcess } from './running-process.ts'

const NOW = () => new Date('2026-11-21T12:00:00Z')

let compiled: Compiled
let dir: string
const children = new Set<ChildProcess>()

beforeAll(async () => {
  compiled = await compileSource(['kernel', 'io'])
})
afterAll(() => compiled.remove())
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'parley-lock-'))
})
afterEach(async () => {
  await Promise.all([...children].map(kill))
  await rm(dir, { recursive: true, force: true })
})

/** What a child that tries the lock at that moment says. */
async function tried(at = 0): Promise<{ readonly child: ChildProcess; readonly says: string }> {
  const child = spawn(process.execPath, [compiled.file('io/lock-child.case.ts'), dir, String(at)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.add(child)
  if (child.stdout === null) throw new Error('the child has an output')
  const [says] = await once(createInterface(child.stdout), 'line')
  return { child, says: String(says) }
}

async function kill(child: ChildProcess): Promise<void> {
  children.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('the lock of a data directory', () => {
  test('is taken, refused in one line, given back and taken again', async () => {
    const first = await lockDirectory(dir, NOW)
    if (first.kind !== 'held') return expect.fail(first.line)
    expect(await lockDirectory(dir, NOW)).toEqual({
      kind: 'in-use',
      line: `${dir} is in use by process ${process.pid} (since 2026-11-21T12:00:00.000Z); stop it or choose another --data`,
    })
    await first.release()
    expect(await readdir(dir)).toEqual([])
    const second = await lockDirectory(dir, NOW)
    expect(second.kind).toBe('held')
    // Giving back what is no longer held takes nothing from the one who holds it.
    await first.release()
    expect((await lockDirectory(dir, NOW)).kind).toBe('in-use')
  })

  test('makes the directory', async () => {
    expect((await lockDirectory(join(dir, 'a', 'b'), NOW)).kind).toBe('held')
  })

  test('of a process that runs is refused, of a killed one taken over', async () => {
    const { child, says } = await tried()
    expect(says).toBe('held')
    expect(await lockDirectory(dir, NOW)).toMatchObject({
      line: expect.stringContaining(`in use by process ${child.pid} (since `),
    })
    await kill(child)
    expect((await lockDirectory(dir, NOW)).kind).toBe('held')
    expect(await readdir(dir)).toEqual(['lock'])
  })
})

describe('a stale lock', () => {
  const holder = async (changes: object) => {
    const own = { ...(await thisProcess()), id: '01234567-89ab-cdef-0123-456789abcdef', since: 'before' }
    return `${JSON.stringify({ ...own, ...changes })}\n`
  }
  const retake = async (content: string) => {
    await writeFile(join(dir, 'lock'), content)
    return (await lockDirectory(dir, NOW)).kind
  }

  test('is known by the start of the machine, the start of the process, or no process at all', async () => {
    expect(await retake(await holder({}))).toBe('in-use')
    expect(await retake(await holder({ boot: 'another start' }))).toBe('held')
    expect(await retake(await holder({ started: '1' }))).toBe('held')
    expect(await retake(await holder({ pid: 2 ** 22 + 1 }))).toBe('held')
    expect(await retake('')).toBe('held') // what a power loss may leave
    expect(await retake('not a lock')).toBe('held')
  })

  test('where the system says nothing but the number, a running process keeps it', async () => {
    expect(await retake(await holder({ boot: null, started: null }))).toBe('in-use')
  })

  test('whose successor died before it took its place goes to the next', async () => {
    const dead = { pid: 2 ** 22 + 1 }
    const [one, two] = ['11111111-1111-1111-1111-111111111111', '22222222-2222-2222-2222-222222222222']
    await writeFile(join(dir, 'lock'), await holder({ ...dead, id: one }))
    await writeFile(join(dir, `lock.after-${one}`), await holder({ ...dead, id: two }))
    expect((await lockDirectory(dir, NOW)).kind).toBe('held')
    expect(await readdir(dir)).toEqual(['lock'])
    expect(await readFile(join(dir, 'lock'), 'utf8')).toContain(`"pid":${process.pid}`)
  })

  test('whose successor runs is its successor’s', async () => {
    const one = '11111111-1111-1111-1111-111111111111'
    await writeFile(join(dir, 'lock'), await holder({ pid: 2 ** 22 + 1, id: one }))
    await writeFile(join(dir, `lock.after-${one}`), await holder({}))
    expect((await lockDirectory(dir, NOW)).kind).toBe('in-use')
  })

  test('changing hands among many, given back or left behind by the dead, is never held twice', async () => {
    const deadNow = { pid: 2 ** 22 + 1 }
    let holders = 0
    let held = 0
    const worker = async (number: number): Promise<void> => {
      for (let round = 0; round < 40; round++) {
        const result = await lockDirectory(dir, NOW)
        if (result.kind === 'in-use') continue
        held++
        expect(++holders, 'holders at once').toBe(1)
        await wait((number + round) % 3)
        holders--
        if ((number + round) % 2 === 0) await result.release()
        else {
          const { id } = JSON.parse(await readFile(join(dir, 'lock'), 'utf8'))
          await writeFile(join(dir, 'dying'), await holder({ ...deadNow, id }))
          await rename(join(dir, 'dying'), join(dir, 'lock'))
        }
      }
    }
    await Promise.all(Array.from({ length: 16 }, (_, number) => worker(number)))
    expect(held).toBeGreaterThan(16)
  })

  test('found by six processes at once is won by exactly one, ten times', async () => {
    let last = (await tried()).child
    for (let round = 0; round < 10; round++) {
      await kill(last)
      const all = await Promise.all(Array.from({ length: 6 }, () => tried(Date.now() + 600)))
      const winners = all.filter(({ says }) => says === 'held')
      expect(winners.length, all.map(({ says }) => says).join('\n')).toBe(1)
      const [winner] = winners
      if (winner === undefined) return
      for (const { says } of all)
        if (says !== 'held') expect(says).toContain(`is in use by process ${winner.child.pid} (since `)
      await Promise.all(all.flatMap(({ child }) => (child === winner.child ? [] : [kill(child)])))
      last = winner.child
    }
  })
})
