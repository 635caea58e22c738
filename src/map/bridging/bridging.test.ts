import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FOUR_GROUPS, populationOf, resultOf } from '../../kernel/index.ts'
import { type Answer, anyAnswers, listeningOf } from '../listening.case.ts'
import { planted } from '../planted.case.ts'
import { matrixOf, type VoteMatrix } from '../votes/matrix.ts'
import { bridgingSteps } from './bridging.ts'
import { bridgingScoresOf, FROM_THE_VOTES } from './scores.ts'

/** The scores of every statement, without a word on the way. */
const bridgingOf = (matrix: VoteMatrix) => resultOf(bridgingSteps(matrix))

const everybody = (people: number, statements: number, prefix = ''): Answer[] =>
  Array.from({ length: people * statements }, (_, at): Answer => {
    const [person, statement] = [at % people, Math.floor(at / people)]
    return [
      `${prefix}${person}`,
      `${prefix}${statement}`,
      (person + statement) % 3 === 0 ? 'disagree' : 'agree',
    ]
  })

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [a, b].map((of) => {
    const mean = Array.from(of).reduce((sum, one) => sum + one, 0) / of.length
    return Array.from(of, (one) => one - mean)
  }) as [number[], number[]]
  const dot = (p: number[], q: number[]) => p.reduce((sum, one, at) => sum + one * q[at]!, 0)
  return dot(x, y) / Math.sqrt(dot(x, x) * dot(y, y))
}

describe('bridging', () => {
  test('what both sides agree with bridges; what one side agrees with divides', () => {
    // Ten on each side; "1" for one side, "2" for the other, "3" for both, "4" for neither.
    const answers = Array.from({ length: 20 }, (_, person): Answer[] => {
      const side = person % 2 === 0
      return [
        [`${person}`, '1', side ? 'agree' : 'disagree'],
        [`${person}`, '2', side ? 'disagree' : 'agree'],
        [`${person}`, '3', 'agree'],
        [`${person}`, '4', 'disagree'],
      ]
    }).flat()
    const known = bridgingOf(matrixOf(listeningOf(answers))).map((one) => {
      if (one.kind === 'unknown') throw new Error(one.because)
      return one
    })
    const [one, two, both, neither] = known
    expect(one!.factor).toBeGreaterThan(0.5)
    expect(two!.factor).toBeCloseTo(-one!.factor, 3)
    expect(Math.abs(both!.factor)).toBeLessThan(0.01)
    expect(both!.score.low).toBeGreaterThan(one!.score.high)
    expect(neither!.score.high).toBeLessThan(two!.score.low)
    expect(both!.score).toMatchObject({ n: 20, method: 'jackknife', level: 0.95 })
  })

  test('finds the planted line, and how readily everybody agrees beside it', () => {
    const plan = { ...FOUR_GROUPS, opinions: { kind: 'groups', shares: [1, 1], spread: 1.05 } as const }
    const { votes, support } = populationOf({ ...plan, people: 1500, statements: 100 }, 'bridging/line')
    const { intercept, factor } = bridgingScoresOf(votes)
    const [first, second] = [support.subarray(0, 100), support.subarray(100)]
    const apart = first.map((share, column) => share - second[column]!)
    const shared = first.map((share, column) => (share + second[column]!) / 2)
    expect(Math.abs(correlation(factor, apart))).toBeGreaterThan(0.95)
    expect(correlation(intercept, shared)).toBeGreaterThan(0.95)
    expect(Math.max(...factor)).toBeGreaterThan(-Math.min(...factor) * 0.999)
  })

  test('is a function of the votes: the same bits in whatever order they come', () => {
    const { listening } = planted({ kind: 'cloud' }, { people: 40, statements: 12, answered: 0.6 }, 'order')
    const bridging = bridgingOf(matrixOf(listening))
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...listening.votes], { minLength: listening.votes.length }),
        (votes) => {
          expect(bridgingOf(matrixOf({ ...listening, votes }))).toStrictEqual(bridging)
        },
      ),
      { numRuns: 5 },
    )
  })

  test('turned answers turn the scores about what is usual, and leave the sides as they are', () => {
    const { listening } = planted({ kind: 'cloud' }, { people: 60, statements: 10, answered: 0.8 }, 'turned')
    const turned = { agree: 'disagree', pass: 'pass', disagree: 'agree' } as const
    const of = (votes: typeof listening.votes) => bridgingScoresOf(matrixOf({ ...listening, votes }))
    const straight = of(listening.votes)
    const other = of(listening.votes.map((one) => ({ ...one, vote: turned[one.vote] })))
    expect(correlation(straight.intercept, other.intercept)).toBeLessThan(-0.95)
    expect(Math.abs(correlation(straight.factor, other.factor))).toBeGreaterThan(0.99)
  })

  test('says after each pass how many there were, so that somebody can stop', () => {
    const { listening } = planted({ kind: 'cloud' }, { people: 40, statements: 12, answered: 0.6 }, 'steps')
    const seen = [...bridgingSteps(matrixOf(listening))]
    expect(seen[0]).toEqual({ doing: 'bridging', done: 1, of: 2 })
    expect(seen.length).toBeGreaterThan(5)
    const steps = bridgingSteps(matrixOf(listening))
    steps.next()
    steps.return([])
    expect(steps.next().done).toBe(true)
  })

  test('a start near by costs fewer passes and ends in the same place', () => {
    const { votes } = populationOf({ ...FOUR_GROUPS, people: 1000, statements: 60 }, 'bridging/warm')
    const cold = bridgingScoresOf(votes)
    const vote = votes.vote.slice()
    for (let at = 0; at < vote.length; at += 100) vote[at] = 1
    const changed = { ...votes, vote }
    const warm = bridgingScoresOf(changed, { ...FROM_THE_VOTES, start: cold.parameters })
    const again = bridgingScoresOf(changed)
    expect(warm.passes).toBeLessThan(again.passes)
    warm.intercept.forEach((one, column) => {
      expect(one).toBeCloseTo(again.intercept[column]!, 3)
    })
  })

  test('is unknown below five answers, and apart from where most people answered; each says why', () => {
    const matrix = matrixOf(
      listeningOf(
        [
          ...everybody(9, 4, 'main-'),
          ['main-0', 'rare', 'agree'],
          ...everybody(6, 2, 'apart-'),
          ['alone', 'lonely', 'pass'],
        ],
        [{ id: 'unseen' }],
      ),
    )
    const bridging = new Map(bridgingOf(matrix).map((one) => [`${one.statement}`, one]))
    const because = (statement: string) => {
      const one = bridging.get(statement)
      return one?.kind === 'unknown' ? one.because : null
    }
    expect(because('main-0')).toBeNull()
    expect(because('rare')).toBe('1 person answered it, and 5 are needed')
    expect(because('apart-0')).toBe('the 6 who answered it share no statement with most of the others')
    expect(because('lonely')).toBe('the 1 who answered it shares no statement with most of the others')
    expect(because('unseen')).toBe('nobody answered it')
  })

  test('has something to say about every statement, whatever the votes', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const matrix = matrixOf(listeningOf(answers))
        const bridging = bridgingOf(matrix)
        expect(bridging.map(({ statement }) => statement)).toEqual(matrix.statements)
        for (const one of bridging)
          if (one.kind === 'known') {
            expect(one.score.low).toBeLessThanOrEqual(one.score.estimate)
            expect(Number.isFinite(one.score.high + one.factor)).toBe(true)
          }
      }),
      { numRuns: 40 },
    )
  })
})
