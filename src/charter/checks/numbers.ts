import { clopperPearson, type Interval, wilson } from '../../kernel/index.ts'
import { rounded } from '../figures.ts'
import type { Charter } from '../schema.ts'
import { cannotHonourOf, decidedOf, floorsOf, placed, statedOf } from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/** The figures are possible, complete, and what their counts say. */
export function numbers(charter: Charter): readonly CharterProblem[] {
  return [...intervals(charter, ''), ...counts(charter), ...people(charter), ...support(charter)]
}

/** Every interval, wherever it stands. */
function intervals(value: unknown, path: string): CharterProblem[] {
  if (Array.isArray(value)) return value.flatMap((item, at) => intervals(item, `${path}[${at}]`))
  if (typeof value !== 'object' || value === null) return []
  if ('estimate' in value) return interval(value as Interval, path)
  return Object.entries(value).flatMap(([key, item]) => intervals(item, path === '' ? key : `${path}.${key}`))
}

function interval(it: Interval, path: string): CharterProblem[] {
  const { low, estimate, high, n, level } = it
  const ordered = 0 <= low && low <= estimate && estimate <= high && high <= 1
  if (!ordered || !(level > 0 && level < 1))
    return [
      problem('interval-impossible', path, 'give 0 ≤ low ≤ estimate ≤ high ≤ 1 and a level between 0 and 1'),
    ]
  if (n === 0)
    return unless(
      low === 0 && high === 1,
      'interval-impossible',
      path,
      'say 0 to 1: nobody answered, so nothing is known',
    )
  const again = recounted(it)
  return unless(
    again === null || (near(again.estimate, estimate) && near(again.low, low) && near(again.high, high)),
    'interval-miscounted',
    path,
    `count again: ${it.method} gives ${rounded(again?.low ?? 0)} to ${rounded(again?.high ?? 1)} for ${rounded(estimate * n)} of ${n}`,
  )
}

/** What the method gives for the same count; null for methods that need more than a count. */
function recounted({ estimate, n, method, level }: Interval): Interval | null {
  const yes = Math.round(estimate * n)
  if (method === 'wilson') return wilson(yes, n, level)
  return method === 'clopper-pearson' ? clopperPearson(yes, n, level) : null
}

// Figures are printed to four digits; an estimate rounded so may stand for a neighbour of the true share.
const near = (a: number, b: number, scale = 1): boolean => Math.abs(a - b) <= 0.0002 * scale

function counts(charter: Charter): CharterProblem[] {
  const everyone = charter.assembly.participants
  const says = `make agree, pass, disagree and unseen sum to the ${everyone} people of the assembly`
  return [
    ...[...statedOf(charter), ...cannotHonourOf(charter)].flatMap(({ path, it }) => {
      const { agree, pass, disagree, unseen } = it.provenance
      const answered = agree + pass + disagree
      return [
        ...unless(answered + unseen === everyone, 'counts-impossible', `${path}.provenance`, says),
        ...unless(
          it.support.overall.n === answered,
          'counts-impossible',
          `${path}.support.overall`,
          `rest the support on the ${answered} people who answered, not on ${it.support.overall.n}`,
        ),
        ...unless(
          it.support.overall.n !== answered ||
            recounted(it.support.overall) === null ||
            near(it.support.overall.estimate * answered, agree, answered),
          'counts-impossible',
          `${path}.support.overall`,
          `give the share of ${agree} of ${answered}`,
        ),
      ]
    }),
    ...[...statedOf(charter), ...cannotHonourOf(charter)].flatMap(({ path, it }) =>
      charter.groups.flatMap(({ id, people }) =>
        unless(
          (it.support.groups[id]?.n ?? 0) <= people,
          'counts-impossible',
          `${path}.support.groups.${id}`,
          `count no more than the ${people} people of group ${id}`,
        ),
      ),
    ),
    ...cannotHonourOf(charter).flatMap(({ path, it }) =>
      unless(
        it.heldBy === it.provenance.agree,
        'counts-impossible',
        `${path}.heldBy`,
        `say ${it.provenance.agree}, the people who agree`,
      ),
    ),
  ]
}

function people(charter: Charter): CharterProblem[] {
  const grouped = charter.groups.reduce((sum, { people }) => sum + people, 0)
  return unless(
    grouped + charter.ungrouped.people === charter.assembly.participants,
    'people-do-not-add-up',
    'ungrouped.people',
    `count everyone once: ${grouped} in groups and ${charter.ungrouped.people} in none are not ${charter.assembly.participants}`,
  )
}

function support(charter: Charter): CharterProblem[] {
  const shares = [
    ...[...decidedOf(charter), ...cannotHonourOf(charter)].map(({ path, it }) => ({
      path: `${path}.support`,
      it: it.support,
    })),
    ...floorsOf(charter).flatMap(({ path, it: { basis } }) =>
      basis.kind === 'supermajority' ? [{ path: `${path}.basis.shares`, it: basis.shares }] : [],
    ),
  ]
  return shares.flatMap(({ path, it }) =>
    placed(charter.groups, 'groups').flatMap(({ it: { id } }) =>
      unless(
        Object.hasOwn(it.groups, id),
        'support-missing',
        `${path}.groups`,
        `give the share of group "${id}", or an interval from 0 to 1 with n 0 if nobody of it was asked`,
      ),
    ),
  )
}
