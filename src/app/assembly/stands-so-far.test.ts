import { expect, test } from 'vitest'
import { charterFixture } from '../../charter/charter.fixture.ts'
import { id } from '../../kernel/index.ts'
import { keptInMemory } from './rounds.case.ts'
import { standsSoFar } from './stands-so-far.ts'

test('how a vote stands is counted anew when ten more have voted, and for each vote by itself', () => {
  const app = keptInMemory()
  const voters = Array.from({ length: 60 }, (_, at) => id<'participant'>(`p${at}`))
  const roll = new Map(voters.map((one) => [one, null]))
  const after = (many: number, hash = 'one') => {
    const ballots = voters
      .slice(0, many)
      .map((participant) => ({ participant, says: 'yes' as const, dissent: [] }))
    return standsSoFar(app, { charter: charterFixture, hash }, { ballots, roll })
  }
  expect(after(29)).toBe(after(20))
  expect(after(30).lines[0]).toMatchObject({ n: 30 })
  expect(after(20).lines[0]).toMatchObject({ n: 20 })
  expect(after(40, 'two').lines[0]).toMatchObject({ n: 40 })
})
