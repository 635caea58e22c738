import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { claimAgainst } from '../guarantees/ejr-plus.ts'
import { RULES } from './index.ts'
import { INSTANCES, profileOf, SKIPPED } from './instances.case.ts'

describe.skipIf(INSTANCES.length === 0)(`abcvoting’s benchmark${SKIPPED}`, () => {
  test.each([
    ['equal-shares', 'equalShares'],
    ['phragmen', 'phragmen'],
    ['seq-pav', 'seqpav'],
  ] as const)('%s elects the same committee on all 500', (rule, expected) => {
    expect(INSTANCES).toHaveLength(500)
    const different = INSTANCES.filter((instance) => {
      const slate = RULES[rule].choose(profileOf(instance), instance.seats)
      return sorted(slate.map(Number)) !== sorted(instance.expected[expected])
    })
    expect(different.map((instance) => instance.id)).toEqual([])
  })

  test.each([
    'seqpav',
    'phragmen',
    'equalShares',
  ] as const)('EJR+ of the %s committees is judged the same on all 500', (rule) => {
    const different = INSTANCES.filter((instance) => {
      const slate = instance.expected[rule].map((candidate) => id<'statement'>(`${candidate}`))
      return (claimAgainst(profileOf(instance), slate, instance.seats) === null) !== instance.ejrPlus[rule]
    })
    expect(different.map((instance) => instance.id)).toEqual([])
  })
})

const sorted = (numbers: readonly number[]): string => [...numbers].sort((a, b) => a - b).join()
