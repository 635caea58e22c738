import type { StatementId } from '../kernel/index.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { Conflict, Standing } from './standing.ts'
import { counted, named } from './words.ts'

/** "Almost every" case is this share of the cases in which a statement matters (ADR 0006). */
export const ALMOST_EVERY = 0.9

/** Fewer cases than this say nothing about every case (ADR 0006). */
export const FEWEST_CASES = 2

export interface Assessment {
  readonly standing: Standing
  /** One sentence: why. */
  readonly because: string
}

/** What is known of one statement. */
export interface Evidence {
  readonly statement: StatementId
  /** The cases in which it matters. */
  readonly outcomes: readonly CaseOutcome[]
  /** The conflicts it is part of, widest first. */
  readonly conflicts: readonly Conflict[]
  readonly textOf: (statement: StatementId) => string
}

/**
 * Can any system meet this value, and at whose cost?
 *
 * Doubt never speaks for an answer: a case that the judges left open counts against alignable and against unalignable
 * alike. One sure case is enough for a conflict with other values, because a conflict claims no more than that.
 *
 * Source: DESIGN, section 2; ADR 0006.
 */
export function standingOf(evidence: Evidence): Assessment {
  const { outcomes, conflicts } = evidence
  const count = (kind: CaseOutcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length
  const almostEvery = (n: number) => outcomes.length >= FEWEST_CASES && n / outcomes.length >= ALMOST_EVERY
  const [met, refused, open] = [count('met'), count('refused'), count('open')]
  if (almostEvery(refused))
    return {
      standing: 'unalignable',
      because: `In ${refused} of the ${counted(outcomes.length, 'case')} in which it matters, every response in which anything acts violates it.`,
    }
  const probable = conflicts.filter(({ certainty }) => certainty === 'probable')
  const withOthers = probable.filter(({ statements }) => statements.length > 1)
  const mayBeUnalignable = outcomes.length < FEWEST_CASES || almostEvery(refused + open)
  if (withOthers.length > 0) return { standing: 'conflicting', because: collision(evidence, withOthers) }
  if (probable.length > 0 && !mayBeUnalignable)
    return {
      standing: 'conflicting',
      because: `In ${refused} of the ${counted(outcomes.length, 'case')} in which it matters, nothing that acts honours it.`,
    }
  if (almostEvery(met))
    return {
      standing: 'alignable',
      because: `In ${met} of the ${counted(outcomes.length, 'case')} in which it matters, some response meets it, and no conflict with other values is probable.`,
    }
  return { standing: 'undetermined', because: doubt({ cases: outcomes.length, met, open }) }
}

function collision({ statement, textOf }: Evidence, conflicts: readonly Conflict[]): string {
  const [widest, ...others] = conflicts
  const against = widest!.statements
    .filter((other) => other !== statement)
    .map((other) => named(textOf(other)))
  const more = others.length > 0 ? `, and it is part of ${counted(others.length, 'more conflict')}` : ''
  return `In ${counted(widest!.cases.length, 'case')}, no acting response honours it together with ${against.join(' and ')}${more}.`
}

function doubt({ cases, met, open }: { cases: number; met: number; open: number }): string {
  if (cases === 0) return 'Nobody described a case in which it matters; votes alone decide nothing.'
  if (cases < FEWEST_CASES)
    return `It matters in only ${counted(cases, 'case')}, which says little about the others.`
  if (open > 0)
    return `The judges have not settled ${open} of the ${counted(cases, 'case')} in which it matters.`
  return `Some response meets it in only ${met} of the ${counted(cases, 'case')} in which it matters.`
}
