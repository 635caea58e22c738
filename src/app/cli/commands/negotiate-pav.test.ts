import { describe, expect, test, vi } from 'vitest'
import { loadHighs } from '../../../io/solvers/highs.ts'
import type { StatementId } from '../../../kernel/index.ts'
import { candidacyOf, pavScoreOf, profileOf, RULES, type Solution } from '../../../negotiate/index.ts'
import { grouped } from '../../../web/worlds.case.ts'
import { main } from '../main.ts'
import { pavLines, pavReport } from './negotiate-pav.ts'

const { listening, map, register } = grouped()
const profile = profileOf(listening, map, candidacyOf(listening, register))
const found = RULES['pav-local-search'].choose(profile, 8)
const says =
  (slate: readonly StatementId[], objective: number, kind: Solution['kind'] = 'proved') =>
  (): Solution => ({
    kind,
    status: kind,
    objective,
    columns: new Map(slate.map((statement) => [`x${profile.candidates.indexOf(statement)}`, 1])),
  })

describe('exact PAV', () => {
  const report = pavReport(grouped(), 8, says(found, pavScoreOf(profile, found)))

  test('stands beside what local search finds, with what is proved of it', () => {
    expect(report).toMatchObject({ kind: 'proved', seats: 8, score: report.localSearch.score })
    expect(report.ejrPlus.holds).toBe(true)
    expect(report.ejrPlus.smallestQuota).toBeLessThan(report.ejrPlus.quota)
    const lines = pavLines(report, new Map())
    expect(lines).toHaveLength(11)
    expect(lines.at(-2)).toBe('  local search finds as good a slate without a solver')
  })

  test('that was stopped says so', () => {
    const stopped = pavReport(grouped(), 8, says(found, report.score, 'stopped'))
    expect(pavLines(stopped, new Map())[0]).toMatch(/the best found in 60 s, not proved best$/)
  })

  test('of a solver that proves what local search beats, or miscounts, is no result', () => {
    const worst = profile.candidates.filter((statement) => !found.includes(statement)).slice(0, 8)
    expect(() => pavReport(grouped(), 8, says(worst, pavScoreOf(profile, worst)))).toThrow(
      /and local search scores/,
    )
    expect(() => pavReport(grouped(), 8, says(found, 1))).toThrow(/the solver says 1 for a slate that scores/)
  })

  test('of a program with nothing to solve is refused', () => {
    expect(() => pavReport(grouped(), 0, says([], 0))).toThrow(
      /^--rule pav: found a program of 0 terms, expected 1 to 10000; pav-local-search has no bound$/,
    )
  })
})

test.skipIf((await loadHighs()) !== null)('without the solver, one line says what to install', async () => {
  const line = vi.spyOn(process.stderr, 'write').mockImplementation(() => true)
  expect(await main(['negotiate', 'nowhere', '--rule', 'pav'])).toBe(2)
  expect(line.mock.calls.join('')).toContain('not installed; npm install --no-save highs@1.15.3')
  vi.restoreAllMocks()
})
