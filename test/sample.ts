import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import setupBuild from './build.ts'
import { type Scratch, type Server, scratch, startServer } from './parley.ts'

/** Where the sample lies that every suite begins with; making it takes seconds. */
const PLACE = 'PARLEY_TEST_SAMPLE'

/** Builds, and carries the sample assembly to its charter once for all suites of a run. */
export default async function setup(): Promise<(() => void) | undefined> {
  setupBuild()
  if (process.env[PLACE] !== undefined) return undefined
  const directory = scratch()
  process.env[PLACE] = join(directory.path, 'data')
  await (await startServer(join(directory.path, 'data'), ['--sample'])).stop()
  return () => directory.remove()
}

/** A data directory with the sample, to be changed and thrown away. */
export function sampleData({ path }: Scratch): string {
  const data = join(path, 'data')
  cpSync(process.env[PLACE] ?? '', data, { recursive: true })
  return data
}

/** Waits until the answers are counted: until then pages say that they are not. */
export async function counted({ address }: Server): Promise<void> {
  while (!(await fetch(`${address}/a/city-helpline/report.json`)).ok) await wait(100)
}
