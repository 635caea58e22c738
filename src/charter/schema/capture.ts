import { z } from 'zod'
import { count, groupId, text } from './parts.ts'

/** What it would take to overturn a clause, and whose say on it came from one place. */

const ballots = z.number().int().min(1)

const flips = z
  .enum(['floor-falls', 'seat-lost', 'seat-won', 'ruling-undone', 'ruling-made'])
  .describe('What they would do; a contested ruling would stand, for either side.')

const aim = z
  .array(groupId)
  .describe('The groups in which so few are enough; none where it does not matter, or is not known.')

export const capture = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('exact'), flips, ballots, aim }),
    z.strictObject({
      kind: z.literal('between'),
      flips,
      atLeast: ballots.describe('Proven: fewer never do.'),
      atMost: ballots.nullable().describe('So many do, in an attack that was found; null where none was.'),
      aim,
    }),
    z.strictObject({ kind: z.literal('never'), flips }).describe('No number of added ballots does.'),
    z.strictObject({ kind: z.literal('not-by-votes'), because: text }),
    z.strictObject({ kind: z.literal('unknown'), because: text }),
  ])
  .meta({
    id: 'capture',
    description:
      'The price of capture: the fewest ballots that, added to those cast, flip it. People who voted keep votes and groups.',
  })

export const origins = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('checked'),
      rests: z.array(
        z.strictObject({ group: groupId, origin: text, without: z.enum(['no-group', 'no-majority']) }),
      ),
    }),
    z.strictObject({ kind: z.literal('unknown'), because: text }),
  ])
  .meta({
    id: 'origins',
    description:
      'Groups whose say on it, for or against, rests on one origin: an invitation batch, or a link. Shown, not enforced.',
  })

/** What every clause that ballots could overturn says. */
export const priced = { capture, origins }

export const captureBeside = z
  .strictObject({
    newGroup: count.describe(
      'The fewest added people who could be drawn as a group of their own: they could end any floor or ruling.',
    ),
  })
  .meta({ id: 'captureBeside', description: 'What the numbers of clauses leave out.' })
