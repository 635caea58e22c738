import { describe, expect, test } from 'vitest'
import { type Chance, chance, id, resultOf, type Sign, utf8 } from '../../kernel/index.ts'
import { USUAL } from '../groups/groups.ts'
import { NONE } from '../groups/membership.ts'
import { drawSteps } from '../map.ts'
import type { OpinionMap } from '../opinion-map.ts'
import { ENOUGH_ANSWERS } from '../space/space.ts'
import type { VoteChange } from '../votes/change.ts'
import { voteCollector } from '../votes/collector.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { liveMap } from './live-map.ts'
import type { Preview } from './preview.ts'

const OPTIONS = { ...USUAL, seed: 'live', reruns: 1 }
const PEOPLE = ['1', '2', '10', 'a', 'b', 'B', 'é', 'p1', 'p2', 'p10', 'z']
const STATEMENTS = ['s1', '2', '10', '3', 'x', '1', 'y', 'z']

/** Answers by person and statement; none where nothing was said. */
type Answers = ReadonlyMap<string, Sign>

/** A few people of two minds, each of whom answered most statements. */
function answersOf(random: Chance, share: number): Answers {
  const answers = new Map<string, Sign>()
  PEOPLE.forEach((person, p) => {
    STATEMENTS.forEach((statement, s) => {
      if (random.uniform() >= share) return
      const own: Sign = (p + s) % 2 === 0 ? 1 : -1
      answers.set(`${person} ${statement}`, random.uniform() < 0.8 ? own : 0)
    })
  })
  return answers
}

const changeOf = (key: string, vote: Sign | null): VoteChange => {
  const [participant = '', statement = ''] = key.split(' ')
  return { participant: id(participant), statement: id(statement), vote }
}

/** Some way from one set of answers to another: detours, and then whatever is left to change, in any order. */
function wayFrom(start: Answers, end: Answers, random: Chance): VoteChange[] {
  const votes = new Map<string, Sign | null>(start)
  const detours = Array.from({ length: random.below(30) }, () => {
    const key = `${PEOPLE[random.below(PEOPLE.length)]} ${STATEMENTS[random.below(STATEMENTS.length)]}`
    const vote = ([1, 0, -1, null] as const)[random.below(4)]!
    votes.set(key, vote)
    return changeOf(key, vote)
  })
  const left = [...new Set([...votes.keys(), ...end.keys()])]
    .filter((key) => (votes.get(key) ?? null) !== (end.get(key) ?? null))
    .map((key) => changeOf(key, end.get(key) ?? null))
  return [...detours, ...random.shuffled(left)]
}

/** The matrix of some answers, read in any order, with what was said before and replaced among them. */
function collected(answers: Answers, random: Chance): VoteMatrix {
  const collector = voteCollector()
  const said = [...answers].flatMap(([key, vote]) => [
    { key, vote, at: 1 },
    ...(random.uniform() < 0.3 ? [{ key, vote: 0 as Sign, at: 0 }] : []),
  ])
  for (const { key, vote, at } of random.shuffled(said)) {
    const [person, statement] = key.split(' ').map(utf8)
    collector.put({
      participant: collector.participants.numberOf(person!, 0, person!.length),
      statement: collector.statements.numberOf(statement!, 0, statement!.length),
      vote,
      at,
    })
  }
  return collector.finish()
}

const drawn = (matrix: VoteMatrix): OpinionMap => resultOf(drawSteps(matrix, OPTIONS))

describe('a map kept current', () => {
  test('after any of 1,000 ways to the same votes it is the same map, to the last bit', {
    timeout: 60_000,
  }, () => {
    // One of the ten crowds answers enough to be looked for groups in; that takes long, so it is reached in fewer ways.
    for (let target = 0; target < 10; target++) {
      const random = chance(`live/${target}`)
      const end = answersOf(random, target === 0 ? 0.95 : 0.6)
      const map = drawn(collected(end, random))
      expect(drawn(collected(end, random))).toStrictEqual(map)
      for (let way = 0; way < (target === 0 ? 10 : 110); way++) {
        const start = answersOf(random, random.uniform())
        // What was given at the start stays a column, so it begins with nothing that will be gone in the end.
        const kept = new Map(
          [...start].filter(([key]) =>
            [...end.keys()].some((other) => other.split(' ')[1] === key.split(' ')[1]),
          ),
        )
        const live = liveMap(collected(kept, random))
        live.apply(wayFrom(kept, end, random))
        expect(live.votes).toBe(end.size)
        expect(resultOf(live.settle(OPTIONS))).toStrictEqual(map)
      }
    }
  })

  test('more votes may come while it is drawn; they count next time', () => {
    const random = chance('live/while')
    const [start, end] = [answersOf(random, 0.9), answersOf(random, 0.9)]
    const live = liveMap(collected(start, random))
    const steps = live.settle(OPTIONS)
    steps.next()
    live.apply(wayFrom(start, end, random))
    expect(live.changes).toBeGreaterThan(0)
    expect(resultOf(steps)).toStrictEqual(drawn(collected(start, random)))
    expect(resultOf(live.settle(OPTIONS))).toStrictEqual(drawn(collected(end, random)))
    expect(live.changes).toBe(0)
  })

  test('a preview puts everybody where the map will, and counts their answers', () => {
    const random = chance('live/preview')
    const [start, end] = [answersOf(random, 0.9), answersOf(random, 0.9)]
    const live = liveMap(collected(start, random))
    const before = { axes: [], centres: Float64Array.of(-1, 0, 1, 0) }
    const first: Preview = resultOf(live.preview(before))
    live.apply(wayFrom(start, end, random))
    const preview: Preview = resultOf(live.preview(first))
    const matrix = collected(end, random)
    const map = drawn(matrix)
    const began = collected(start, random).participants
    map.people.forEach((person) => {
      const row = began.indexOf(person.id)
      if (row < 0) return
      expect(preview.positions[2 * row]!).toBeCloseTo(person.x, 9)
      expect(preview.positions[2 * row + 1]!).toBeCloseTo(person.y, 9)
    })
    const placed = map.people.filter(({ answers }) => answers >= ENOUGH_ANSWERS)
    expect(placed.length).toBeGreaterThan(5)
    expect([...preview.labels].filter((label) => label !== NONE)).toHaveLength(placed.length)
    const answers = placed.reduce((sum, person) => sum + person.answers, 0)
    expect(preview.tallies.reduce((sum, count) => sum + count, 0)).toBe(answers)
  })
})
