import { number } from '../../../kernel/index.ts'
import { answersOf } from '../../votes/matrix.ts'
import { axesAgreement } from '../axes-agreement.ts'
import { counted, type Explain, unknowable } from './difference.ts'

/** Where people stand. */

/** Who would stand this many times farther out counts as touched. */
const FARTHER = 1.1

export const zeroedColumnsCounted: Explain = ({ result: { conversation } }) => {
  const { drawn, zeroed } = conversation
  if (zeroed.size === 0) return null
  const farther = drawn.participants.filter((_, row) => {
    const answers = answersOf(drawn, row)
    const counts = Math.sqrt(drawn.columns / answers)
    return counts > FARTHER * Math.sqrt((drawn.columns + zeroed.size) / (answers + zeroed.size))
  })
  return {
    kind: 'zeroed-columns-counted',
    cause: `Polis sets removed statements, and those about people, to 0 and then counts each as answered by everybody: here ${zeroed.size} of ${conversation.cast.columns} statements. That draws people who answered little towards the middle; these would stand more than a tenth farther out.`,
    touches: counted(farther.length, drawn.people, 'people'),
    ours: 'What was removed counts for nobody: each person is placed by the answers that are left.',
  }
}

/** Above this many people Polis draws its axes from samples. */
const MINI_BATCH_ABOVE = 10_000

export const miniBatch: Explain = ({ result: { conversation } }) =>
  conversation.cast.people <= MINI_BATCH_ABOVE
    ? null
    : {
        kind: 'mini-batch-axes',
        cause: `Above ${number(MINI_BATCH_ABOVE)} people Polis draws its axes from samples of 100 to 1,500 people. Chance chooses them, and the axes are never the same twice.`,
        touches: counted(conversation.cast.people, conversation.cast.people, 'people'),
        ours: 'The axes are those of all votes, to the last bit.',
      }

/** Axes that agree up to this are the same: 100 rounds of power iteration leave no more. */
const SAME_AXES = 1e-6

export const axesByChance: Explain = ({ published, result }) => {
  const cause = 'Polis starts its axes from chance after a restart, and from its last ones otherwise.'
  const ours = 'The axes follow from the votes alone.'
  if (published === null)
    return {
      kind: 'axes-by-chance',
      cause,
      touches: unknowable('exports do not hold the axes'),
      ours,
    }
  const worst = Math.min(...axesAgreement(result))
  if (worst >= 1 - SAME_AXES) return null
  const people = result.conversation.drawn.people
  return { kind: 'axes-by-chance', cause, touches: counted(people, people, 'people'), ours }
}
