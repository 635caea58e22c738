import type { ClauseId, ParticipantId, Problem } from '../../kernel/index.ts'
import { check } from '../check.ts'
import type { Charter } from '../schema.ts'
import type { RoundAct } from './acts.ts'
import { amend, amendAll } from './amend.ts'
import { adoptedOf, proposalOf, type Round } from './round.ts'

/** As many characters as are kept of a remark or a reason. ADR 0063. */
export const LONGEST_REMARK = 1000

/** How much one person may say in a round, so that nobody fills the page. ADR 0063. */
export const MOST_BY_ONE = 30

/** Why an act cannot be taken in a round as it stands; null: it can. */
export function refusalOf(round: Round, act: RoundAct): Problem | null {
  switch (act.kind) {
    case 'opened':
      return problem('a round', 'a round that is open already', 'to be opened once')
    case 'commented':
      return said(round, act, [act.words, act.because])
    case 'proposed':
      return said(round, act, [act.because]) ?? proposed(round, act)
    case 'supported':
      return supported(round, act)
    case 'taken-back':
      return takenBack(round, act)
    case 'answered':
      return answered(round, act)
  }
}

/** Every clause of a charter. */
export const clausesOf = ({ principles, rulings, contested, cannotHonour, unknowns }: Charter) =>
  [principles, rulings, contested, cannotHonour, unknowns].flat()

type Act<Kind extends RoundAct['kind']> = Extract<RoundAct, { kind: Kind }>

function said(
  round: Round,
  { clause, participant }: { readonly clause: ClauseId | null; readonly participant: ParticipantId },
  texts: readonly string[],
): Problem | null {
  if (clause !== null && !clausesOf(round.draft).some(({ id }) => id === clause))
    return problem('clause', `"${clause}"`, 'a clause of this draft')
  if (texts.some((words) => words.trim() === ''))
    return problem(clause ?? 'the draft', 'nothing said', 'words and a reason')
  const long = texts.find((words) => words.length > LONGEST_REMARK)
  if (long !== undefined)
    return problem(clause ?? 'the draft', `${long.length} characters`, `at most ${LONGEST_REMARK}`)
  const own = [...round.remarks, ...round.proposals].filter((one) => one.participant === participant)
  return own.length < MOST_BY_ONE
    ? null
    : problem(
        'the round',
        `${own.length} things said by one person`,
        `at most ${MOST_BY_ONE}; take one back first`,
      )
}

function proposed({ draft }: Round, { clause, change }: Act<'proposed'>): Problem | null {
  if (change.kind === 'request')
    return change.words.length <= LONGEST_REMARK
      ? null
      : problem(clause ?? 'the draft', `${change.words.length} characters`, `at most ${LONGEST_REMARK}`)
  const made = amend(draft, { clause, change })
  if (made.kind === 'refused') return made.problem
  return made.value === draft ? problem(clause ?? 'the draft', 'what it says already', 'a change') : null
}

function supported(round: Round, { proposal, participant }: Act<'supported'>): Problem | null {
  const found = proposalOf(round, proposal)
  if (found === null) return problem('the round', 'no such proposal', 'one that stands')
  return [found.participant, ...found.supporters].includes(participant)
    ? problem('the round', 'support from whoever gave it already', 'each person once')
    : null
}

function takenBack(round: Round, { of, participant }: Act<'taken-back'>): Problem | null {
  const found = [...round.remarks, ...round.proposals].find(({ id }) => id === of)
  if (found === undefined || found.participant !== participant)
    return problem('the round', 'something else', 'what you said yourself in this round')
  return 'answer' in found && found.answer !== null
    ? problem('the round', 'a proposal that was answered', 'one without an answer: its answer stands with it')
    : null
}

function answered(round: Round, { proposal, answer, reason }: Act<'answered'>): Problem | null {
  const found = proposalOf(round, proposal)
  if (found === null) return problem('the round', 'no such proposal', 'one that stands')
  if (reason.trim() === '') return problem('an answer', 'no reason', 'why it is answered so')
  if (reason.length > LONGEST_REMARK)
    return problem('an answer', `${reason.length} characters`, `at most ${LONGEST_REMARK}`)
  if (answer !== 'adopted') return null
  const others = adoptedOf(round).filter(({ id }) => id !== proposal)
  const made = amendAll(round.draft, [...others, found])
  if (made.kind === 'refused') return made.problem
  const before = new Set(errorsOf(round.draft))
  const fault = errorsOf(made.value).find((one) => !before.has(one))
  return fault === undefined
    ? null
    : problem(found.clause ?? 'the draft', 'a change that fails a check', fault)
}

const errorsOf = (charter: Charter): readonly string[] =>
  check(charter).flatMap(({ severity, path, says }) => (severity === 'error' ? [`${path}: ${says}`] : []))

const problem = (place: string, found: string, expected: string): Problem => ({ place, found, expected })
