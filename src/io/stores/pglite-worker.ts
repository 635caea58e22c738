import { cpSync, existsSync, renameSync, rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'

/** The embedded database in a thread of its own, so that a long query never stops a vote from being taken. */
interface Ask {
  readonly number: number
  readonly text: string | null
  readonly parameters: readonly unknown[]
}

const port = parentPort
if (port === null) throw new Error('this file runs as a worker')

const directory: string = workerData.directory
if (!existsSync(directory)) copyBlank(directory)
const database = await PGlite.create({ dataDir: directory })
port.postMessage({ ready: true })

port.on('message', async ({ number, text, parameters }: Ask) => {
  try {
    if (text === null) {
      await database.close()
      port.postMessage({ number, rows: [], affected: 0 })
      return
    }
    const { rows, affectedRows } = await database.query(text, [...parameters])
    port.postMessage({ number, rows, affected: affectedRows ?? 0 })
  } catch (error) {
    port.postMessage({ number, error: error instanceof Error ? error.message : String(error) })
  }
})

/** Making a database takes seconds: a new one is a copy of the one that the build made. It is there whole, or not. */
function copyBlank(directory: string): void {
  const blank = new URL('../../blank-database', import.meta.url)
  // Only the build itself finds none.
  if (!existsSync(blank)) return
  const unfinished = `${directory}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(blank, unfinished, { recursive: true })
  renameSync(unfinished, directory)
}
