import { describe, expect, test } from 'vitest'
import { type Answers, FLOOR_EACH_GROUP, FLOOR_OVERALL, intervalOf } from '../../classify/index.ts'
import { chance, id } from '../../kernel/index.ts'
import { fewestAgainst, fewestForAll } from './floors.ts'

const answers = (seed: string): Answers => {
  const draw = chance(seed)
  const shares = ['A', 'B'].slice(draw.below(3)).map((group) => {
    const asked = draw.below(16)
    return [id<'group'>(group), { yes: Math.floor(asked * (0.5 + 0.6 * draw.uniform())), asked }] as const
  })
  const groups = new Map(
    shares.map(([group, { yes, asked }]) => [group, { yes: Math.min(yes, asked), asked }]),
  )
  const inGroups = [...groups.values()]
  const outside = draw.below(40)
  return {
    overall: {
      yes: inGroups.reduce((sum, { yes }) => sum + yes, outside - draw.below(1 + outside / 4)),
      asked: inGroups.reduce((sum, { asked }) => sum + asked, outside),
    },
    groups,
  }
}

const isFloor = ({ overall, groups }: Answers): boolean =>
  intervalOf(overall).low >= FLOOR_OVERALL &&
  [...groups.values()].every((share) => intervalOf(share).low >= FLOOR_EACH_GROUP)

/** Every way to add so many answers, yes or no, in each group or in none. */
function* added(answers: Answers, count: number): Generator<Answers> {
  if (count === 0) return yield answers
  for (const yes of [0, 1])
    for (const group of [null, ...answers.groups.keys()])
      for (const rest of added(answers, count - 1)) {
        const one = ({ yes: before, asked }: { yes: number; asked: number }) => ({
          yes: before + yes,
          asked: asked + 1,
        })
        yield {
          overall: one(rest.overall),
          groups: new Map(
            [...rest.groups].map(([name, share]) => [name, name === group ? one(share) : share]),
          ),
        }
      }
}

const brute = (from: Answers, flips: (to: Answers) => boolean, most: number): number => {
  for (let count = 0; count <= most; count++) for (const to of added(from, count)) if (flips(to)) return count
  return Number.POSITIVE_INFINITY
}

describe('the fewest added ballots on a floor', () => {
  test('that take it away, or carry it, equal brute force over every way to add three', () => {
    const most = 3
    const beyond = (count: number) => (count > most ? Number.POSITIVE_INFINITY : count)
    let [falls, rises] = [0, 0]
    for (let seed = 0; seed < 60; seed++) {
      const from = answers(`answers ${seed}`)
      const isOne = isFloor(from)
      const fewest = isOne ? fewestAgainst(from) : fewestForAll([from])
      const expected = brute(from, (to) => isFloor(to) !== isOne, most)
      expect(beyond(fewest.atMost)).toBe(expected)
      if (expected <= most) isOne ? falls++ : rises++
    }
    expect(falls).toBeGreaterThan(5)
    expect(rises).toBeGreaterThan(1)
  })

  test('a share moves by at most c / (n + c) when c of n + c ballots are added, and by no less at the ends', () => {
    for (const n of [1, 7, 30])
      for (const c of [1, 4, 11])
        for (let yes = 0; yes <= n; yes++)
          for (let more = 0; more <= c; more++) {
            // |(yes + more) / (n + c) − yes / n| ≤ c / (n + c), in whole numbers.
            const moved = Math.abs((yes + more) * n - yes * (n + c))
            expect(moved).toBeLessThanOrEqual(c * n)
            if (yes === 0 && more === c) expect(moved).toBe(c * n)
          }
  })
})
