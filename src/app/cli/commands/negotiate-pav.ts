import type { Study } from '../../../charter/index.ts'
import { HIGHS, loadHighs, type Solver } from '../../../io/solvers/highs.ts'
import type { StatementId } from '../../../kernel/index.ts'
import {
  candidacyOf,
  type ExactPav,
  ejrPlusOf,
  type Profile,
  pavProgram,
  pavScoreOf,
  profileOf,
  RULES,
  solvedPav,
} from '../../../negotiate/index.ts'
import { BAD_INPUT, Ended, FINDING } from '../ending.ts'

/** The rule that no panel shows: it needs a solver, and is asked for by name. */
export const PAV = 'pav'

/** Exact PAV takes so many seconds at most; then the best that was found is shown as that (ADR 0052). */
const SECONDS = 60
/** Programs with more terms are refused: a solver would not end in that time (ADR 0052). */
const MOST_TERMS = 10_000

/** The best slate by the PAV score, beside what local search finds without a solver. */
export interface PavReport {
  readonly rule: typeof PAV
  readonly seats: number
  /** Whether the solver proved that no slate scores higher, or was stopped before. */
  readonly kind: Exclude<ExactPav['kind'], 'failed'>
  readonly slate: readonly StatementId[]
  readonly score: number
  readonly localSearch: { readonly slate: readonly StatementId[]; readonly score: number }
  readonly ejrPlus: { readonly holds: boolean; readonly smallestQuota: number; readonly quota: number }
}

/** The solver, or the end of the command with the one line that says what to install. */
export async function solverOrEnd(): Promise<Solver> {
  const solve = await loadHighs()
  if (solve !== null) return solve
  throw new Ended(
    BAD_INPUT,
    `--rule ${PAV}: the solver is not installed; npm install --no-save ${HIGHS.name}@${HIGHS.version}`,
  )
}

/**
 * Solves exact PAV for a study.
 *
 * Errors: ends with 2 where nobody agrees with anything or the program is too large; with 1 where the solver fails or
 * falls short of local search.
 */
export function pavReport({ listening, map, register }: Study, seats: number, solve: Solver): PavReport {
  const profile = profileOf(listening, map, candidacyOf(listening, register))
  const { text, terms } = pavProgram(profile, seats)
  if (terms === 0 || terms > MOST_TERMS)
    throw new Ended(
      BAD_INPUT,
      `--rule ${PAV}: found a program of ${terms} terms, expected 1 to ${MOST_TERMS}; pav-local-search has no bound`,
    )
  return reportOf(profile, seats, solvedPav(profile, seats, solve(text, SECONDS)))
}

function reportOf(profile: Profile, seats: number, solved: ExactPav): PavReport {
  const slate = RULES['pav-local-search'].choose(profile, seats)
  const localSearch = { slate, score: pavScoreOf(profile, slate) }
  if (solved.kind === 'failed') throw new Ended(FINDING, `--rule ${PAV}: ${solved.because}`)
  if (solved.kind === 'proved' && solved.score < localSearch.score * (1 - ROUNDING))
    throw new Ended(
      FINDING,
      `--rule ${PAV}: the solver proved ${solved.score} to be most, and local search scores ${localSearch.score}`,
    )
  const { claim, smallestQuota } = ejrPlusOf(profile, solved.slate, seats)
  const ejrPlus = { holds: claim === null, smallestQuota, quota: profile.everybody / seats }
  return { rule: PAV, seats, ...solved, localSearch, ejrPlus }
}

/** A solver may take two scores this close, as a share, for the same (ADR 0052). */
const ROUNDING = 1e-6

/** The report for a terminal. */
export function pavLines(report: PavReport, text: ReadonlyMap<string, string>): readonly string[] {
  const { kind, slate, score, localSearch, ejrPlus } = report
  const standing =
    kind === 'proved' ? 'no slate scores higher' : `the best found in ${SECONDS} s, not proved best`
  const isSame = localSearch.score >= score * (1 - ROUNDING)
  return [
    `Halves and thirds, exactly (PAV): score ${score.toFixed(2)}, ${standing}`,
    ...slate.map((statement) => `  ${statement}  ${text.get(statement) ?? ''}`),
    isSame
      ? '  local search finds as good a slate without a solver'
      : `  local search scores ${localSearch.score.toFixed(2)}`,
    `  EJR+ ${ejrPlus.holds ? 'proved' : 'fails'}: a seat takes ${ejrPlus.quota.toFixed(1)} people, and it holds above ${ejrPlus.smallestQuota.toFixed(1)}`,
  ]
}
