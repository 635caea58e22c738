import { describe, expect, test } from 'vitest'
import { formsOf, textOf, wordsOf } from '../reading.case.ts'
import type { HomeView } from '../views.ts'
import { ESCAPED, frameOf, HOSTILE } from '../worlds.case.ts'
import { HomePage } from './home.tsx'

const NOBODY: HomeView = {
  counts: { participants: 0, statements: 0, votes: 0 },
  answered: 0,
  charter: null,
  ratifying: null,
  talking: null,
}

const page = (view: Partial<HomeView> = {}, assembly: Parameters<typeof frameOf>[0] = {}): string =>
  String(<HomePage frame={frameOf(assembly)} view={{ ...NOBODY, ...view }} />)

describe('the start', () => {
  test('asks one question, says by whom, and has one way to begin', () => {
    const html = page()
    expect(textOf(html, 'h1')).toBe('How should the city’s helpline assistant treat us?')
    expect(wordsOf(html)).toContain('The city runs a helpline that a machine answers when no person is free.')
    expect(html).toMatch(/<a class="btn primary" href="\/a\/city-helpline\/vote">Begin<\/a>/)
    expect(html.match(/btn primary/g)).toHaveLength(1)
    expect(formsOf(html)).toEqual([])
  })

  test('says that nobody wrote down who asks, rather than nothing', () => {
    expect(wordsOf(page({}, { description: '' }))).toContain('Nobody wrote down who asks this')
  })

  test('counts who was heard', () => {
    expect(wordsOf(page())).toContain('Nobody has answered yet')
    expect(wordsOf(page({ counts: { participants: 1, statements: 60, votes: 18211 } }))).toContain(
      '1 person · 60 statements · 18,211 answers',
    )
  })

  test('takes up where somebody stopped', () => {
    const words = wordsOf(page({ answered: 12 }))
    expect(words).toContain('Go on You have answered 12 so far.')
    expect(words).not.toContain('Begin')
  })
})

describe('what is in force', () => {
  test('nothing, and what that means', () => {
    expect(wordsOf(page())).toContain(
      'nothing No charter is in force. Until one is, this assembly binds no assistant.',
    )
    expect(wordsOf(page())).not.toContain('Talk to the assistant')
  })

  test('a charter, since when, and whom it binds', () => {
    const charter = { version: '1.0', title: 'Charter of the helpline', since: '2026-06-03T12:00:00.000Z' }
    const html = page({ charter })
    expect(wordsOf(html)).toContain('in force Charter of the helpline, version 1.0, since 3 June 2026.')
    expect(html).toContain('href="/a/city-helpline/chat"')
  })

  test('says that a draft is talked about, and where', () => {
    const html = page({ talking: { version: '1.2' } })
    expect(wordsOf(html)).toContain('Version 1.2 is a draft')
    expect(html).toMatch(/href="\/a\/[^"]+\/round"/)
    expect(wordsOf(page({}))).not.toContain('being talked about')
  })

  test('a version that waits for a vote, beside the one in force', () => {
    const html = page({ ratifying: { version: '1.1' } })
    expect(wordsOf(html)).toContain('Version 1.1 waits for your yes or no.')
    expect(html).toContain('href="/a/city-helpline/ratify"')
    expect(wordsOf(page())).not.toContain('waits for your yes or no')
  })
})

test('what is not promised stands beside what is', () => {
  const words = wordsOf(page())
  for (const limit of ['Coercion', 'Whoever runs this server', 'Anonymity', 'Your device', 'Erasing'])
    expect(words).toContain(limit)
  expect(words).toContain('Of fewer than 20 people no share is shown.')
})

test('says that people are invented, only where they are', () => {
  expect(wordsOf(page())).toContain('The people and numbers here are invented.')
  expect(wordsOf(page({}, { synthetic: false }))).not.toContain('invented')
})

test('what an assembly calls itself is words, never markup', () => {
  const charter = { version: HOSTILE, title: HOSTILE, since: '2026-06-03' }
  const html = page({ charter, ratifying: { version: HOSTILE } }, { question: HOSTILE, description: HOSTILE })
  expect(html).not.toContain('<img')
  // The title of the tab, the bar, the heading, the description; the charter's title and both versions.
  expect(html.split(ESCAPED)).toHaveLength(8)
})
