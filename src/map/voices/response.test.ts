import { expect, test } from 'vitest'
import type { PopulationShare } from '../../listen/index.ts'
import { listeningOf } from '../listening.case.ts'
import { responseOf } from './response.ts'

const target = (value: string, share: number): PopulationShare => ({
  attribute: 'age',
  value,
  share,
  source: 'census',
})

/** Forty young people who answered a and b, ten old ones who answered a, ten who said nothing of themselves. */
function town(population: readonly PopulationShare[]) {
  const people = Array.from({ length: 60 }, (_, at) => `p${at}`)
  const listening = listeningOf(
    people.flatMap((person, at) =>
      at < 40
        ? [[person, 'a', 'agree'] as const, [person, 'b', 'pass'] as const]
        : [[person, 'a', 'agree'] as const],
    ),
  )
  const participants = listening.participants.map((one) => {
    const at = Number(one.id.slice(1))
    return {
      ...one,
      declared: at < 40 ? { age: 'young' } : at < 50 ? { age: 'old' } : ({} as Record<string, string>),
    }
  })
  return { ...listening, participants, population }
}

test('who is missing is told from who said nothing', () => {
  const [age, ...others] = responseOf(town([target('old', 0.5), target('young', 0.4), target('child', 0.1)]))
  expect(others).toEqual([])
  expect(age).toMatchObject({ attribute: 'age', said: 50, unknown: 10 })
  const [child, old, young] = age!.groups
  expect(child).toMatchObject({ value: 'child', people: 0, answersEach: null, exposure: { kind: 'unknown' } })
  expect(child!.target).toMatchObject({ kind: 'given', compared: 'fewer', ratio: { estimate: 0 } })
  expect(old!.target).toMatchObject({ compared: 'fewer', ratio: { estimate: 0.4, n: 50, method: 'wilson' } })
  expect(young!.target).toMatchObject({ compared: 'more' })
  expect(young!.answersEach).toBe(2)
})

test('what a group answered is compared with the others, and with chance', () => {
  const [, young] = responseOf(town([]))[0]!.groups
  // All ten of the old to a; of the young half to a, half to b.
  expect(young!.exposure).toMatchObject({ kind: 'known', differs: 0.5 })
  expect(young!.exposure).toHaveProperty('byChance', expect.closeTo(0.133, 3))
  expect(young!.target).toEqual({ kind: 'not-given' })
})

test('a target of nobody is no ratio, and is not taken for no target', () => {
  const [, old] = responseOf(town([target('child', 0.1), target('old', 0)]))[0]!.groups
  expect(old).toMatchObject({ value: 'old', target: { kind: 'nobody-affected', source: 'census' } })
})

test('the order of people changes nothing', () => {
  const listening = town([target('old', 0.5)])
  expect(responseOf({ ...listening, participants: listening.participants.toReversed() })).toEqual(
    responseOf(listening),
  )
})
