import { describe, expect, test } from 'vitest'
import type { Study } from '../../../charter/index.ts'
import { figuresOf, textOf, wordsOf } from '../../reading.case.ts'
import { grouped, ungrouped } from '../../worlds.case.ts'
import { page } from './map-page.case.tsx'

describe('how sure the groups are', () => {
  const evidence = (study: Study) => page(study, { show: { kind: 'evidence' } })

  test('every number of groups that was tried, with what speaks for and against it', () => {
    const [figure = ''] = figuresOf(evidence(grouped()))
    expect(textOf(figure, 'figcaption')).toMatch(/^Three groups: of the numbers that hold/)
    const { tried } = grouped().map.grouping.evidence
    expect(figure.match(/<th role="rowheader"/g)).toHaveLength(tried.length)
    expect(wordsOf(figure)).toMatch(
      /3 groups People in each [\d, and]+ Fit 0\.\d\d Agrees with re-runs 0\.\d\d \(/,
    )
    expect(wordsOf(figure)).toContain('Chosen: these are the groups of the map.')
    expect(wordsOf(figure)).toMatch(/Does not hold\. Divided in 2, people fit their groups at 0\.\d\d/)
  })

  test('without groups the reason is the finding, and no number is called chosen', () => {
    const html = evidence(ungrouped())
    expect(textOf(html, 'figcaption')).toMatch(/^No number of groups holds: /)
    expect(wordsOf(html)).not.toContain('Chosen')
  })

  test('no size is shown where one would be of fewer than twenty people', () => {
    const { map, ...rest } = grouped()
    const { evidence: found } = map.grouping
    const tried = found.tried.map((one) => ({ ...one, sizes: [550, 12] }))
    const html = evidence({
      ...rest,
      map: { ...map, grouping: { ...map.grouping, evidence: { ...found, tried } } },
    })
    expect(wordsOf(html)).toContain('People in each Not shown: one has fewer than 20')
    expect(wordsOf(html)).not.toMatch(/\b(550|12) and\b|and 12\b/)
  })
})
