import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { INSTANCES, profileOf, SKIPPED } from '../rules/instances.case.ts'
import { coreOf } from './core.ts'
import { electorateOf } from './seating.ts'

describe.skipIf(INSTANCES.length === 0)(`abcvoting’s benchmark${SKIPPED}`, () => {
  test('every committee of three proportional rules is certified to be in the core, 1,500 of 1,500', () => {
    const kinds = INSTANCES.flatMap((instance) => {
      const electorate = electorateOf(profileOf(instance))
      return Object.values(instance.expected).map((committee) => {
        const slate = committee.map((candidate) => id<'statement'>(`${candidate}`))
        return coreOf(electorate, slate, instance.seats).kind
      })
    })
    expect(kinds.filter((kind) => kind === 'certified')).toHaveLength(1500)
  })
})
