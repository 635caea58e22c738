import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Bytes, base64, chance, hex, utf8 } from '../../kernel/index.ts'
import { verifyLedger, verifyReceipt } from '../../kernel/ledger/index.ts'
import { type Compiled, compileSource } from '../compiled.case.ts'
import { disk } from './file-layer.ts'
import { allOf, opened, refusal, verdictOf, vote } from './ledger.case.ts'

/** The ledger on the disk of this machine. */
let dir: string
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), 'parley-ledger-')), 'data', 'ledger')
})
afterEach(() => rm(join(dir, '..', '..'), { recursive: true, force: true }))

describe('killed while eight clients record', () => {
  let compiled: Compiled
  beforeAll(async () => {
    compiled = await compileSource(['kernel', 'io'])
  })
  afterAll(() => compiled.remove())

  /** Runs the clients, kills them after a while, and returns what they were told. */
  async function killedAfter(milliseconds: number, round: number): Promise<readonly string[]> {
    const script = compiled.file('io/ledger/append-child.case.ts')
    const child = spawn(process.execPath, [script, dir, `r${round}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const heard: Buffer[] = []
    child.stdout.on('data', (data: Buffer) => heard.push(data))
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])
    await wait(milliseconds)
    child.kill('SIGKILL')
    await once(child, 'close')
    return Buffer.concat(heard)
      .toString()
      .split('\n')
      .filter((line) => line !== '')
  }

  test('ten times over: nothing acknowledged is lost, nothing is recorded twice, the record verifies', async () => {
    const told = new Map<number, string>()
    const draw = chance('moments to kill')
    for (let round = 0; round < 10; round++) {
      const lines = await killedAfter(10 + draw.below(240), round)
      expect(lines.length).toBeGreaterThan(0)
      for (const line of lines) told.set(Number(line.split(' ')[0]), line.slice(line.indexOf(' ') + 1))
      const ledger = await opened(disk, dir)
      const entries = await allOf(ledger)
      const said = entries.map((entry) =>
        entry.kind === 'content' ? (entry.content as { said: string }).said : '',
      )
      for (const [index, words] of told)
        expect(said[index], `entry ${index} after round ${round}`).toBe(words)
      expect(new Set(said).size).toBe(said.length)
      expect(await verdictOf(disk, ledger.vkey, dir)).toMatchObject({
        kind: 'sound',
        entries: entries.length,
      })
      await ledger.close()
    }
    expect(told.size).toBeGreaterThan(100)
  })
})

describe('on a real disk', () => {
  test('files are for their owner alone, and the secret is nowhere else', async () => {
    const ledger = await opened(disk, dir)
    await ledger.append([vote('p1')])
    await ledger.export(join(dir, 'out.ledger'))
    const names = await readdir(dir)
    expect(names.sort()).toEqual(
      ['content.jsonl', 'events.checkpoint', 'events.ledger', 'keys.bin', 'ledger.key', 'out.ledger'].sort(),
    )
    for (const name of names) expect((await stat(join(dir, name))).mode & 0o777, name).toBe(0o600)
    const secret = new Uint8Array(await readFile(join(dir, 'ledger.key')))
    expect(secret.length).toBe(32)
    for (const spelling of [secret, utf8(base64(secret)), utf8(hex(secret))])
      expect(await found(spelling)).toEqual(spelling === secret ? ['ledger.key'] : [])
    await ledger.close()
  })

  test('erased words are nowhere on the disk, and every proof still holds', async () => {
    const canary = `canary ${randomBytes(12).toString('hex')}`
    const ledger = await opened(disk, dir)
    for (let at = 0; at < 20; at++)
      await ledger.append([vote(`p${at}`), { type: 'statement', content: canary }])
    const salts: Bytes[] = []
    for (let index = 1; index < 40; index += 2) {
      const { salt } = JSON.parse(await ledger.receipt(index)).recorded
      salts.push(new Uint8Array(Buffer.from(salt, 'base64')))
      await ledger.erase(index)
    }
    await ledger.export(join(dir, 'out.ledger'))
    await ledger.close()
    for (const spelling of [
      utf8(canary),
      utf8(base64(utf8(canary)).slice(0, 20)),
      utf8(hex(utf8(canary))),
      ...salts,
    ])
      expect(await found(spelling)).toEqual([])

    const again = await opened(disk, dir)
    expect((await allOf(again)).filter(({ kind }) => kind === 'erased').length).toBe(20)
    const exported = await readFile(join(dir, 'out.ledger'))
    expect(verifyLedger(exported, { checkpoint: null, vkey: again.vkey })).toMatchObject({
      kind: 'sound',
      entries: 60,
    })
    for (const index of [0, 1, 39, 41])
      expect(verifyReceipt(await again.receipt(index), { vkey: again.vkey, ledger: exported }).kind).toBe(
        'sound',
      )
    await again.close()
  })

  test('a record that lost its end is refused', async () => {
    const ledger = await opened(disk, dir)
    for (let at = 0; at < 3; at++) await ledger.append([vote(`p${at}`)])
    await ledger.close()
    const path = join(dir, 'events.ledger')
    const bytes = await readFile(path)
    const file = await disk.open(path)
    await file.truncate(bytes.lastIndexOf(0x0a, bytes.length - 2) + 1)
    await file.close()
    expect(await refusal(disk, dir)).toBe(
      `${path}, line 4: found the end of the record after 2 entries, expected 3, as the signed checkpoint says`,
    )
  })

  test('eight clients record side by side (the figure is printed, not judged)', async () => {
    const ledger = await opened(disk, dir)
    const each = 250
    const start = performance.now()
    const client = async (name: string): Promise<void> => {
      for (let count = 0; count < each; count++) await ledger.append([vote(`${name} ${count}`)])
    }
    await Promise.all(Array.from({ length: 8 }, (_, number) => client(`c${number}`)))
    const seconds = (performance.now() - start) / 1000
    console.log(
      `ledger: ${Math.round((8 * each) / seconds)} appends a second, 8 clients, each waiting for its own`,
    )
    expect(ledger.size()).toBe(8 * each)
    expect(await verdictOf(disk, ledger.vkey, dir)).toMatchObject({ kind: 'sound' })
    await ledger.close()
  })
})

/** The files of the directory that hold some bytes. */
async function found(trace: Bytes): Promise<readonly string[]> {
  const names = await readdir(dir)
  const held = await Promise.all(
    names.map(async (name) => (await readFile(join(dir, name))).includes(Buffer.from(trace))),
  )
  return names.filter((_, at) => held[at])
}
