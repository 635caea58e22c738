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

const database = await PGlite.create({ dataDir: workerData.directory ?? 'memory://' })
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
