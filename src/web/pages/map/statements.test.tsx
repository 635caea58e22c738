import { describe, expect, test } from 'vitest'
import type { Study } from '../../../charter/index.ts'
import type { ParticipantId } from '../../../kernel/index.ts'
import { mapOf, type OpinionMap, USUAL } from '../../../map/index.ts'
import { figuresOf, formsOf, textOf, wordsOf } from '../../reading.case.ts'
import { grouped, ungrouped } from '../../worlds.case.ts'
import { page, statement } from './map-page.case.tsx'

describe('one statement on the map', () => {
  const html = page(grouped(), { show: statement('s11') })

  test('says how many agree, of those who saw it, and how many did not see it', () => {
    const [figure = ''] = figuresOf(html)
    expect(textOf(figure, 'figcaption')).toMatch(/^\d+ % of the \d+ who saw it agree with “If a life/)
    expect(wordsOf(figure)).toMatch(/\d+ of 600 people did not see it; that is counted as nothing\./)
    expect(textOf(figure, 'table')).toMatch(/^Group Agree Pass Disagree Not seen A .*B .*C .*Everybody/)
  })

  test('can be chosen by a form that works without a script', () => {
    expect(formsOf(html)).toEqual([
      { method: 'get', action: '/a/city-helpline/map', fields: { show: ['statement'], statement: [''] } },
    ])
    expect(html.match(/<option /g)).toHaveLength(60)
    expect(html).toMatch(/<option value="s11" selected/)
  })

  test('that nobody answered is said to be one, and draws nothing', () => {
    const unknown = page(grouped(), { show: statement('no such') })
    expect(wordsOf(unknown)).toContain('Nothing to show Nobody has answered this statement')
    expect(figuresOf(unknown)).toEqual([])
  })

  test('that fewer than twenty saw shows how many, and no share', () => {
    const { map, ...rest } = grouped()
    const few = map.support.map((one) =>
      one.statement === 's11'
        ? { ...one, overall: { ...one.overall, tally: { agree: 9, pass: 0, disagree: 0 }, agree: FEW } }
        : one,
    )
    const [figure = ''] = figuresOf(
      page({ ...rest, map: { ...map, support: few } }, { show: statement('s11') }),
    )
    expect(textOf(figure, 'figcaption')).toMatch(/^9 people answered “If a life/)
    expect(wordsOf(figure)).toContain('Not drawn: 9 saw it, we need 20')
    expect(figure).not.toContain('<svg')
    expect(textOf(figure, 'tbody')).toContain('Everybody Not shown 9 asked, we need 20 – –')
  })
})

test('the answers of a group of whom fewer than twenty saw a statement are not drawn one by one', () => {
  const { map, ...rest } = grouped()
  const some = [...map.support[0]!.groups.keys()][0]!
  const support = map.support.map((one) => ({
    ...one,
    groups: new Map(
      [...one.groups].map(([group, own]) => [group, group === some ? { ...own, agree: FEW } : own]),
    ),
  }))
  const marks = (of: OpinionMap) => {
    const [figure = ''] = figuresOf(page({ ...rest, map: of }, { show: statement('s11') }))
    const drawn = [...figure.matchAll(/<path class="m \w+" d="([^"]*)"/g)].map(([, d = '']) => d).join('')
    return { drawn: drawn.match(/M/g)?.length ?? 0, says: wordsOf(figure) }
  }
  const members = map.people.filter(({ group }) => group === some).length
  expect(marks({ ...map, support }).drawn).toBeLessThanOrEqual(map.people.length - members)
  expect(marks({ ...map, support }).says).toMatch(/people are not drawn: fewer than 20 of their group/)
  expect(marks(map).drawn).toBeGreaterThan(map.people.length - members)
})

/** A dozen people: enough to draw, too few for any share. */
const handfulPlaced = (): Study => {
  const { listening, ...rest } = grouped()
  const some = new Set(listening.participants.slice(0, 12).map((one) => one.id))
  const own = <T extends { readonly participant: ParticipantId }>(all: readonly T[]) =>
    all.filter(({ participant }) => some.has(participant))
  const few = { ...listening, votes: own(listening.votes) }
  return { ...rest, listening: few, map: mapOf(few, { ...USUAL, seed: 'few', reruns: 1 }) }
}

const FEW = { estimate: 1, low: 0.7, high: 1, n: 9, method: 'wilson', level: 0.95 } as const

describe('every statement', () => {
  const shown = (by: 'agreed' | 'divides' | 'bridges', study = grouped()) =>
    page(study, { show: { kind: 'statements', by } })

  test.each([
    [
      'agreed',
      /^What is surely agreed most, by every group: (rejecting )?“/,
      'All groups together Fewest asked',
    ],
    ['divides', /^What surely divides people most: “/, 'Widest gap between groups Sides'],
    [
      'bridges',
      /^What people surely agree with who usually differ: “/,
      'Bridging score Along the usual line',
    ],
  ] as const)('%s: each with its interval and who did not see it, the surest first', (by, finding, heads) => {
    const [figure = ''] = figuresOf(shown(by))
    expect(textOf(figure, 'figcaption')).toMatch(finding)
    expect(textOf(figure, 'thead')).toBe(`Statement ${heads} Not seen by`)
    const lows = [...figure.matchAll(/<tr.*?<\/tr>/gs)].flatMap(([row]) => {
      const low = /class="num">−?[\d.]+ \((−?[\d.]+) to/.exec(row)?.[1]
      return low === undefined ? [] : [Number(low.replace('−', '-'))]
    })
    expect(lows.length).toBeGreaterThan(50)
    expect(lows).toEqual([...lows].sort((a, b) => b - a))
    expect(figure.match(/<tr /g)).toHaveLength(62)
  })

  test('shows no number of fewer than twenty people, and says how many there are', () => {
    for (const by of ['agreed', 'divides', 'bridges'] as const) {
      const html = shown(by, handfulPlaced())
      expect(html).not.toMatch(/\d\.\d\d \(/)
      expect(wordsOf(html)).toMatch(/No statement was seen by enough people yet/)
      expect(wordsOf(html)).toMatch(/Not shown \d+ asked, we need 20/)
    }
  })

  test('a bridging score that is unknown says why', () => {
    const { map, ...rest } = grouped()
    const [first, ...others] = map.bridging
    const unknown = {
      kind: 'unknown',
      statement: first!.statement,
      because: 'three people answered it',
    } as const
    const html = shown('bridges', { ...rest, map: { ...map, bridging: [unknown, ...others] } })
    expect(wordsOf(html)).toContain('Unknown: three people answered it')
  })

  test('without groups: sides, and no gap', () => {
    const [figure = ''] = figuresOf(shown('divides', ungrouped()))
    expect(textOf(figure, 'thead')).toBe('Statement Sides Gap between groups Not seen by')
    expect(figure).not.toContain('agrees most')
  })
})

describe('the numbers of one statement', () => {
  test('are counted and pooled shares by group, and the three measures, each with its interval', () => {
    const [, shares = '', measures = ''] = figuresOf(page(grouped(), { show: statement('s11') }))
    expect(textOf(shares, 'thead')).toBe(
      'Group Saw it Agree, counted Agree, pooled Disagree, counted Disagree, pooled',
    )
    expect(shares.match(/\d+ % \(\d+–\d+\)/g)).toHaveLength(3 * 4 + 2)
    expect(textOf(measures, 'tbody')).toMatch(
      /^(Agreed|Rejected) by all \d.* Widest gap between groups \d.*Sides \d.*Bridging score −?\d/,
    )
  })
})
