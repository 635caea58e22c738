import { circleWith } from '../precedence.ts'
import type { Charter } from '../schema.ts'
import {
  allRulingsOf,
  contestedPrinciplesOf,
  contestedRulingsOf,
  dialsOf,
  floorsOf,
  rulingsOf,
} from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/** A ruling is accepted, robust and followable; what is not is contested, with a fallback and a review. */
export function rulings(charter: Charter): readonly CharterProblem[] {
  return [
    ...accepted(charter),
    ...strengths(charter),
    ...scopes(charter),
    ...together(charter),
    ...reviewed(charter),
    ...fallbacks(charter),
  ]
}

function accepted(charter: Charter): CharterProblem[] {
  const { rulingWinProbability } = charter.method.thresholds
  const floors = new Map(floorsOf(charter).map(({ it }) => [it.statement, it.id]))
  return rulingsOf(charter).flatMap(({ path, it }) => [
    ...unless(
      it.winProbability >= rulingWinProbability,
      'ruling-unsupported',
      `${path}.winProbability`,
      `move this to contested: ${it.winProbability} is below ${rulingWinProbability}`,
    ),
    ...unless(
      it.byRule.length > 0 && it.byRule.every(({ prefers }) => prefers === it.prefer.statement),
      'ruling-contested',
      `${path}.byRule`,
      'move this to contested: not every declared rule prefers it',
    ),
    ...unless(
      !floors.has(it.over.statement),
      'ruling-moves-floor',
      `${path}.over`,
      `remove this ruling: floor ${floors.get(it.over.statement)} gives way to nothing`,
    ),
  ])
}

/** A strength lies within its bounds, and on the side that the probability of a win names. */
const strengths = (charter: Charter): CharterProblem[] =>
  allRulingsOf(charter).flatMap(({ path, it: { strength, winProbability, support } }) => {
    const { theta, low, high, n } = strength
    return unless(
      low <= theta &&
        theta <= high &&
        (winProbability > 0.5 ? theta >= 0 : theta <= 0) &&
        n === support.overall.n,
      'strength-at-odds',
      `${path}.strength`,
      `give low ≤ theta ≤ high for the ${support.overall.n} who compared, on the side that wins with probability ${winProbability}`,
    )
  })

function scopes(charter: Charter): CharterProblem[] {
  return [
    ...allRulingsOf(charter).flatMap(({ path, it }) =>
      it.notWhen
        .filter(({ id }) => it.when.some((other) => other.id === id))
        .map(({ id }) =>
          problem(
            'ruling-scope-overlaps',
            `${path}.notWhen`,
            `say whether it applies in case "${id}" or does not`,
          ),
        ),
    ),
    ...rulingsOf(charter).flatMap(({ path, it }) => {
      const within = (
        part: 'inScope' | 'outOfScope',
        cases: readonly { readonly id: string }[],
        list: string,
      ) =>
        it[part].flatMap((application, at) =>
          unless(
            cases.some(({ id }) => id === application.case),
            'ruling-out-of-place',
            `${path}.${part}[${at}]`,
            `list case "${application.case}" under ${list}, or take this out`,
          ),
        )
      return [...within('inScope', it.when, 'when'), ...within('outOfScope', it.notWhen, 'notWhen')]
    }),
  ]
}

/** In no case do the rulings lead in a circle. */
function together(charter: Charter): CharterProblem[] {
  const all = rulingsOf(charter)
  return all.flatMap(({ path, it }, at) => {
    const circle = circleWith(
      it,
      all.slice(0, at).map((other) => other.it),
    )
    if (circle === null) return []
    const names = circle.way.map(({ id }) => id).join(', ') || 'the ruling itself'
    return circle.way.length < 2
      ? [problem('rulings-contradict', path, `settle case "${circle.case}" once: ${names} says the opposite`)]
      : [problem('rulings-cycle', path, `break the circle with ${names} in case "${circle.case}"`)]
  })
}

// ISO 8601-1:2019, 5.5.2: at least one part, of whole numbers.
const DURATION = /^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/

function reviewed(charter: Charter): CharterProblem[] {
  return [...allRulingsOf(charter), ...contestedPrinciplesOf(charter)].flatMap(({ path, it }) =>
    unless(
      DURATION.test(it.reviewAfter),
      'review-missing',
      `${path}.reviewAfter`,
      'say after how long it is looked at again, like P6M for six months',
    ),
  )
}

function fallbacks(charter: Charter): CharterProblem[] {
  const dials = new Set(dialsOf(charter).map(({ it }) => it.statement))
  const cited = [
    ...contestedPrinciplesOf(charter).map(({ path, it }) => ({ path, it, about: [it.statement] })),
    ...contestedRulingsOf(charter).map(({ path, it }) => ({
      path,
      it,
      about: [it.prefer.statement, it.over.statement],
    })),
  ]
  return cited.flatMap(({ path, it, about }) =>
    unless(
      it.fallback === 'status-quo' || about.some((statement) => dials.has(statement)),
      'fallback-impossible',
      `${path}.fallback`,
      'add the dial people are to set meanwhile, or keep the status quo',
    ),
  )
}
