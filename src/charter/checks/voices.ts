import type { Charter } from '../schema.ts'
import { cannotHonourOf, decidedOf, statedOf } from './clauses.ts'
import { type CharterProblem, problem, unless } from './problem.ts'

/** Who gains, who loses, who objects, who was not heard: said, and said once. */
export function voices(charter: Charter): readonly CharterProblem[] {
  return [
    ...burdens(charter),
    ...effects(charter),
    ...dissent(charter),
    ...[...decidedOf(charter), ...cannotHonourOf(charter)].flatMap(({ path, it }) =>
      unless(
        it.because.trim() !== '',
        'because-missing',
        `${path}.because`,
        'say why, from counts and rules',
      ),
    ),
    ...unless(
      charter.unknowns.some(({ about }) => about === 'unheard' || about === 'no-population'),
      'unheard-missing',
      'unknowns',
      'say who was not heard, or that nobody said who is affected; this section is never optional',
    ),
  ]
}

function burdens(charter: Charter): CharterProblem[] {
  return [
    ...decidedOf(charter).flatMap(({ path, it }) =>
      it.burdens
        .filter((group) => !it.dissent.some((entry) => entry.group === group && entry.heard !== 'not-asked'))
        .map((group) =>
          problem(
            'burden-unheard',
            `${path}.dissent`,
            `record what "${group}" said, or that it was asked and gave no dissent`,
          ),
        ),
    ),
    ...statedOf(charter).flatMap(({ path, it }) =>
      charter.groups
        .filter(({ id }) => (it.support.groups[id]?.high ?? 1) < 0.5 && !it.burdens.includes(id))
        .map(({ id }) =>
          problem(
            'burden-hidden',
            `${path}.burdens`,
            `name "${id}" here: all of its interval lies below one half`,
          ),
        ),
    ),
  ]
}

function effects(charter: Charter): CharterProblem[] {
  return decidedOf(charter).flatMap(({ path, it }) =>
    charter.groups.flatMap(({ id }) => {
      const said = [it.benefits, it.burdens, it.notShown].flat().filter((group) => group === id).length
      return [
        ...unless(
          said > 0,
          'effect-unsaid',
          path,
          `say whether "${id}" gains or loses, or list it under notShown`,
        ),
        ...unless(said < 2, 'effect-twice', path, `list "${id}" once among benefits, burdens and notShown`),
      ]
    }),
  )
}

function dissent(charter: Charter): CharterProblem[] {
  return decidedOf(charter).flatMap(({ path, it }) =>
    it.dissent.flatMap(({ group, share, heard, words, more }, at) => [
      ...unless(
        (heard === 'words') === words.length > 0 && (heard === 'words' || more === 0),
        'dissent-at-odds',
        `${path}.dissent[${at}].words`,
        'give words exactly where "heard" says words',
      ),
      ...unless(
        (heard === 'not-asked') === (share === null),
        'dissent-at-odds',
        `${path}.dissent[${at}].share`,
        'give the share of those asked, and null exactly where "heard" says not-asked',
      ),
      ...unless(
        it.dissent.findIndex((entry) => entry.group === group) === at,
        'dissent-at-odds',
        `${path}.dissent[${at}].group`,
        `put what "${group}" said in one entry`,
      ),
    ]),
  )
}
