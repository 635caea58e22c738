import { expect } from 'vitest'
import { type Bytes, type Json, problemLine, sha256, utf8 } from '../../kernel/index.ts'
import { verifyLedger } from '../../kernel/ledger/index.ts'
import type { FileLayer } from './file-layer.ts'
import type { Ledger, LedgerEntry } from './ledger.ts'
import { openLedger } from './open-ledger.ts'

/** What tests of the ledger share: a directory of one name, time that steps, chance that repeats. */
export const DIR = '/ledger'
export const ORIGIN = 'parley.example/test'

let steps = 0

export const sources = {
  origin: ORIGIN,
  now: () => new Date(Date.UTC(2026, 10, 21, 12) + 1000 * (steps++ % 3600)),
  random: (bytes: number): Bytes => {
    const parts = Array.from({ length: Math.ceil(bytes / 32) }, () => sha256(utf8(`chance ${steps++}`)))
    return new Uint8Array(Buffer.concat(parts)).slice(0, bytes)
  },
}

/** The ledger of a directory that must open. */
export async function opened(files: FileLayer, dir = DIR): Promise<Ledger> {
  const ledger = await openLedger(dir, { ...sources, files })
  if (ledger.kind === 'refused') return expect.fail(problemLine(ledger.problem))
  return ledger.value
}

/** The line with which a directory is refused. */
export async function refusal(files: FileLayer, dir = DIR): Promise<string> {
  const ledger = await openLedger(dir, { ...sources, files })
  return ledger.kind === 'refused' ? problemLine(ledger.problem) : expect.fail('the ledger opened')
}

export const vote = (
  participant: string,
  says = 'agree',
): { readonly type: string; readonly content: Json } => ({
  type: 'vote',
  content: { participant, statement: '7', vote: says },
})

export async function allOf(ledger: Ledger, from = 0): Promise<readonly LedgerEntry[]> {
  const entries: LedgerEntry[] = []
  for await (const entry of ledger.read(from)) entries.push(entry)
  return entries
}

/** Verifies the record and checkpoint of a live directory. */
export async function verdictOf(files: FileLayer, vkey: string | null, dir = DIR) {
  const record = (await files.read(`${dir}/events.ledger`)) ?? new Uint8Array()
  return verifyLedger(record, { checkpoint: await files.read(`${dir}/events.checkpoint`), vkey })
}
