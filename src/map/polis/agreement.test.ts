import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { anyAnswers, listeningOf } from '../listening.case.ts'
import { planted } from '../planted.case.ts'
import { agreementWith, type PolisPart } from './agreement.ts'
import { polisOf } from './polis.ts'
import { publishedForm } from './published.case.ts'

describe('a reproduction and what was published', () => {
  test('agree in every part, whatever the votes, when one is made from the other', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const listening = listeningOf(answers)
        const published = publishedForm(polisOf(listening, null))
        for (const { part, same, of } of agreementWith(polisOf(listening, published), published))
          expect({ part, same }).toEqual({ part, same: of })
      }),
      { numRuns: 50 },
    )
  })

  const { listening } = planted(
    { kind: 'groups', shares: [0.5, 0.5] },
    { people: 40, statements: 20, answered: 0.8 },
    'agreement',
  )
  const math = publishedForm(polisOf(listening, null))
  const differing = (published: typeof math): PolisPart[] =>
    agreementWith(polisOf(listening, math), published).flatMap(({ part, same, of }) =>
      same < of ? [part] : [],
    )

  test('differ in the part that was changed, and in no other', () => {
    const [statement] = math.mean.keys()
    expect(differing(math)).toEqual([])
    expect(differing({ ...math, priorities: new Map([...math.priorities, [statement!, 49]]) })).toEqual([
      'priorities',
    ])
    expect(differing({ ...math, groupAwareConsensus: new Map() })).toEqual(['group-informed consensus'])
    expect(differing({ ...math, consensus: math.consensus.toReversed() })).toEqual(['consensus lists'])
    expect(differing({ ...math, zeroed: new Set([statement!]) })).toEqual(['statements set to zero'])
  })

  test('a group of other people is seen in who is grouped, whatever its number', () => {
    const swapped = new Map(
      [...math.groupOf].map(([person, group]) => [person, id<'group'>(group === '0' ? '1' : '0')]),
    )
    expect(differing({ ...math, groupOf: swapped })).toEqual([])
    const [first] = math.groupOf.keys()
    const moved = new Map([
      ...math.groupOf,
      [first!, id<'group'>(math.groupOf.get(first!) === '0' ? '1' : '0')],
    ])
    expect(differing({ ...math, groupOf: moved })).toEqual(['groups, adjusted Rand index'])
  })

  test('groups are named as they were published', () => {
    const swapped = new Map(
      [...math.groupOf].map(([person, group]) => [person, id<'group'>(group === '0' ? '7' : '3')]),
    )
    expect(polisOf(listening, { ...math, groupOf: swapped }).grouping.groupOf).toEqual(swapped)
  })
})
