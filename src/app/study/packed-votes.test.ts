import fc from 'fast-check'
import { expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { packedVotes, unpackedVotes } from './packed-votes.ts'

const anyVote = fc.record(
  {
    participant: fc.constantFrom('p1', 'p2', '').map((name) => id<'participant'>(name)),
    statement: fc.constantFrom('1', 'x', '\0').map((name) => id<'statement'>(name)),
    vote: fc.constantFrom('agree', 'pass', 'disagree'),
    at: fc.constantFrom(null, '2026-03-01T09:30:00Z', '2026-03-01T09:30:01Z'),
    shown: fc.option(fc.double({ min: 0, minExcluded: true, max: 1, noNaN: true })),
  },
  { noNullPrototype: true },
)

test('votes that were packed, handed over and unpacked are the same votes', () => {
  fc.assert(
    fc.property(fc.array(anyVote), (votes) => {
      expect(unpackedVotes(structuredClone(packedVotes(votes)))).toStrictEqual(votes)
    }),
  )
})
