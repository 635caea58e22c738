import { randomBytes } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import type { Bytes } from '../../kernel/index.ts'

/** The 32-byte secret in a file that only its owner can read; made where there is none. */
export async function secretKey(file: string): Promise<Bytes> {
  const kept = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (kept !== null) {
    if (kept.length !== 32) throw new Error(`${file}: found ${kept.length} bytes, expected a key of 32`)
    return new Uint8Array(kept)
  }
  const secret = randomBytes(32)
  const handle = await open(file, 'wx', 0o600)
  await handle.writeFile(secret)
  await handle.sync()
  await handle.close()
  return new Uint8Array(secret)
}
