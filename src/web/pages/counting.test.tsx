import { describe, expect, test } from 'vitest'
import { textOf, wordsOf } from '../reading.case.ts'
import { ESCAPED, frameOf, HOSTILE } from '../worlds.case.ts'
import { UnreadyPage } from './counting.tsx'

const page = (studied: Parameters<typeof UnreadyPage>[0]['studied']): string =>
  String(<UnreadyPage frame={frameOf()} current="map" title="Opinion map" studied={studied} />)

describe('while something is counted', () => {
  const html = page({ kind: 'counting', says: 'Drawing the map', done: 0.349 })

  test('a sentence and a bar say how far it is', () => {
    expect(textOf(html, 'h1')).toBe('Drawing the map')
    expect(textOf(html, 'label')).toBe('Every answer is being counted. 34 of 100 parts are done.')
    expect(html).toMatch(/<progress id="counting" max="100" value="34"/)
  })

  test('the page looks again, with a script or without one', () => {
    expect(html).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>')
    expect(html).toMatch(/src="\/assets\/refresh\.js" data-seconds="2"/)
  })

  test('it is not said to be done before it is', () => {
    expect(wordsOf(page({ kind: 'counting', says: 'Counting', done: 0.9999 }))).toContain('99 of 100 parts')
  })
})

describe('when counting failed', () => {
  const html = page({ kind: 'failed', because: HOSTILE })

  test('says what happened, what was kept and what to do; never an empty result', () => {
    const words = wordsOf(html)
    expect(words).toContain('There is a problem This could not be counted')
    expect(words).toContain('What was kept Every answer that was given.')
    expect(html).toMatch(/<a class="btn primary" href="\/a\/city-helpline\/map">Try again<\/a>/)
    expect(html).not.toContain('refresh')
  })

  test('quotes the reason as words', () => {
    expect(html).not.toContain('<img')
    expect(html).toContain(ESCAPED)
  })
})
