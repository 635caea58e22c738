import { expect } from 'vitest'
import type { Bytes } from '../digest.ts'
import { linesOf } from './lines.ts'
import type { LedgerVerdict } from './verify.ts'

/** What tests that tamper with a ledger share. */
export function expectCaught(
  verdict: LedgerVerdict,
  line: number | readonly number[],
  what: string,
  file = 'ledger',
): void {
  const first = verdict.kind === 'unsound' ? verdict.problems[0] : undefined
  // One comparison on the hot path; the words are for the one that fails.
  if (first !== undefined && [line].flat().includes(first.line) && first.file === file) return
  expect.fail(`${what}: expected line ${line} of the ${file}, got ${JSON.stringify(verdict)}`)
}

export function lineNumbers(bytes: Bytes): readonly number[] {
  return [...linesOf(bytes)].flatMap(({ number, bytes: line, ended }) =>
    Array.from({ length: line.length + Number(ended) }, () => number),
  )
}

export const textLines = (text: string): readonly string[] => text.match(/[^\n]*\n/g) ?? []

export function withByte(bytes: Bytes, at: number, value: number): Bytes {
  const changed = bytes.slice()
  changed[at] = value
  return changed
}

/** The lines a change may be blamed on: the first that differs, and of equal neighbours either. */
export function blamable(original: readonly string[], changed: readonly string[]): readonly number[] {
  let at = 0
  while (at < original.length && original[at] === changed[at]) at++
  const near = [at - 1, at + 1].filter(
    (other) => changed[other] !== undefined && changed[other] === changed[at],
  )
  return [at, ...near].map((index) => index + 1)
}
