import { expect } from 'vitest'
import { canonical, type Json } from '../../kernel/index.ts'
import { allOf, DIR, opened, sources, verdictOf, vote } from './ledger.case.ts'
import type { LedgerEntry } from './ledger.ts'
import type { MemoryDisk } from './memory-disk.case.ts'
import { openLedger } from './open-ledger.ts'

/** What the clients of a ledger know after a day that may have ended in a fault. */
export interface Told {
  readonly acknowledged: ReadonlyMap<number, Json>
  readonly asked: ReadonlySet<string>
  /** The entry that was to be erased, and whether that was acknowledged. */
  readonly erasure: { readonly index: number; readonly acknowledged: boolean } | null
  /** Whether something was acknowledged after something was refused. */
  readonly halfway: boolean
}

/** Records, alone and in groups, and erases, until everything is done or something fails. */
export async function busyDay(disk: MemoryDisk, day = 'monday'): Promise<Told> {
  const acknowledged = new Map<number, Json>()
  const asked = new Set<string>()
  let erasure: Told['erasure'] = null
  let failed = false
  let halfway = false
  const found = await openLedger(DIR, { ...sources, files: disk.layer }).catch(() => null)
  if (found === null || found.kind === 'refused') return { acknowledged, asked, erasure, halfway }
  const ledger = found.value

  const record = async (...people: readonly string[]): Promise<void> => {
    const events = people.map((person) => vote(`${day} ${person}`))
    for (const { content } of events) asked.add(canonical(content))
    const refusedBefore = failed
    try {
      const appended = await ledger.append(events)
      for (const [at, { index }] of appended.entries()) acknowledged.set(index, events[at]?.content ?? null)
      halfway ||= refusedBefore
    } catch {
      failed = true
    }
  }
  await record('a1')
  await record('a2')
  await Promise.all([record('b1'), record('b2'), record('b3', 'b4')])
  const [, second] = acknowledged.keys()
  if (second !== undefined) {
    erasure = { index: second, acknowledged: false }
    await ledger.erase(second).then(
      () => {
        erasure = { index: second, acknowledged: true }
      },
      () => {
        failed = true
      },
    )
  }
  await Promise.all([record('c1'), record('c2')])
  await record('d1')
  return { acknowledged, asked, erasure, halfway }
}

/** What must hold when the directory is opened again, whatever happened on those days. */
export async function expectKept(disk: MemoryDisk, days: readonly Told[], what: string): Promise<void> {
  const ledger = await opened(disk.layer)
  const entries = await allOf(ledger)
  for (const told of days) {
    expect(told.halfway, `${what}: nothing is acknowledged after a failure`).toBe(false)
    for (const [index, content] of told.acknowledged)
      expectEntry(entries[index], { told, index, content, what })
  }
  const asked = new Set(days.flatMap((told) => [...told.asked]))
  const votes = entries.flatMap((entry) =>
    entry.kind === 'content' && entry.type === 'vote' ? [canonical(entry.content)] : [],
  )
  expect(new Set(votes).size, `${what}: nothing is recorded twice`).toBe(votes.length)
  for (const one of votes) expect(asked.has(one), `${what}: ${one} was asked for`).toBe(true)
  await ledger.append([vote('after')])
  expect((await allOf(ledger)).length).toBe(entries.length + 1)
  expect((await verdictOf(disk.layer, ledger.vkey)).kind, what).toBe('sound')
}

interface Expected {
  readonly told: Told
  readonly index: number
  readonly content: Json
  readonly what: string
}

function expectEntry(entry: LedgerEntry | undefined, { told, index, content, what }: Expected): void {
  const { erasure } = told
  if (entry === undefined) expect.fail(`${what}: the acknowledged entry ${index} is missing`)
  if (index === erasure?.index && (erasure.acknowledged || entry.kind === 'erased'))
    expect(entry.kind, `${what}: entry ${index} is erased`).toBe('erased')
  else expect(entry, `${what}: entry ${index}`).toMatchObject({ kind: 'content', content })
}
