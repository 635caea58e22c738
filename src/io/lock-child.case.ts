import { writeSync } from 'node:fs'
import { lockDirectory } from './lock.ts'

/** A process that tries a lock at a given moment, says how it went, and keeps it until it is killed. */
const [dir = '', at = '0'] = process.argv.slice(2)
while (Date.now() < Number(at)) {
  // All children turn here until the same millisecond, so that they meet in the race.
}
const result = await lockDirectory(dir, () => new Date())
writeSync(1, `${result.kind === 'held' ? 'held' : result.line}\n`)
setInterval(() => {}, 1000)
