import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { id, type Tally, wilson } from '../../kernel/index.ts'
import { consensusFlip, representativeFlip, surelyMost } from './flips.ts'
import { representativeOf } from './representative.ts'
import { NOBODY, type StatementTally } from './support.ts'

const of = (agree: number, n: number): Tally => ({ agree, pass: 0, disagree: n - agree })
const tally = (...groups: readonly Tally[]): StatementTally => ({
  statement: id('s'),
  overall: NOBODY,
  groups: new Map(groups.map((own, at) => [id(`${at}`), own])),
})
const counts = fc.nat(120).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)))

describe('what would take a statement off its list', () => {
  test('a majority is sure exactly where Wilson’s interval lies above one half', () => {
    fc.assert(
      fc.property(counts, ([yes, n]) => {
        expect(surelyMost(of(yes, n), 'agree')).toBe(wilson(yes, n).low > 0.5)
      }),
    )
  })

  test('consensus: the easiest group, and not one vote fewer', () => {
    fc.assert(
      fc.property(counts, counts, ([a, n], [b, m]) => {
        const groups = [of(a, n), of(b, m)]
        const flip = consensusFlip(tally(...groups), 'agree')
        const listed = groups.every((own) => wilson(own.agree, own.agree + own.disagree).low > 0.5)
        expect(flip !== null).toBe(listed)
        if (flip === null) return
        const [yes, seen] = flip.group === '0' ? [a, n] : [b, m]
        expect(wilson(yes - flip.changed, seen).low).toBeLessThanOrEqual(0.5)
        expect(wilson(yes - flip.changed + 1, seen).low).toBeGreaterThan(0.5)
        expect(wilson(yes, seen + flip.added).low).toBeLessThanOrEqual(0.5)
        expect(wilson(yes, seen + flip.added - 1).low).toBeGreaterThan(0.5)
      }),
    )
  })

  test('without groups everybody is asked; rejection counts the other way', () => {
    const everybody: StatementTally = { statement: id('s'), overall: of(0, 20), groups: new Map() }
    expect(consensusFlip(everybody, 'disagree')).toEqual({ group: null, changed: 6, added: 10 })
    expect(consensusFlip(everybody, 'agree')).toBeNull()
  })

  test('what speaks for a group: so many fewer and the gates are closed, one less and they are open', () => {
    const speaks = (agree: number, n: number) => {
      const one = representativeOf([tally(of(agree, n), of(5, 60))]).find(({ group }) => group === '0')
      return one !== undefined && one.ownZ > 1.2816 && one.differenceZ > 1.2816
    }
    const flip = representativeFlip(tally(of(30, 40), of(5, 60)), id('0'), 'agree')!
    expect(flip.group).toBe('0')
    expect([speaks(30 - flip.changed, 40), speaks(31 - flip.changed, 40)]).toEqual([false, true])
    expect([speaks(30, 40 + flip.added), speaks(30, 39 + flip.added)]).toEqual([false, true])
  })

  test('what does not qualify has nothing to lose', () => {
    expect(representativeFlip(tally(of(3, 10), of(3, 10)), id('0'), 'agree')).toBeNull()
  })
})
