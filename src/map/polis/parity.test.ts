import { expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import type { CastVote, Listening } from '../../listen/index.ts'
import { nearestCentroidAccuracy } from '../groups/compare.ts'
import type { PlacedPerson } from '../opinion-map.ts'
import { agreementWith } from './agreement.ts'
import { CONVERSATIONS, describeWithData, exported, LIVE, live } from './polis.case.ts'
import { type PolisResult, polisOf } from './polis.ts'

/** What we make of votes, against what Polis published of them. */

const peopleIn = ({ positions }: PolisResult): { readonly people: readonly PlacedPerson[] } => ({
  people: [...positions].map(([id, [x, y]]) => ({ id, x, y, answers: 0, group: null, firmness: 0 })),
})

/** The export with its groups, as an importer reads it. */
function withGroups({
  listening,
  labels,
}: Pick<ReturnType<typeof exported>, 'listening' | 'labels'>): Listening {
  return {
    ...listening,
    participants: listening.participants.map((person) => ({
      ...person,
      exportedGroup: labels.get(person.id) ?? null,
    })),
  }
}

describeWithData('exports of Polis', () => {
  /** Nearest-centroid accuracy of the exported labels in a recomputed space, and the first by consensus. */
  const published: Record<
    (typeof CONVERSATIONS)[number],
    { accuracy: number; first: [string, number] | null }
  > = {
    'vtaiwan.uberx': { accuracy: 0.977, first: ['40', 0.86] },
    'american-assembly.bowling-green': { accuracy: 0.97, first: ['83', 0.696] },
    'ssis.land-bank-farmland.2rumnecbeh.2021-08-01': { accuracy: 0.992, first: null },
    'scoop-hivemind.taxes': { accuracy: 0.993, first: null },
    'bg2050-volunteers': { accuracy: 1, first: ['27', 0.873] },
    '15-per-hour-seattle': { accuracy: 0.993, first: ['2', 0.371] },
    'brexit-consensus': { accuracy: 0.97, first: ['14', 0.851] },
  }

  test.each(CONVERSATIONS)('%s: the exported groups stand apart, and agree first on', (name) => {
    const { labels, ...rest } = exported(name)
    const result = polisOf(withGroups({ labels, ...rest }), null)
    const accuracy = nearestCentroidAccuracy(peopleIn(result), labels)
    console.log(
      `${name}: nearest-centroid accuracy ${accuracy.toFixed(4)}, published ${published[name].accuracy}`,
    )
    expect(accuracy).toBeGreaterThanOrEqual(published[name].accuracy - 0.005)
    const shown = [...result.groupAwareConsensus].filter(([id]) => !result.conversation.zeroed.has(id))
    const [first] = shown.sort(([, a], [, b]) => b - a)
    const expected = published[name].first
    if (expected !== null) expect([first?.[0], Number(first?.[1].toFixed(3))]).toEqual(expected)
  })

  test('bg2050-volunteers: the whole group-informed consensus column', () => {
    const { consensusColumn, ...rest } = exported('bg2050-volunteers')
    const { groupAwareConsensus } = polisOf(withGroups(rest), null)
    const same = [...consensusColumn].filter(
      ([statement, value]) => Math.abs(groupAwareConsensus.get(id(statement))! - value) < 1e-12,
    )
    expect([same.length, consensusColumn.size]).toEqual([371, 371])
  })
})

describeWithData('conversations with the result that Polis computed', () => {
  /** From its published base clusters: people grouped, base clusters by group, and what most people agree with. */
  const published: Record<(typeof LIVE)[number], object> = {
    '150ptpt-3gp-no-strict-no-meta': {
      grouped: 121,
      base: [20, 32, 48],
      agree: ['0', '82', '52', '44', '56'],
    },
    '25ptpt-3gp-no-strict-with-meta': {
      grouped: 27,
      base: [11, 10, 6],
      agree: ['27', '19', '30', '17', '47'],
    },
    'below-100-ptpts': { grouped: 23, base: [11, 3, 9], agree: ['26', '28', '32', '30', '18'] },
  }

  test.each(LIVE)('%s: every published figure, to the last count', (name) => {
    const { listening, math } = live(name)
    const result = polisOf(listening, math)
    const { groupOf } = result.grouping
    const inGroup = (group: string) =>
      result.baseClusters.filter(({ members }) => groupOf.get(members[0]!) === group).length
    expect({
      grouped: result.inConversation.length,
      base: ['0', '1', '2'].map(inGroup),
      agree: result.consensus
        .filter(({ direction }) => direction === 'agree')
        .map(({ statement }) => statement),
    }).toEqual(published[name])
    const agreement = agreementWith(result, math)
    console.log(`${name}: ${agreement.map(({ part, same, of }) => `${part} ${same}/${of}`).join('; ')}`)
    for (const { part, same, of } of agreement) expect({ part, same }).toEqual({ part, same: of })
    const parts = Object.fromEntries(agreement.map((one) => [one.part, one]))
    const [statements, groups] = [math.mean.size, math.votes.size]
    expect(parts).toMatchObject({
      'votes of groups': { of: 3 * statements * groups, largest: 0 },
      'group-informed consensus': { of: statements },
      'number of groups': { of: 1, largest: 0 },
      'components, |cosine|': { of: 2 },
      priorities: { of: statements },
    })
  })

  test('one vote turned is seen in votes, consensus and priorities', () => {
    const { listening, math } = live('below-100-ptpts')
    const turn = (vote: CastVote): CastVote =>
      vote.participant === '1' && vote.statement === '4' ? { ...vote, vote: 'disagree' } : vote
    const result = polisOf({ ...listening, votes: listening.votes.map(turn) }, math)
    const differing = agreementWith(result, math).flatMap(({ part, same, of }) => (same < of ? [part] : []))
    for (const part of [
      'votes of groups',
      'group-informed consensus',
      'priorities',
      'centres of base clusters',
    ])
      expect(differing).toContain(part)
  })
})
