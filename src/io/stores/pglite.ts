import { Worker } from 'node:worker_threads'
import { Kysely } from 'kysely'
import { workerFile } from '../worker-file.ts'
import { type Answer, type Engine, pgliteDialect } from './pglite-driver.ts'
import { sqlStore } from './sql-store.ts'
import type { Store } from './store.ts'

/**
 * The store on the embedded database; nothing needs to be installed.
 *
 * It never fsyncs: after a power cut it may be behind or broken, and is built again from the ledger.
 */
export async function pgliteStore(directory: string): Promise<Store> {
  return sqlStore('pglite', new Kysely({ dialect: pgliteDialect(await thread(directory)) }))
}

interface Reply {
  readonly number: number
  readonly rows?: readonly unknown[]
  readonly affected?: number
  readonly error?: string
}

async function thread(directory: string): Promise<Engine> {
  const worker = new Worker(workerFile(import.meta.url, './pglite-worker.js'), { workerData: { directory } })
  const open = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>()
  let asked = 0
  let gone: Error | null = null
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve())
    worker.once('error', reject)
  })
  worker.on('message', ({ number, rows, affected, error }: Reply) => {
    const waiting = open.get(number)
    open.delete(number)
    if (error === undefined) waiting?.resolve({ rows: rows ?? [], affected: affected ?? 0 })
    else waiting?.reject(new Error(error))
  })
  const fail = (error: Error) => {
    gone = error
    for (const { reject } of open.values()) reject(error)
    open.clear()
  }
  worker.on('error', fail)
  worker.on('exit', () => fail(new Error('the database thread has ended')))

  const ask = (text: string | null, parameters: readonly unknown[]) =>
    new Promise<Answer>((resolve, reject) => {
      if (gone !== null) return reject(gone)
      const number = asked++
      open.set(number, { resolve, reject })
      worker.postMessage({ number, text, parameters })
    })
  return {
    query: ask,
    close: async () => {
      await ask(null, [])
      await worker.terminate()
    },
  }
}
