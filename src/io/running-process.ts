import { readFile } from 'node:fs/promises'

/** Which process of which start of the machine: a number alone is given out again. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it started, in ticks since the machine did; null where the system does not say. */
  readonly started: string | null
  /** One start of the machine; null where the system does not say. */
  readonly boot: string | null
}

export const thisProcess = async (): Promise<ProcessIdentity> => ({
  pid: process.pid,
  started: (await statOf(process.pid))?.started ?? null,
  boot: await bootId(),
})

/**
 * Whether that very process still runs. When it cannot be told, it does: a lock held too long is a nuisance, one
 * given twice loses votes.
 *
 * Source: proc(5), `/proc/pid/stat`, fields 3 and 22; ADR 0011.
 */
export async function isRunning({ pid, started, boot }: ProcessIdentity): Promise<boolean> {
  const booted = await bootId()
  if (boot !== null && booted !== null && boot !== booted) return false
  if (!answersSignals(pid)) return false
  const stat = await statOf(pid)
  if (stat === null) return true
  if (stat.state === 'Z' || stat.state === 'X') return false // dead, and its parent has not looked yet
  return started === null || stat.started === started
}

function answersSignals(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM' // another user's
  }
}

async function statOf(pid: number): Promise<{ readonly state: string; readonly started: string } | null> {
  const text = await textOf(`/proc/${pid}/stat`)
  // The name, in brackets, may hold anything; the fields after it are plain.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  const [state, started] = [fields?.[0], fields?.[19]]
  return state === undefined || started === undefined ? null : { state, started }
}

const bootId = (): Promise<string | null> => textOf('/proc/sys/kernel/random/boot_id')

const textOf = (path: string): Promise<string | null> =>
  readFile(path, 'utf8').then(
    (text) => text.trim(),
    () => null, // not every system has /proc
  )
