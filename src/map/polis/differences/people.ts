import { number } from '../../../kernel/index.ts'
import { ENOUGH_ANSWERS } from '../../space/space.ts'
import { answersOf } from '../../votes/matrix.ts'
import type { Conversation } from '../conversation.ts'
import { type Compared, counted, type Explain, unknowable } from './difference.ts'

/** Who is grouped at all. */

const OURS = `Who answered at least ${ENOUGH_ANSWERS} statements that count is placed, whatever happened before.`

export const stickyMembership: Explain = (compared) => {
  const { result } = compared
  const cause = `Whoever Polis grouped once stays grouped, and the most active join where fewer than fifteen people answered ${ENOUGH_ANSWERS} statements.`
  const kept = belowThreshold(compared, 'cast')
  if (result.basis === 'votes-alone')
    return { kind: 'sticky-membership', cause, touches: unknowable(HISTORY), ours: OURS }
  if (kept === 0) return null
  return {
    kind: 'sticky-membership',
    cause,
    touches: counted(kept, result.inConversation.length, 'people'),
    ours: OURS,
  }
}

export const zeroedAnswersCount: Explain = (compared) => {
  const through = belowThreshold(compared, 'drawn') - belowThreshold(compared, 'cast')
  if (through <= 0) return null
  return {
    kind: 'answers-to-removed-statements-count',
    cause: `Answers to removed statements, and to those about people, count towards the ${ENOUGH_ANSWERS} that a person needs.`,
    touches: counted(through, compared.result.inConversation.length, 'people'),
    ours: OURS,
  }
}

/** Most people and statements that Polis reads; more are dropped, and nobody is told. */
const CAPS = { people: 100_000, statements: 10_000 }

export const beyondCaps: Explain = ({ result: { conversation } }) => {
  const { people, columns } = conversation.cast
  if (people <= CAPS.people && columns <= CAPS.statements) return null
  const isPeople = people > CAPS.people
  return {
    kind: 'beyond-its-caps',
    cause: `Polis drops people beyond ${number(CAPS.people)} and statements beyond ${number(CAPS.statements)}, and tells nobody.`,
    touches: isPeople
      ? counted(people - CAPS.people, people, 'people')
      : counted(columns - CAPS.statements, columns, 'statements'),
    ours: 'Everybody is on the map.',
  }
}

const HISTORY = 'it depends on everything the worker did before'

/** How many of those grouped answered less than enough, of all columns or of those that count. */
function belowThreshold({ result }: Compared, columns: keyof Pick<Conversation, 'cast' | 'drawn'>): number {
  const matrix = result.conversation[columns]
  const answers = new Map(matrix.participants.map((person, row) => [person, answersOf(matrix, row)]))
  const enough = Math.min(ENOUGH_ANSWERS, matrix.columns)
  return result.inConversation.filter((person) => (answers.get(person) ?? 0) < enough).length
}
