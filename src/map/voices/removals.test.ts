import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Direction, id, type Tally } from '../../kernel/index.ts'
import { consensusOf } from '../findings/consensus.ts'
import { differenceZ, ownZ, representativeOf, TEN_PERCENT } from '../findings/representative.ts'
import { removalsOf } from './removals.ts'

const tally = (agree: number, disagree: number, pass = 0): Tally => ({ agree, disagree, pass })

function removals(a: Tally, b: Tally) {
  const overall = tally(a.agree + b.agree, a.disagree + b.disagree, a.pass + b.pass)
  const groups = new Map([
    [id<'group'>('A'), a],
    [id<'group'>('B'), b],
  ])
  const tallies = [{ statement: id<'statement'>('s'), overall, groups }]
  return removalsOf(tallies, { consensus: consensusOf(tallies), representative: representativeOf(tallies) })
}

test('a consensus falls when the weakest group loses its majority', () => {
  const [removal] = removals(tally(30, 2), tally(7, 4))
  expect(removal).toEqual({
    statement: 's',
    direction: 'agree',
    result: { kind: 'consensus' },
    fewest: 3,
    among: [{ from: 'B', answer: 'those who say so', people: 7, leave: 3 }],
  })
})

const counts = fc
  .tuple(fc.nat(14), fc.nat(9), fc.nat(4))
  .map(([agree, disagree, pass]) => tally(agree, disagree, pass))

test('what speaks for a group falls with exactly so many, as trying all finds', () => {
  fc.assert(
    fc.property(counts, counts, (a, b) => {
      const found = removals(a, b)
      for (const { result, direction, fewest } of found) {
        if (result.kind === 'consensus') continue
        const [inside, outside] = result.group === 'A' ? [a, b] : [b, a]
        expect(fewest).toBe(fewestByTrying(inside, outside, direction))
      }
    }),
    { numRuns: 200 },
  )
})

/** The fewest over every number of people who leave each of the six classes that matter. */
function fewestByTrying(inside: Tally, outside: Tally, direction: Direction): number {
  const other = (t: Tally) => t.agree + t.disagree + t.pass - t[direction]
  let fewest = Number.POSITIVE_INFINITY
  for (let w = 0; w <= inside[direction]; w++)
    for (let x = 0; x <= other(inside); x++)
      for (let y = 0; y <= outside[direction]; y++)
        for (let z = 0; z <= other(outside); z++) {
          if (w + x + y + z >= fewest) continue
          const [own, others] = [inside[direction] - w, outside[direction] - y]
          const [n, m] = [own + other(inside) - x, others + other(outside) - z]
          if (!(ownZ(own, n) > TEN_PERCENT && differenceZ([own, n], [others, m]) > TEN_PERCENT))
            fewest = w + x + y + z
        }
  return fewest
}
