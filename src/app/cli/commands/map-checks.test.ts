import { describe, expect, test } from 'vitest'
import { id } from '../../../kernel/index.ts'
import type { Checks } from '../../../map/index.ts'
import { checkLines } from './map-checks.ts'

const SHARE = { estimate: 0.7, low: 0.6, high: 0.8, n: 30, method: 'beta', level: 0.95 } as const
const TEXT = new Map([[id<'statement'>('7'), 'Trams are good.']])

describe('what findings hang on, told on a terminal', () => {
  test('groups that differ, votes that would end a listing, and numbers of groups that keep it', () => {
    const checks: Checks = {
      minorities: [
        {
          members: 30,
          among: { group: id('A'), share: 0.9 },
          holds: SHARE,
          says: [{ statement: id('7'), direction: 'agree', own: SHARE, around: SHARE }],
        },
      ],
      heldOut: [
        { statement: id('7'), p: 1e-6, adjusted: 1e-5, differs: true },
        { statement: id('8'), p: 0.4, adjusted: 1, differs: false },
      ],
      consensus: [
        {
          statement: id('7'),
          direction: 'agree',
          interval: SHARE,
          flip: { group: id('B'), changed: 2, added: 4 },
          byK: [
            { k: 2, listed: true },
            { k: 3, listed: false },
          ],
          byMethod: [
            { method: 'k-means', groups: 2, listed: true },
            { method: 'latent-class', groups: 3, listed: false },
          ],
        },
      ],
      representative: [
        { group: id('A'), statement: id('7'), direction: 'disagree', flip: null, byK: [], byMethod: [] },
      ],
    }
    const lines = checkLines(checks, TEXT)
    expect(lines).toContain(
      '  30 people, 90 % of them counted in group A; it comes back 70 % (60–80), 30 re-runs',
    )
    expect(lines).toContain('    agree 7  70 % (60–80), n 30; the rest of A 70 % (60–80)  Trams are good.')
    expect(lines).toContainEqual(expect.stringMatching(/^groups differ on 1 of 2 statements/))
    expect(lines).toContain(
      'people were grouped in both ways: 2 groups by place (k-means), 3 groups by votes (latent classes)',
    )
    expect(lines).toContain('  7  p < 0.001  Trams are good.')
    expect(lines).toContain(
      '  agree 7  70 % (60–80)  2 changed or 4 added votes in group B; with 2 of 2, 3 groups; not with the 3 groups by votes (latent classes)  Trams are good.',
    )
    expect(lines).toContain(
      '  A disagrees 7  nothing qualifies, this is nearest; no other number of groups was tried  Trams are good.',
    )
  })

  test('without groups nothing is said of them', () => {
    const lines = checkLines({ minorities: [], heldOut: [], consensus: [], representative: [] }, TEXT)
    expect(lines.join('\n')).not.toMatch(/differ|speaks/)
    expect(lines).toContain('no small firm minority was found outside the map’s groups')
    expect(lines.at(-1)).toBe('  nothing')
  })

  test('of a minority of few people no count and no share is shown', () => {
    const few = { estimate: 1, low: 0.7, high: 1, n: 9, method: 'beta', level: 0.95 } as const
    const says = [{ statement: id<'statement'>('7'), direction: 'agree', own: few, around: SHARE }] as const
    const minorities = [{ members: 12, among: { group: id<'group'>('A'), share: 0.75 }, holds: SHARE, says }]
    const lines = checkLines({ minorities, heldOut: [], consensus: [], representative: [] }, TEXT)
    expect(lines).toContain(
      '  fewer than 20 people, most of them counted in group A; it comes back 70 % (60–80), 30 re-runs',
    )
    expect(lines).toContain('    agree 7  fewer than 20 of them saw it  Trams are good.')
    expect(lines.join('\n')).not.toMatch(/\b(12|9|75|100)\b/)
  })
})
