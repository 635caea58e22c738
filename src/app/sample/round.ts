import { type Charter, clausesOf, type RoundAct } from '../../charter/index.ts'
import { type ClauseId, type GroupId, id, type ParticipantId } from '../../kernel/index.ts'
import { PROPOSALS, REMARKS, SUPPORTERS } from './round-words.ts'

/** Somebody of the sample and the opinion group they are in. */
export interface Person {
  readonly id: ParticipantId
  readonly group: GroupId | null
}

/**
 * What the invented people do in the round on their first draft, in its order: remarks, proposals, support, answers.
 *
 * Errors: throws when the draft has no clause on a statement that somebody speaks about.
 */
export function roundOfSample(draft: Charter, people: readonly Person[]): readonly RoundAct[] {
  const somebody = drawnFrom(people)
  const remarks = REMARKS.map((remark, at): RoundAct => {
    const { group, on, stance, words, because } = remark
    return {
      kind: 'commented',
      id: id(`sample-c${at}`),
      participant: somebody(group),
      clause: on === null ? null : clauseAbout(draft, on),
      stance,
      words,
      because,
    }
  })
  const proposals = PROPOSALS.flatMap(
    ({ group, on, change, because, supporters, answer, reason }, at): RoundAct[] => {
      const proposal = id<'proposal'>(`sample-a${at}`)
      return [
        {
          kind: 'proposed',
          id: proposal,
          participant: somebody(group),
          clause: clauseAbout(draft, on),
          change,
          because,
        },
        ...Array.from(
          { length: supporters },
          (_, of): RoundAct => ({
            kind: 'supported',
            proposal,
            participant: somebody(SUPPORTERS[of % SUPPORTERS.length] ?? group),
          }),
        ),
        { kind: 'answered', proposal, answer, reason, by: 'drafting group of the sample assembly' },
      ]
    },
  )
  return [...remarks, ...proposals]
}

/** Hands out people of a group, each once, in the order in which they are listed. */
function drawnFrom(people: readonly Person[]): (group: string) => ParticipantId {
  const waiting = [...people]
  return (group) => {
    const at = waiting.findIndex((one) => one.group === group)
    const [found] = waiting.splice(at, 1)
    if (at < 0 || found === undefined) throw new Error(`the sample has nobody left in group ${group}`)
    return found.id
  }
}

/** The clause on a statement, or on the pair of them that a ruling is about. */
function clauseAbout(draft: Charter, on: readonly string[]): ClauseId {
  const found = clausesOf(draft).find((clause) => {
    const about =
      'prefer' in clause
        ? [clause.prefer.statement, clause.over.statement]
        : 'statement' in clause
          ? [clause.statement]
          : []
    return about.length === on.length && about.every((statement, at) => statement === on[at])
  })
  if (found === undefined) throw new Error(`the sample has no clause on ${on.join(' over ')}`)
  return found.id
}
