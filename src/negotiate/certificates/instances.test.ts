import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { RULES } from '../rules/index.ts'
import { INSTANCES, profileOf, SKIPPED } from '../rules/instances.case.ts'
import { coreOf } from './core.ts'
import { electorateOf } from './seating.ts'

describe.skipIf(INSTANCES.length === 0)(`abcvoting’s benchmark${SKIPPED}`, () => {
  test('every committee of four proportional rules is certified to be in the core, 2,000 of 2,000', () => {
    const kinds = INSTANCES.flatMap((instance) => {
      const profile = profileOf(instance)
      const electorate = electorateOf(profile)
      const published = Object.values(instance.expected).map((committee) =>
        committee.map((candidate) => id<'statement'>(`${candidate}`)),
      )
      const mended = RULES['pav-local-search'].choose(profile, instance.seats)
      return [...published, mended].map((slate) => coreOf(electorate, slate, instance.seats).kind)
    })
    expect(kinds.filter((kind) => kind === 'certified')).toHaveLength(2000)
  })
})
