import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FEWEST_SHOWN, type GroupId, id, wilson } from '../kernel/index.ts'
import type { PublishedShare } from './schema/parts.ts'
import { FEWEST_ON_A_SIDE, publishedShare, publishedSupport, rounded } from './shares.ts'

/** How many agreed and how many were asked, of a group. */
interface Asked {
  readonly yes: number
  readonly n: number
}

const asked = (most: number) => fc.nat(most).chain((n) => fc.nat(n).map((yes): Asked => ({ yes, n })))
const crowds = fc.record({
  groups: fc.array(fc.oneof(asked(30), asked(60), asked(240)), { minLength: 2, maxLength: 4 }),
  none: asked(25),
})

const publish = (groups: readonly Asked[], none: Asked, overall: 'rounded' | 'exact') => {
  const all = [...groups, none]
  const sum = (of: keyof Asked) => all.reduce((total, one) => total + one[of], 0)
  return publishedSupport(
    {
      overall: wilson(sum('yes'), sum('n')),
      groups: Object.fromEntries(groups.map(({ yes, n }, at) => [String(at), wilson(yes, n)])) as Record<
        GroupId,
        ReturnType<typeof wilson>
      >,
    },
    { outside: none.n, overall },
  )
}

const same = (a: PublishedShare, b: PublishedShare) => JSON.stringify(a) === JSON.stringify(b)

/** Every number of yes that would have been published alike, to a reader who even knows how many were asked. */
const yesFitting = (share: PublishedShare, n: number): Set<number> =>
  new Set(
    Array.from({ length: n + 1 }, (_, yes) => yes).filter((yes) =>
      same(publishedShare(wilson(yes, n)), share),
    ),
  )

/** Every sum of one count from each set. */
function added(sets: readonly Set<number>[]): Set<number> {
  let sums = new Set([0])
  for (const set of sets) sums = new Set([...sums].flatMap((sum) => [...set].map((one) => sum + one)))
  return sums
}

const upTo = (most: number): Set<number> => new Set(Array.from({ length: most + 1 }, (_, at) => at))

/** The counts of one part that leave the others able to make up the whole. */
const fitting = (own: Set<number>, others: readonly Set<number>[], total: Set<number>): number[] => {
  const rest = added(others)
  return [...own].filter((count) => [...rest].some((other) => total.has(count + other)))
}

/** What such a reader finds of each number that is not shown: the fewest counts still open. */
function attack(groups: readonly Asked[], none: Asked, how: 'rounded' | 'exact') {
  const published = publish(groups, none, how)
  const shares = Object.values(published.groups)
  if (shares.some((share) => share.kind === 'not-shown' && share.because === 'gives-away')) return null
  const n = groups.reduce((sum, one) => sum + one.n, none.n)
  const yes = groups.reduce((sum, one) => sum + one.yes, none.yes)
  const sides = shares.map((share, at) =>
    share.kind === 'not-shown' ? upTo(FEWEST_SHOWN - 1) : yesFitting(share, groups[at]?.n ?? 0),
  )
  const total = how === 'exact' ? new Set([yes]) : yesFitting(published.overall, n)
  return shares.flatMap((share, at) => {
    if (share.kind === 'shown' || share.kind === 'not-shown') return []
    const others = [...sides.filter((_, other) => other !== at), upTo(none.n)]
    return [fitting(sides[at] as Set<number>, others, total).length]
  })
}

describe('a reader who adds and subtracts', () => {
  test.each([
    'rounded',
    'exact',
  ] as const)('finds at least 10 counts for a side that is not shown; the whole is %s', (how) => {
    fc.assert(
      fc.property(crowds, ({ groups, none }) => {
        for (const open of attack(groups, none, how) ?? [])
          expect(open).toBeGreaterThanOrEqual(FEWEST_ON_A_SIDE)
      }),
      { numRuns: 60 },
    )
  })

  test('finds 20 counts for a number of people that is not shown', () => {
    fc.assert(
      fc.property(crowds, ({ groups, none }) => {
        const published = publish(groups, none, 'rounded')
        const shares = Object.values(published.groups)
        if (shares.some((share) => share.kind === 'not-shown' && share.because === 'gives-away')) return
        const people = (share: PublishedShare): Set<number> =>
          share.kind === 'not-shown'
            ? upTo(FEWEST_SHOWN - 1)
            : new Set(
                [...upTo(share.people + 10)].filter((n) => n >= FEWEST_SHOWN && rounded(n) === share.people),
              )
        const sets = shares.map(people)
        for (const [at, share] of shares.entries()) {
          if (share.kind !== 'not-shown') continue
          const others = [...sets.filter((_, other) => other !== at), upTo(none.n)]
          const open = fitting(sets[at] as Set<number>, others, people(published.overall))
          expect(open.length).toBeGreaterThanOrEqual(FEWEST_SHOWN)
        }
      }),
    )
  })

  test('is not stopped where nothing is hidden, and is where subtracting would tell', () => {
    const large = publish(
      [
        { yes: 80, n: 120 },
        { yes: 30, n: 90 },
      ],
      { yes: 4, n: 9 },
      'rounded',
    )
    expect(Object.values(large.groups).map(({ kind }) => kind)).toEqual(['shown', 'shown'])
    // 40 of 40 and 12 of 40 make 52 of 80: whoever knows the whole and the second knows that all of the first agree.
    const telling = publish(
      [
        { yes: 40, n: 40 },
        { yes: 12, n: 40 },
      ],
      { yes: 0, n: 0 },
      'exact',
    )
    expect(telling.groups[id<'group'>('0')]).toEqual({ kind: 'not-shown', because: 'gives-away' })
  })
})

describe('one share', () => {
  test('is whole per cents of people to the nearest ten', () => {
    expect(publishedShare(wilson(180, 438))).toEqual({
      kind: 'shown',
      percent: 41,
      low: 37,
      high: 46,
      people: 440,
      method: 'wilson',
    })
  })

  test('is not shown where fewer than 20 were asked, and does not say how many', () => {
    for (const n of [0, 1, 19]) expect(publishedShare(wilson(0, n))).toEqual(publishedShare(wilson(n, n)))
    expect(publishedShare(wilson(10, 20)).kind).toBe('shown')
  })

  test('is a bound where fewer than 10 stand on a side, the same for each such number', () => {
    const bounds = Array.from({ length: 10 }, (_, yes) => publishedShare(wilson(yes, 200)))
    for (const bound of bounds) expect(bound).toEqual(bounds[0])
    expect(bounds[0]).toMatchObject({ kind: 'at-most', percent: 5, low: 0 })
    expect(publishedShare(wilson(10, 200)).kind).toBe('shown')
    expect(publishedShare(wilson(200, 200))).toMatchObject({ kind: 'at-least', percent: 95, high: 100 })
  })

  test('a bound holds whatever the number was', () => {
    fc.assert(
      fc.property(asked(3_000), ({ yes, n }) => {
        const share = publishedShare(wilson(yes, n))
        if (share.kind === 'at-most') expect(yes / n).toBeLessThanOrEqual(share.percent / 100)
        if (share.kind === 'at-least') expect(yes / n).toBeGreaterThanOrEqual(share.percent / 100)
        if (share.kind !== 'not-shown') {
          const { low, high } = wilson(yes, n)
          expect(share.low - 0.5).toBeLessThanOrEqual(100 * low)
          expect(share.high + 0.5).toBeGreaterThanOrEqual(100 * high)
        }
      }),
    )
  })
})
