import { isMade } from '../rounds/amend.ts'
import { termsOf } from '../rounds/round.ts'
import type { Charter } from '../schema.ts'
import { placed } from './clauses.ts'
import { type CharterProblem, unless } from './problem.ts'

/** A round says what became of each proposed change, and the charter says what was adopted. ADR 0063. */
export function rounds(charter: Charter): readonly CharterProblem[] {
  const { round } = charter
  if (round === null)
    return unless(false, 'no-round', 'round', 'nobody was asked to comment on this draft before the vote')
  return [
    ...unless(
      round.terms === termsOf(charter),
      'round-terms-differ',
      'round.terms',
      'hold the vote under the rule, seats, thresholds and plan that were fixed when the round was opened',
    ),
    ...proposals(charter, round),
    ...clauses(charter, round),
    ...unless(
      round.people <= round.comments + round.proposals.reduce((sum, { people }) => sum + people, 0) &&
        round.dissent.length <= round.comments,
      'round-miscounted',
      'round.people',
      'count again: everybody who took part commented, proposed or supported something',
    ),
  ]
}

type Recorded = NonNullable<Charter['round']>

const proposals = (charter: Charter, round: Recorded): CharterProblem[] =>
  placed(round.proposals, 'round.proposals').flatMap(({ path, it }) => [
    ...unless(
      it.answer !== 'adopted' || isMade(charter, it),
      'amendment-not-made',
      `${path}.answer`,
      it.change.kind === 'request'
        ? 'defer or reject a request: only listening again can meet it'
        : `make the change in ${it.clause ?? 'the charter'}, or do not say that it was adopted`,
    ),
    ...unless(
      it.reason.trim() !== '' && it.because.trim() !== '',
      'because-missing',
      path,
      'say why it was proposed, and why it was answered so',
    ),
  ])

function clauses(charter: Charter, round: Recorded): CharterProblem[] {
  const known = new Set<string>(
    [charter.principles, charter.rulings, charter.contested, charter.cannotHonour, charter.unknowns]
      .flat()
      .map(({ id }) => id),
  )
  const groups = new Set<string>(charter.groups.map(({ id }) => id))
  return [
    ...[...placed(round.proposals, 'round.proposals'), ...placed(round.dissent, 'round.dissent')].flatMap(
      ({ path, it: { clause } }) =>
        unless(
          clause === null || known.has(clause),
          'clause-unknown',
          `${path}.clause`,
          `name a clause of this charter, not "${clause}"`,
        ),
    ),
    ...placed(round.dissent, 'round.dissent').flatMap(({ path, it: { group } }) =>
      unless(
        group === null || groups.has(group),
        'group-unknown',
        `${path}.group`,
        `name a group of this charter; it has no "${group}"`,
      ),
    ),
  ]
}
