import { describe, expect, test } from 'vitest'
import type { Report } from '../schema.ts'
import type { Format } from './format.ts'

/** What every form of a report promises, tried on the given reports. */
export const formatCase = (
  format: Pick<Format, 'name' | 'print'>,
  reports: () => readonly Report[],
): void => {
  describe(`the form ${format.name}`, () => {
    test('prints the same report alike', () => {
      for (const report of reports()) expect(format.print(structuredClone(report))).toBe(format.print(report))
    })

    test('loses no sentence', () => {
      for (const report of reports()) {
        const printed = readable(format.print(report))
        for (const sentence of sentencesIn(report)) expect(printed).toContain(readable(sentence))
      }
    })
  })
}

/** Everything that the report says in words: sentences, and what people said. */
export function sentencesIn(report: Report): string[] {
  const {
    inShort,
    heard,
    decided,
    clauses,
    tradeOffs,
    cannotHonour,
    findings,
    decisions,
    unknowns,
    drift,
    proof,
  } = report
  const missing = [decided, clauses, tradeOffs, cannotHonour, findings, decisions].flatMap((section) =>
    section.kind === 'missing' ? [section.says] : [],
  )
  return [
    ...Object.values(inShort),
    heard.says,
    ...missing,
    ...(clauses.kind === 'clauses' ? [...clauses.clauses, ...clauses.contested] : []).flatMap(
      ({ text, because, dissent }) => [text, because, ...dissent.flatMap(({ words }) => words)],
    ),
    ...(tradeOffs.kind === 'trade-offs' ? tradeOffs.tradeOffs : []).flatMap(
      ({ prefer, over, because, dissent }) => [
        prefer,
        over,
        because,
        ...dissent.flatMap(({ words }) => words),
      ],
    ),
    ...(cannotHonour.kind === 'cannot-honour' ? cannotHonour.values : []).flatMap(({ text, honouredIn }) => [
      text,
      ...honouredIn,
    ]),
    ...(findings.kind === 'findings'
      ? [
          findings.says,
          ...findings.findings.map(({ says }) => says),
          ...findings.unverified.map(({ because }) => because),
          ...findings.skipped.map(({ because }) => because),
        ]
      : []),
    ...unknowns.unknowns.flatMap(({ says, wouldSettle }) => [says, wouldSettle]),
    drift.says,
    ...(drift.kind === 'compared' ? drift.changes.map(({ says }) => says) : []),
    proof.says,
    proof.key,
    ...proof.commands,
    ...report.cannotPromise.map(({ says }) => says),
  ]
}

/** Text as a person reads it, whether it was written as JSON or as a page. */
const readable = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&quot;|\\"/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\\n|\s+/g, ' ')
