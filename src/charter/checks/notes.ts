import { contained, id, quoted } from '../../kernel/index.ts'
import { circleWith } from '../precedence.ts'
import type { Charter } from '../schema.ts'
import { allRulingsOf, cannotHonourOf, decidedOf, floorsOf, rulingsOf, statedOf } from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'
import { signsOf } from './rules.ts'

/** Nothing wrong, but a reader should know it. */
export function notes(charter: Charter): readonly CharterProblem[] {
  return [
    ...aboutAll(charter),
    ...aboutFloors(charter),
    ...aboutClauses(charter),
    ...aboutPrecedence(charter),
    ...aboutTools(charter),
    ...aboutWords(charter),
  ]
}

function aboutAll(charter: Charter): CharterProblem[] {
  return [
    ...unless(charter.seal !== null, 'draft', 'seal', 'a draft: nobody has ratified or sealed it'),
    ...unless(
      !charter.assembly.synthetic,
      'synthetic',
      'assembly.synthetic',
      'the people and numbers here are invented',
    ),
    ...unless(
      charter.groups.length > 0,
      'no-groups',
      'groups',
      '"in every group" asks nothing here: there are no groups',
    ),
    ...unless(
      charter.unknowns.every(({ about }) => about !== 'no-population'),
      'no-population-targets',
      'unknowns',
      'nobody said who is affected, so nobody can say who is missing',
    ),
  ]
}

function aboutFloors(charter: Charter): CharterProblem[] {
  return floorsOf(charter).flatMap(({ path, it }) => [
    ...unless(
      it.rules.some(({ kind }) => kind !== 'ask-judge'),
      'floor-needs-judge',
      `${path}.rules`,
      `only a judge can tell whether ${it.id} is kept; without one it is unknown, and unknown holds`,
    ),
    ...unless(
      it.basis.kind !== 'supermajority' || it.basis.asked === 'must-hold',
      'floor-rests-on-agreement',
      `${path}.basis`,
      `nobody was asked whether ${it.id} must hold for everyone: it rests on agreement`,
    ),
  ])
}

function aboutClauses(charter: Charter): CharterProblem[] {
  return [
    ...decidedOf(charter).flatMap(({ path, it }) => [
      ...unless(it.motive !== null, 'motive-unsaid', `${path}.motive`, `nobody said why ${it.id} exists`),
      ...charter.groups
        .filter(({ id }) => it.support.groups[id]?.n === 0)
        .map(({ id }) =>
          problem(
            'group-not-asked',
            `${path}.support.groups.${id}`,
            `nobody of group ${id} was asked about ${it.id}`,
          ),
        ),
    ]),
    ...rulingsOf(charter).flatMap(({ path, it }) =>
      unless(
        it.inScope.some(({ honours }) => honours.length > 0),
        'ruling-untested',
        `${path}.inScope`,
        `no response is known to follow ${it.id}, so no trial can test it`,
      ),
    ),
    ...cannotHonourOf(charter).flatMap(({ path, it }) =>
      unless(
        it.honouredIn.length > 0,
        'honoured-nowhere',
        `${path}.honouredIn`,
        `no part of ${it.id} is kept anywhere`,
      ),
    ),
  ]
}

/** In each case one value comes first, but across cases nobody could say which matters most. */
function aboutPrecedence(charter: Charter): CharterProblem[] {
  const all = rulingsOf(charter)
  const anywhere = all.map(({ it }) => ({ ...it, when: [ANYWHERE] }))
  return all.flatMap(({ path, it }, at) => {
    const round = circleWith({ ...it, when: [ANYWHERE] }, anywhere.slice(0, at))
    const here = circleWith(
      it,
      all.slice(0, at).map((other) => other.it),
    )
    if (round === null || round.way.length < 2 || here !== null) return []
    const names = round.way.map(({ id }) => id).join(', ')
    return [
      problem(
        'rulings-lead-round',
        path,
        `with ${names} this goes round in a circle, though in different cases`,
      ),
    ]
  })
}

const ANYWHERE = { id: id<'case'>('anywhere'), title: 'anywhere' }

function aboutTools(charter: Charter): CharterProblem[] {
  const listed = new Set([...charter.tools.reversible, ...charter.tools.irreversible])
  const named = [
    ...floorsOf(charter).flatMap(({ path, it }) =>
      it.rules.flatMap((rule, at) =>
        'tools' in rule ? rule.tools.map((tool) => ({ path: `${path}.rules[${at}].tools`, tool })) : [],
      ),
    ),
    ...signsOf(charter).flatMap(({ path, it }) => (it.kind === 'calls' ? [{ path, tool: it.tool }] : [])),
  ]
  return named
    .filter(({ tool }) => !listed.has(tool))
    .map(({ path, tool }) =>
      problem('tool-unlisted', path, `${quoted(tool)} is in no list of tools, so it counts as irreversible`),
    )
}

function aboutWords(charter: Charter): CharterProblem[] {
  const words = [
    ...[...statedOf(charter), ...cannotHonourOf(charter)].map(({ path, it }) => ({
      path: `${path}.text`,
      text: it.text,
    })),
    ...allRulingsOf(charter).flatMap(({ path, it }) => [
      { path: `${path}.prefer.text`, text: it.prefer.text },
      { path: `${path}.over.text`, text: it.over.text },
    ]),
  ]
  return words.flatMap(({ path, text }) =>
    unless(
      contained(text) === text,
      'words-replaced',
      path,
      'targets replace some characters of this text (breaks, brackets, invisible ones) so that it stays one line of words',
    ),
  )
}
