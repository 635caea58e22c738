import type { StatementId } from '../kernel/index.ts'
import { cyclesOf } from '../negotiate/index.ts'
import type { Charter, Contested, Cycle, Ruling, Thresholds } from './schema.ts'

type AnyRuling = Ruling | Extract<Contested, { kind: 'ruling' }>

/**
 * The circles in which a charter's rulings lead: X before Y, Y before Z, Z before X, each in cases of its own.
 *
 * A ruling counts that the figures it prints make robust, also where it does not stand because a floor or a surer
 * ruling is in its way. So a reader of the file finds the circles that its author found.
 *
 * Shapes: shortest first, each from its lowest statement on.
 */
export function cyclesIn(
  { rulings, contested }: Pick<Charter, 'rulings' | 'contested'>,
  { rulingWinProbability }: Pick<Thresholds, 'rulingWinProbability'>,
): Cycle[] {
  const all: readonly AnyRuling[] = [...rulings, ...contested.filter((one) => one.kind === 'ruling')]
  const robust = all.filter((one) => isRobust(one, rulingWinProbability))
  const circles = cyclesOf(
    robust.map(({ prefer, over }) => ({
      prefer: prefer.statement,
      over: over.statement,
      status: 'robust',
    })),
  )
  return circles.map((circle) => cycleOf(circle, robust))
}

const isRobust = ({ winProbability, byRule, prefer }: AnyRuling, needed: number): boolean =>
  winProbability >= needed && byRule.length > 0 && byRule.every(({ prefers }) => prefers === prefer.statement)

function cycleOf(circle: readonly StatementId[], robust: readonly AnyRuling[]): Cycle {
  const steps = circle.flatMap((value, at) => {
    const next = circle[(at + 1) % circle.length]
    return robust
      .filter(({ prefer, over }) => prefer.statement === value && over.statement === next)
      .slice(0, 1)
  })
  return { values: steps.map(({ prefer }) => ({ ...prefer })), rulings: steps.map(({ id }) => id) }
}
