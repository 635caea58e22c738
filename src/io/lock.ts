import { randomUUID } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { hex, sha256 } from '../kernel/index.ts'
import { isRunning, type ProcessIdentity, thisProcess } from './running-process.ts'

export type LockResult =
  | { readonly kind: 'held'; readonly release: () => Promise<void> }
  /** One line that says who holds it and what to do. */
  | { readonly kind: 'in-use'; readonly line: string }

/**
 * Takes the lock of a data directory, so that one process at a time writes there.
 *
 * The lock of a dead process is taken over: its successor is the file named after its id, which only one process can
 * make; that process then puts its own lock in the place of the dead one's. A successor that dies before it did has
 * a successor of its own, so the end of the chain tells who holds the lock, and nothing waits for a clock.
 *
 * Errors: rejects with what the disk said.
 * Source: ADR 0011.
 */
export async function lockDirectory(dir: string, now: () => Date): Promise<LockResult> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const own: Holder = { ...(await thisProcess()), id: randomUUID(), since: now().toISOString() }
  const names = namesIn(dir)
  try {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const result = await attemptLock(dir, own)
      if (result === 'held') return { kind: 'held', release: () => release(dir, own) }
      if (result !== 'again') return { kind: 'in-use', line: inUse(dir, result) }
      await wait(attempt)
    }
  } finally {
    await rm(names.draft(own.id), { force: true })
  }
  throw new Error(`the lock of ${dir} changes hands too often`)
}

/** Who holds the lock: the content of the lock file. */
interface Holder extends ProcessIdentity {
  /** Never given twice. */
  readonly id: string
  readonly since: string
}

/** Losing a race means that another won it, so the second attempt nearly always knows. */
const MOST_ATTEMPTS = 50

async function attemptLock(dir: string, own: Holder): Promise<'held' | 'again' | Holder> {
  const names = namesIn(dir)
  await writeDraft(names.draft(own.id), own)
  const first = await readHolder(names.lock)
  if (first === null) return (await linked(names.draft(own.id), names.lock)) ? 'held' : 'again'

  let last = first
  for (let next = await readHolder(names.after(last.id)); next !== null; ) {
    last = next
    next = await readHolder(names.after(last.id))
  }
  // Whoever read the chain before it was shortened may meet, or make, a successor of one who is no longer in it.
  const stillBegins = async (): Promise<boolean> => (await readHolder(names.lock))?.id === first.id
  if (await isRunning(last)) return (await stillBegins()) ? last : 'again'
  if (!(await linked(names.draft(own.id), names.after(last.id)))) return 'again'
  if (!(await stillBegins())) {
    await rm(names.after(last.id), { force: true })
    return 'again'
  }
  await rename(names.after(last.id), names.lock)
  await tidy(dir)
  return 'held'
}

/** Removes what dead processes left. A living one that loses its draft here writes another. */
async function tidy(dir: string): Promise<void> {
  for (const name of await readdir(dir))
    if (name.startsWith(DRAFT) || name.startsWith(AFTER)) await rm(join(dir, name), { force: true })
}

async function release(dir: string, own: Holder): Promise<void> {
  const { lock } = namesIn(dir)
  if ((await readHolder(lock))?.id === own.id) await rm(lock, { force: true })
}

const LOCK = 'lock'
const DRAFT = 'lock.draft-'
const AFTER = 'lock.after-'

const namesIn = (dir: string) => ({
  lock: join(dir, LOCK),
  draft: (id: string) => join(dir, DRAFT + id),
  after: (id: string) => join(dir, AFTER + id),
})

async function writeDraft(path: string, own: Holder): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(own)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes a name for the draft as O_EXCL makes a file, but with the content already in it. */
async function linked(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path)
    return true
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EEXIST' || code === 'ENOENT') return false
    throw error
  }
}

async function readHolder(path: string): Promise<Holder | null> {
  const bytes = await readFile(path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (bytes === null) return null
  return holderOf(bytes.toString('utf8')) ?? { ...NOBODY, id: hex(sha256(bytes)) }
}

/** What a power loss leaves of a lock: a file that names nobody. */
const NOBODY = { pid: 0, started: null, boot: 'none', since: '' }

function holderOf(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

const holderSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-f-]{36}$/),
  pid: z.number().int().min(1),
  started: z.string().nullable(),
  boot: z.string().nullable(),
  since: z.string(),
})

const inUse = (dir: string, { pid, since }: Holder): string =>
  `${dir} is in use by process ${pid} (since ${since}); stop it or choose another --data`
