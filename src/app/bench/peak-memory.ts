import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'

/**
 * The most memory that a command of this program ever held, in a process of its own.
 *
 * Units:  MiB; null where the system does not tell (it is asked as Linux answers).
 * Errors: rejects when the command does not end well.
 */
export async function peakOf(args: readonly string[]): Promise<number | null> {
  const child = spawn(process.execPath, [process.argv[1]!, ...args], { stdio: 'ignore' })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', resolve)
  })
  let peak: number | null = null
  while (child.exitCode === null && child.signalCode === null) {
    peak = (await highWater(child.pid!)) ?? peak
    await Promise.race([ended, wait(LOOKS_AGAIN)])
  }
  const code = await ended
  if (code !== 0) throw new Error(`parley ${args.join(' ')} ended with ${code}`)
  return peak
}

/** The high-water mark of a process, while it lives. */
async function highWater(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const kibibytes = /^VmHWM:\s*(\d+) kB$/m.exec(status)?.[1]
  return kibibytes === undefined ? null : Number(kibibytes) / 1024
}

const LOOKS_AGAIN = 20
