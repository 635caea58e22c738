import { sealReason } from '../hash.ts'
import { groupOutcome, outcomeOf, samePlan } from '../ratify.ts'
import type { Charter, Ratification } from '../schema.ts'
import { type CharterProblem, unless } from './problem.ts'

/** Nothing is put in force cheaply, and the seal says what was. */
export function force(charter: Charter): readonly CharterProblem[] {
  return [...thresholds(charter), ...plan(charter), ...seal(charter)]
}

function thresholds(charter: Charter): CharterProblem[] {
  const { dialTouchesOthers, ...least } = charter.method.thresholds
  return [
    ...Object.entries(least).flatMap(([name, value]) =>
      unless(
        value >= 0.5,
        'thresholds-lenient',
        `method.thresholds.${name}`,
        `ask for at least one half, not ${value}`,
      ),
    ),
    ...unless(
      dialTouchesOthers < 0.5,
      'thresholds-lenient',
      'method.thresholds.dialTouchesOthers',
      `leave to each person only what few say touches others, not ${dialTouchesOthers}`,
    ),
  ]
}

function plan({ ratificationPlan }: Charter): CharterProblem[] {
  return [
    ...(['overall', 'eachGroup'] as const).flatMap((part) =>
      unless(
        ratificationPlan[part] >= 0.5,
        'ratification-lenient',
        `ratificationPlan.${part}`,
        `ask for at least one half, not ${ratificationPlan[part]}`,
      ),
    ),
    ...unless(
      ratificationPlan.quorum > 0,
      'quorum-missing',
      'ratificationPlan.quorum',
      'say how many people must vote at least',
    ),
  ]
}

function seal(charter: Charter): CharterProblem[] {
  const reason = sealReason(charter, null)
  const vote = charter.seal?.ratification ?? null
  return [
    ...unless(
      reason !== 'hash-differs',
      'seal-hash-differs',
      'seal.hash',
      'put the ratified content back, or take the seal off: it belongs to another content',
    ),
    ...unless(
      reason !== 'bad-signature',
      'seal-signature-bad',
      'seal.signature',
      'sign the seal again, or take it off',
    ),
    ...unless(
      vote === null || samePlan(vote.plan, charter.ratificationPlan),
      'seal-plan-differs',
      'seal.ratification.plan',
      'count under the plan that the charter fixed before the vote',
    ),
    ...unless(
      vote === null || (outcomeOf(vote) === vote.outcome && groupsCounted(vote)),
      'ratification-miscounted',
      'seal.ratification',
      'count again: the outcome does not follow from the votes and the plan',
    ),
  ]
}

function groupsCounted(vote: Ratification): boolean {
  const groups = Object.values(vote.groups)
  const sum = (part: 'yes' | 'no' | 'abstain' | 'people') =>
    groups.reduce((all, group) => all + group[part], 0)
  return (
    groups.every((group) => group.outcome === groupOutcome(vote.plan, vote.roll, group)) &&
    (['yes', 'no', 'abstain'] as const).every((part) => sum(part) <= vote[part]) &&
    vote.yes + vote.no + vote.abstain <= vote.roll &&
    sum('people') <= vote.roll
  )
}
