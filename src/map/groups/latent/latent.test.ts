import { describe, expect, test } from 'vitest'
import { FOUR_GROUPS, type PopulationPlan, populationOf } from '../../../kernel/index.ts'
import { adjustedRandOf, contingencyOf } from '../contingency.ts'
import { groupsOfVotes, USUAL } from '../groups.ts'
import { NONE } from '../membership.ts'
import { answerShares, classesOf, emStep, posterior } from './classes.ts'
import { difference, foretold, heldBack } from './held-back.ts'

const SIZE = { people: 500, statements: 60 }
const planted = (opinions: PopulationPlan['opinions'], size = SIZE) =>
  populationOf({ ...FOUR_GROUPS, ...size, ability: 0, opinions }, 'latent')
const LATENT = { ...USUAL, seed: 'latent', reruns: 4, groups: 'latent-class' } as const
const { votes, group } = planted({ kind: 'groups', shares: [0.5, 0.3, 0.2], spread: 2 })

describe('latent classes', () => {
  test('no step makes the votes less likely, but for what the prior takes', () => {
    const prior = answerShares(votes)
    const start = classesOf(
      votes,
      3,
      Uint8Array.from(group, (_, row) => row % 3),
      prior,
    )
    let [last, classes] = [Number.NEGATIVE_INFINITY, start]
    for (let at = 0; at < 15; at++) {
      const next = emStep(votes, classes, prior)
      expect(next.likelihood).toBeGreaterThan(last - 1)
      ;[last, classes] = [next.likelihood, next.classes]
    }
  })

  test('a person with no vote belongs to the classes as all people do', () => {
    const prior = answerShares(votes)
    const { logChance } = classesOf(
      votes,
      2,
      Uint8Array.from(group, (one) => Math.min(one, 1)),
      prior,
    )
    const belongs = new Float64Array(2)
    const logShare = Float64Array.of(Math.log(0.3), Math.log(0.7))
    const nothing = { ...votes, people: 1, rowStart: Uint32Array.of(0, 0) }
    expect(posterior(nothing, 0, { logShare, logChance, belongs })).toBeCloseTo(0, 12)
    expect([...belongs]).toEqual([expect.closeTo(0.3, 12), expect.closeTo(0.7, 12)])
  })

  test('votes are held back once, and none is lost', () => {
    const rows = [...group.keys()]
    const { kept, held } = heldBack(votes, rows, 'held')
    expect(kept.vote.length + held.vote.length).toBe(votes.vote.length)
    expect(held.vote.length / votes.vote.length).toBeCloseTo(0.1, 1)
  })

  test('true groups foretell votes that were held back, groups by chance do not', () => {
    const halves = heldBack(votes, [...group.keys()], 'foretold')
    const prior = answerShares(halves.kept)
    const by = (k: number, labels: Uint8Array) => foretold(halves, classesOf(halves.kept, k, labels, prior))
    const together = by(1, new Uint8Array(group.length))
    const truth = difference(by(3, group), together)
    expect(truth.mean).toBeGreaterThan(5 * truth.error)
    expect(
      difference(
        by(
          3,
          group.map((_, row) => row % 3),
        ),
        together,
      ).mean,
    ).toBeLessThan(truth.mean / 5)
  })

  test('planted groups are found, with their members', () => {
    const { grouping, labels, firmness } = groupsOfVotes(votes, LATENT)
    expect(grouping.kind === 'groups' ? grouping.groups.map(({ id }) => id) : grouping.because).toEqual([
      'A',
      'B',
      'C',
    ])
    const table = contingencyOf({ k: 3, labels: group }, { k: 3, labels }, new Float64Array(500).fill(1))
    expect(adjustedRandOf(table)).toBeGreaterThan(0.9)
    expect(firmness.every((sure) => sure > 1 / 3 && sure <= 1)).toBe(true)
    expect(grouping.evidence.latent?.toKMeans).toBeGreaterThan(0.8)
  })

  test.each([
    [{ kind: 'random' }, 'votes held back are foretold no better by groups than by everybody together'],
    [{ kind: 'continuum', steep: 4 }, 'foretell'],
  ] as const)('where there are none, none are found: %o', (opinions, because) => {
    const { grouping, labels } = groupsOfVotes(planted(opinions).votes, LATENT)
    expect(grouping).toMatchObject({ kind: 'no-stable-groups', because: expect.stringContaining(because) })
    expect(labels.every((label) => label === NONE)).toBe(true)
  })
})

describe('as many classes as were asked for', () => {
  const size = { people: 150, statements: 40 }
  const asked = (opinions: PopulationPlan['opinions'], k: number) =>
    groupsOfVotes(planted(opinions, size).votes, { ...LATENT, reruns: 1, k })

  test('are shown, and what speaks against them is said', () => {
    const { grouping, labels } = asked({ kind: 'groups', shares: [0.4, 0.3, 0.3], spread: 3 }, 2)
    expect(grouping.kind === 'groups' && grouping.groups.map(({ members }) => members)).toHaveLength(2)
    expect(new Set(labels)).toEqual(new Set([0, 1]))
    expect(grouping.evidence).toMatchObject({
      asked: 2,
      latent: { doubt: 'votes held back are foretold better by 3 groups' },
    })
  })

  test('are tried even where the search ended before', () => {
    const { grouping } = asked({ kind: 'random' }, 5)
    expect(grouping.evidence.latent?.doubt).toBe('votes held back are foretold as well by everybody together')
    expect(grouping.evidence.latent?.classes.length).toBeGreaterThanOrEqual(5)
  })
})

describe('groups on the map', () => {
  test('that foretell nothing are none, although they fit and come back', () => {
    // With many statements, axes follow those that most people were asked.
    const random = populationOf(
      {
        ...FOUR_GROUPS,
        people: 3000,
        statements: 1000,
        ability: 0,
        opinions: { kind: 'random' },
        routing: { skew: 1, likeMinded: 0, agreed: 0 },
      },
      'clumps',
    )
    const { grouping } = groupsOfVotes(random.votes, { ...USUAL, seed: 'clumps', reruns: 5 })
    if (grouping.kind !== 'no-stable-groups') return expect.fail('there are groups')
    expect(grouping.because).toBe(
      'divided in 5, people’s groups foretell nothing about votes that were held back',
    )
    // That division alone was asked what it foretells; of the others it is not said.
    const told = grouping.evidence.tried.flatMap(({ verdict }) =>
      verdict.kind === 'not-stable' && verdict.because.includes('foretell nothing') ? [verdict.because] : [],
    )
    expect(new Set(told)).toEqual(new Set([grouping.because]))
  })

  test('so many as were asked for are shown, and it is recorded that they were asked for', () => {
    const { grouping } = groupsOfVotes(votes, { ...USUAL, seed: 'asked', reruns: 4, k: 4 })
    expect(grouping.kind === 'groups' && grouping.groups.length).toBe(4)
    expect(grouping.evidence.asked).toBe(4)
    expect(grouping.evidence.tried.map(({ k }) => k)).toEqual([2, 3, 4, 5])
  })
})
