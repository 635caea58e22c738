import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeAtomically } from '../../io/files.ts'
import { digestOfKey, type Operator } from './session.ts'

const operatorsSchema = z.array(
  z.strictObject({ name: z.string().min(1), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
)

/** Switching on takes two people, so there are two links from the start. */
const NAMES = ['operator 1', 'operator 2']

export interface Operators {
  readonly operators: readonly Operator[]
  /** Where the links are, for whoever may read the data directory. */
  readonly linksFile: string
}

/** Who operates this server. Keys stand in one file that only its owner can read; the server keeps their digests. */
export async function operatorsOf(directory: string, address: string): Promise<Operators> {
  const file = join(directory, 'operators.json')
  const linksFile = join(directory, 'operator-links.txt')
  if (existsSync(file)) {
    await readdress(linksFile, address)
    return { operators: operatorsSchema.parse(JSON.parse(await readFile(file, 'utf8'))), linksFile }
  }
  const keys = NAMES.map((name) => ({ name, key: randomBytes(32).toString('base64url') }))
  const operators = keys.map(({ name, key }) => ({ name, digest: digestOfKey(key) }))
  const links = keys.map(({ name, key }) => `${name}: ${address}/enter?key=${key}`)
  await writeLinks(linksFile, `${links.join('\n')}\n`)
  await writeAtomically(file, `${JSON.stringify(operators, null, 2)}\n`)
  return { operators, linksFile }
}

/** Links say where the server is; an operator who threw the file away has kept the keys elsewhere. */
async function readdress(linksFile: string, address: string): Promise<void> {
  if (!existsSync(linksFile)) return
  const before = await readFile(linksFile, 'utf8')
  const links = before.replace(/: \S+\/enter\?key=/g, `: ${address}/enter?key=`)
  if (links !== before) await writeLinks(linksFile, links)
}

async function writeLinks(linksFile: string, links: string): Promise<void> {
  await writeAtomically(linksFile, links)
  await chmod(linksFile, 0o600)
}
