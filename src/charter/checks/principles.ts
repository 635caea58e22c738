import { matches } from '../../kernel/index.ts'
import type { Charter, Floor } from '../schema.ts'
import { dialsOf, floorsOf } from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/** A floor rests on what it says it rests on; a dial can be turned, and moves no floor. */
export function principles(charter: Charter): readonly CharterProblem[] {
  return [
    ...floorsOf(charter).flatMap(({ path, it }) => basis(charter, it, `${path}.basis`)),
    ...collisions(charter),
    ...dials(charter),
  ]
}

function basis(charter: Charter, { basis, authority }: Floor, path: string): CharterProblem[] {
  const { floorOverall, floorEachGroup, seatInclusion } = charter.method.thresholds
  const belowIn = (part: string, low: number, threshold: number) =>
    unless(
      low >= threshold,
      'floor-below-threshold',
      path,
      `take this out of the floors: ${part} the lower bound is ${low}, and a floor needs ${threshold}`,
    )
  if (basis.kind === 'supermajority')
    return [
      ...belowIn('overall', basis.shares.overall.low, floorOverall),
      ...charter.groups.flatMap(({ id }) => {
        const share = basis.shares.groups[id]
        return share === undefined ? [] : belowIn(`in group ${id}`, share.low, floorEachGroup)
      }),
    ]
  if (basis.kind === 'entrenched')
    return unless(
      authority === 'law',
      'floor-not-entrenched',
      path,
      `rest this floor on votes: only law entrenches, and it is decided by ${authority}`,
    )
  const seated = basis.rule === charter.method.rule && basis.seat >= 1 && basis.seat <= charter.method.seats
  return [
    ...belowIn('in the re-runs', basis.inclusion.low, seatInclusion),
    ...unless(
      seated,
      'floor-not-seated',
      path,
      `name a seat from 1 to ${charter.method.seats} under the rule in force, "${charter.method.rule}"`,
    ),
  ]
}

/** Tools that one floor always asks for and another always forbids: then nothing keeps both. */
function collisions(charter: Charter): CharterProblem[] {
  const always = floorsOf(charter).flatMap(({ path, it }) =>
    it.rules.flatMap((rule, at) =>
      rule.when.kind === 'always' ? [{ path: `${path}.rules[${at}]`, rule }] : [],
    ),
  )
  const forbidden = new Set(always.flatMap(({ rule }) => (rule.kind === 'forbid-tools' ? rule.tools : [])))
  return always.flatMap(({ path, rule }) =>
    rule.kind === 'require-tools'
      ? unless(
          rule.tools.some((tool) => !forbidden.has(tool)),
          'floors-collide',
          path,
          'ask for a tool that no floor forbids, or nothing can keep both',
        )
      : [],
  )
}

function dials(charter: Charter): CharterProblem[] {
  const floors = floorsOf(charter)
  const forbids = floors.flatMap(({ it }) =>
    it.rules.flatMap((rule) =>
      rule.kind === 'forbid-pattern' ? [{ floor: it.id, pattern: rule.pattern }] : [],
    ),
  )
  const { dialTouchesOthers } = charter.method.thresholds
  return dialsOf(charter).flatMap(({ path, it }) => {
    const { from, to, start } = it.scale
    const same = floors.filter((floor) => floor.it.statement === it.statement)
    const asksFor = (end: 'low' | 'high') =>
      forbids
        .filter(({ pattern }) => matches(pattern, [it.scale[end].instruction]) === true)
        .map(({ floor }) =>
          problem(
            'dial-moves-floor',
            `${path}.scale.${end}.instruction`,
            `word this end so that it does not ask for what floor ${floor} forbids`,
          ),
        )
    return [
      ...unless(
        from < to,
        'dial-empty',
        `${path}.scale`,
        `leave a person a choice: from ${from} to ${to} is none`,
      ),
      ...unless(
        from <= start && start <= to,
        'dial-start-outside',
        `${path}.scale.start`,
        `start between ${from} and ${to}, not at ${start}`,
      ),
      ...unless(
        it.touchesOthers.high <= dialTouchesOthers,
        'dial-touches-others',
        `${path}.touchesOthers`,
        `negotiate this: up to ${it.touchesOthers.high} say that it touches others, and a dial may reach ${dialTouchesOthers}`,
      ),
      ...same.map((floor) =>
        problem('dial-moves-floor', path, `remove this dial: floor ${floor.it.id} binds for all`),
      ),
      ...asksFor('low'),
      ...asksFor('high'),
    ]
  })
}
