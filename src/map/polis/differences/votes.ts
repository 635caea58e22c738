import { number } from '../../../kernel/index.ts'
import { ABOUT_PEOPLE_PRIORITY } from '../priorities.ts'
import { counted, type Explain, unknowable } from './difference.ts'

/** How votes are counted, and what is said of statements. */

export const reVotes: Explain = ({ listening, result }) => {
  if (result.basis !== 'exported-groups') return null
  const count = listening.notes
    .filter(({ kind }) => kind === 'votes-counted-twice')
    .reduce((sum, note) => sum + note.count, 0)
  const isDated = listening.votes.some(({ at }) => at !== null)
  if (isDated && count === 0) return null
  return {
    kind: 're-votes-counted-twice',
    cause: 'When people change a vote, the totals that Polis exports count the old vote and the new one.',
    touches: isDated
      ? counted(count, listening.votes.length, 'votes')
      : unknowable('the export does not say when votes were cast, nor which were replaced'),
    ours: 'Only the latest vote of a person counts.',
  }
}

export const removedRanked: Explain = ({ result: { conversation } }) =>
  conversation.zeroed.size === 0
    ? null
    : {
        kind: 'removed-statements-ranked',
        cause: 'Polis gives group-informed consensus and a priority to statements that were removed, too.',
        touches: counted(conversation.zeroed.size, conversation.cast.columns, 'statements'),
        ours: 'Removed statements, and those about people, are not ranked.',
      }

export const collapsedPriorities: Explain = ({ published, result: { conversation } }) => {
  const cause = `Polis gives the priority ${ABOUT_PEOPLE_PRIORITY} to every statement that it takes to be about people; under strict moderation that can be all of them. Then which statement comes next is pure chance.`
  const ours = 'The map has no priorities; they are computed only to reproduce Polis.'
  if (published === null)
    return {
      kind: 'collapsed-priorities',
      cause,
      touches: unknowable('exports do not hold priorities'),
      ours,
    }
  const collapsed = [...published.priorities].flatMap(([statement, priority]) =>
    priority === ABOUT_PEOPLE_PRIORITY && !conversation.aboutPeople.has(statement) ? [statement] : [],
  )
  if (collapsed.length === 0) return null
  const unlisted = collapsed.filter((statement) => published.aboutPeople?.has(statement) !== true)
  const touches = counted(collapsed.length, published.priorities.size, 'statements')
  return { kind: 'collapsed-priorities', cause: `${cause} ${madeAgain(unlisted.length)}`, touches, ours }
}

const madeAgain = (unlisted: number): string =>
  unlisted === 0
    ? 'The published file lists these statements as being about people ("meta-tids"), and so they are made again.'
    : `The published file does not list ${number(unlisted)} of them as being about people ("meta-tids"), and no published rule says when it happens: those are not made again.`
