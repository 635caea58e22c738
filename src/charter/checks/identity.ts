import { quoted } from '../../kernel/index.ts'
import type { Charter } from '../schema.ts'
import {
  allRulingsOf,
  cannotHonourOf,
  contestedPrinciplesOf,
  decidedOf,
  dialsOf,
  type Placed,
  placed,
  principlesOf,
  statedOf,
} from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/** Every name means one thing, and the same words stand wherever a statement is cited. */
export function identity(charter: Charter): readonly CharterProblem[] {
  return [...clauseIds(charter), ...groupIds(charter), ...statements(charter), ...citations(charter)]
}

const FORMS = { principles: 'P', rulings: 'R', contested: 'C', cannotHonour: 'U', unknowns: 'Q' } as const

function clauseIds(charter: Charter): CharterProblem[] {
  const all = Object.entries(FORMS).flatMap(([part, letter]) =>
    placed<{ readonly id: string }>(charter[part as keyof typeof FORMS], part).map((clause) => ({
      ...clause,
      letter,
    })),
  )
  return [
    ...all.flatMap(({ path, it, letter }) =>
      unless(
        new RegExp(`^${letter}[1-9]\\d*$`).test(it.id),
        'id-form',
        `${path}.id`,
        `name this clause ${letter}1, ${letter}2 and so on, not ${quoted(it.id)}`,
      ),
    ),
    ...doubles(all.map(({ path, it }) => ({ path: `${path}.id`, it: it.id }))).map(({ path, it }) =>
      problem('id-taken', path, `give this clause an id of its own; ${quoted(it)} names another`),
    ),
  ]
}

function groupIds(charter: Charter): CharterProblem[] {
  const known = new Set<string>(charter.groups.map(({ id }) => id))
  const ids = placed(charter.groups, 'groups').map(({ path, it }) => ({ path: `${path}.id`, it: it.id }))
  return [
    ...doubles(ids).map(({ path, it }) =>
      problem('group-taken', path, `give each group a name of its own; ${quoted(it)} is taken`),
    ),
    ...groupsNamed(charter)
      .filter(({ it }) => !known.has(it))
      .map(({ path, it }) =>
        problem('group-unknown', path, `name a group of this charter; it has no ${quoted(it)}`),
      ),
  ]
}

function groupsNamed(charter: Charter): Placed<string>[] {
  const at = (path: string, ids: readonly string[]) => ids.map((it) => ({ path, it }))
  const vote = charter.seal?.ratification
  return [
    ...decidedOf(charter).flatMap(({ path, it }) => [
      ...at(`${path}.support.groups`, Object.keys(it.support.groups)),
      ...at(`${path}.benefits`, it.benefits),
      ...at(`${path}.burdens`, it.burdens),
      ...at(`${path}.notShown`, it.notShown),
      ...at(
        `${path}.dissent`,
        it.dissent.map(({ group }) => group).filter((group) => group !== 'everyone'),
      ),
    ]),
    ...principlesOf(charter).flatMap(({ path, it }) =>
      it.kind === 'floor' && it.basis.kind === 'supermajority'
        ? at(`${path}.basis.shares.groups`, Object.keys(it.basis.shares.groups))
        : [],
    ),
    ...cannotHonourOf(charter).flatMap(({ path, it }) =>
      at(`${path}.support.groups`, Object.keys(it.support.groups)),
    ),
    ...at('seal.ratification.groups', Object.keys(vote?.groups ?? {})),
  ]
}

function statements(charter: Charter): CharterProblem[] {
  const dials = new Set(dialsOf(charter).map(({ it }) => it.statement))
  // A contested value may be left to each person's dial until it is reviewed.
  const own = [
    ...principlesOf(charter),
    ...contestedPrinciplesOf(charter).filter(
      ({ it }) => it.fallback !== 'configured' || !dials.has(it.statement),
    ),
    ...cannotHonourOf(charter),
  ]
  return [
    ...doubles(own.map(({ path, it }) => ({ path, it: it.statement }))).map(({ path, it }) =>
      problem(
        'statement-taken',
        path,
        `settle statement ${quoted(it)} in one clause; another settles it too`,
      ),
    ),
    ...[...statedOf(charter), ...cannotHonourOf(charter)].flatMap(({ path, it }) =>
      unless(
        it.provenance.statement === it.statement,
        'statement-differs',
        `${path}.provenance`,
        `give the votes on statement ${quoted(it.statement)}, not on ${quoted(it.provenance.statement)}`,
      ),
    ),
  ]
}

function citations(charter: Charter): CharterProblem[] {
  const first = new Map<string, string>()
  const cited = [
    ...[...statedOf(charter), ...cannotHonourOf(charter)].map(({ path, it }) => ({
      path: `${path}.text`,
      it,
    })),
    ...allRulingsOf(charter).flatMap(({ path, it }) => [
      { path: `${path}.prefer.text`, it: it.prefer },
      { path: `${path}.over.text`, it: it.over },
    ]),
  ]
  return cited.flatMap(({ path, it }) => {
    const words = first.get(it.statement) ?? it.text
    first.set(it.statement, words)
    return unless(
      words === it.text,
      'text-differs',
      path,
      `quote statement ${quoted(it.statement)} word for word: ${quoted(words)}`,
    )
  })
}

/** All but the first of what occurs twice. */
function doubles(list: readonly Placed<string>[]): readonly Placed<string>[] {
  const seen = new Set<string>()
  return list.filter(({ it }) => {
    const taken = seen.has(it)
    seen.add(it)
    return taken
  })
}
