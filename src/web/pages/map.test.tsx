import { describe, expect, test } from 'vitest'
import type { Study } from '../../charter/index.ts'
import { id } from '../../kernel/index.ts'
import { figuresOf, textOf, wordsOf } from '../reading.case.ts'
import type { MapView } from '../views.ts'
import {
  ESCAPED,
  grouped,
  HOSTILE,
  handful,
  historyOf,
  ready,
  silent,
  ungrouped,
  votesOnly,
} from '../worlds.case.ts'
import { page, statement } from './map/map-page.case.tsx'

const NOT_HEARD: MapView['show'] = { kind: 'not-heard' }

/** The same study, with other words in place of what people and figures say. */
const worded = (study: Study, text: string): Study => ({
  ...study,
  listening: {
    ...study.listening,
    statements: study.listening.statements.map((one) => ({ ...one, text })),
    population: study.listening.population.map((one) => ({ ...one, value: text, source: text })),
  },
})

describe('a map with groups', () => {
  const html = page(grouped())
  const { map } = grouped()

  test('says what it found, then how many people it was drawn from', () => {
    expect(textOf(html, 'h1')).toMatch(/^Three ways of answering, and \S+ things all share$/)
    expect(wordsOf(html)).toContain('600 people answered 32 statements each, on average.')
    expect(wordsOf(html)).toMatch(/They part most over “.*”: \d+ % of group [ABC] agree, and \d+ %/)
  })

  test('is a figure with a caption, a drawing named by it, a table and a source', () => {
    const [figure = ''] = figuresOf(html)
    expect(textOf(figure, 'figcaption')).toBe('People who answered alike are drawn close together')
    expect(figure).toMatch(/<svg [^>]*role="img" aria-labelledby="people"/)
    expect(figure).toContain('<figcaption id="people">')
    expect(textOf(figure, 'table')).toMatch(/^Group People How often it holds together A 2\d\d/)
    expect(figure).toMatch(/class="src">Only nearness means anything here/)
  })

  test('the table counts everybody once', () => {
    const members = map.grouping.kind === 'groups' ? map.grouping.groups.map((one) => one.members) : []
    const unplaced = map.people.filter(({ group }) => group === null).length
    const counts = [...html.matchAll(/<td role="cell" class="num">([\d,]+)<\/td>/g)].map(([, n]) => Number(n))
    expect(counts.slice(0, 4)).toEqual([...members, unplaced])
    expect(counts.slice(0, 4).reduce((sum, n) => sum + n, 0)).toBe(600)
  })

  test('says what it cannot tell: re-runs, and who was not heard', () => {
    const words = wordsOf(html)
    expect(words).toMatch(
      /drawn again 12 times from people picked at random among those here, some twice, some not at all: three groups came back \d+ times/,
    )
    expect(words).toContain('Groups are a way to read the votes, not kinds of people.')
    expect(words).toContain('No internet at home: about 9 in 100 of those affected')
  })

  test('every share of a group stands with its interval or its number of people', () => {
    const shares = [...html.matchAll(/<span class="num">([^<]*)<\/span>/g)].map(([, said = '']) => said)
    expect(shares.length).toBeGreaterThan(20)
    for (const said of shares) expect(said).toMatch(/\(\d+–\d+\)|% of \d+|we need 20/)
  })

  test('says what each group says that the others do not, with all three answers', () => {
    expect(wordsOf(html)).toContain('What each group says that the others do not')
    expect(html).toMatch(/role="img" aria-label="\d+ % agree, \d+ % pass, \d+ % disagree"/)
  })

  test('says how old it is, and how many answers came since', () => {
    const later = page(grouped(), { studied: ready(grouped(), { newVotes: 12 }) })
    expect(wordsOf(later)).toMatch(
      /Drawn from [\d,]+ answers, 5 seconds ago\. 12 newer ones are not in it yet\./,
    )
    expect(wordsOf(html)).toContain('5 seconds ago. No answer has come since.')
  })
})

describe('oneself on the map', () => {
  const you = { x: 0.5, y: 0.5, answers: 19 }

  test('is a dot in a ring, said in the legend', () => {
    const html = page(grouped(), { you })
    expect(html).toContain('<circle class="you"')
    expect(html).toContain('<ellipse class="ring"')
    expect(wordsOf(html)).toContain('You, about here: 19 answers; 9 in 10 chance inside the ring')
  })

  test('is not drawn before enough answers, and says how many are needed', () => {
    const html = page(grouped(), { you: { ...you, answers: 6 } })
    expect(html).not.toContain('class="ring"')
    expect(html).not.toContain('class="you"')
    expect(wordsOf(html)).toContain('You: 6 answers; with 7 you have a place here')
  })

  test('is not there when nobody is known to look', () => {
    expect(wordsOf(page(grouped()))).not.toContain('You, about here')
  })
})

test('what became of the groups is told with its date, newest first', () => {
  const [A, B, D] = [id<'group'>('A'), id<'group'>('B'), id<'group'>('D')]
  const changes = [
    { kind: 'kept', group: B, bySize: B, similarity: 0.6 },
    { kind: 'split-off', group: D, from: B, share: 0.9 },
    { kind: 'merged-into', group: A, into: B, share: 2 / 3 },
  ] as const
  const html = page(grouped(), { groups: historyOf([{ at: '2026-11-21T14:23:00.000Z', changes }]) })
  expect(textOf(html, 'li')).not.toBe('')
  expect(wordsOf(html)).toContain(
    '21 November 2026, 14:23 UTC: Group D split off from B, where most of its people were; group A went into B, with most of its people.',
  )
  expect(wordsOf(html)).toContain('Names here began on 3 June 2026, 12:05 UTC, by size: A was the largest.')
  expect(wordsOf(page(grouped()))).toContain('each group goes on under its name')
})

describe('who was not heard', () => {
  test('sets those heard beside those affected, whoever is missing first, and shows no small count', () => {
    const [figure = ''] = figuresOf(page(grouped(), { show: NOT_HEARD }))
    expect(textOf(figure, 'figcaption')).toMatch(/^No internet at home: 9 in 100 of those affected/)
    expect(textOf(figure, 'tbody')).toMatch(/^No internet at home .* fewer than 20 people – 9 % too few/)
    // What is left of the total would be the small count.
    expect(textOf(figure, 'tbody')).toMatch(/ Internet at home .* give away a number .* – 91 % not compared/)
    expect(wordsOf(figure)).toContain('of 600 people said something about themselves')
  })

  test('is unknown where nobody gave figures of all who are affected', () => {
    const html = page(votesOnly(), { show: NOT_HEARD })
    expect(wordsOf(html)).toContain('We cannot say who is missing')
    expect(figuresOf(html)).toEqual([])
  })

  test('shows no share of the few who said', () => {
    const { listening, ...rest } = grouped()
    const participants = listening.participants.map((one, at) => (at < 19 ? one : { ...one, declared: {} }))
    const [figure = ''] = figuresOf(
      page({ ...rest, listening: { ...listening, participants } }, { show: NOT_HEARD }),
    )
    expect(wordsOf(figure)).toContain('Not shown: ')
    expect(textOf(figure, 'tbody')).not.toMatch(/\d % \(/)
  })
})

describe('a map without groups', () => {
  const html = page(ungrouped())

  test('says so, why, and what was tried', () => {
    expect(textOf(html, 'h1')).toBe('No groups that would hold')
    expect(textOf(html, 'table')).toMatch(/^80 people in Fit Came back 2 groups/)
    expect(textOf(html, 'table')).toContain('People without groups reach')
  })

  test('names no group anywhere', () => {
    expect(wordsOf(html)).not.toMatch(/[Gg]roup [A-F]\b/)
    expect(html).not.toMatch(/class="g [a-f]"/)
    expect(wordsOf(html)).toContain('What most people agree on')
    expect(wordsOf(html)).toContain('What divides people most')
  })

  test('still has its drawing and its table', () => {
    expect(figuresOf(html)).toHaveLength(1)
    expect(html).toContain('<svg viewBox="0 0 640 490" role="img"')
  })
})

describe('too few people', () => {
  test('says how many there are and how many are needed, and draws nobody', () => {
    const html = page(handful(), { you: { x: 0, y: 0, answers: 30 } })
    expect(textOf(html, 'h1')).toBe('Too few to draw: 4 of 7')
    expect(textOf(html, 'table')).toBe(
      'People How many Answered enough to be placed 4 Too few answers 0 Needed to draw 7',
    )
    expect(html).not.toContain('<svg viewBox="0 0 640')
    expect(html).not.toContain('class="num">100 %')
  })

  test('nobody at all is said as nobody', () => {
    expect(wordsOf(page(silent()))).toContain('Nobody has answered yet.')
    expect(wordsOf(page(silent()))).toContain('Nobody answered enough to be placed so far.')
  })
})

test('a study under way shows what is counted, never an empty map', () => {
  const html = page(grouped(), { studied: { kind: 'counting', says: 'Drawing the map', done: 0.5 } })
  expect(textOf(html, 'h1')).toBe('Drawing the map')
  expect(figuresOf(html)).toEqual([])
})

test('what people say is words, never markup', () => {
  for (const show of [{ kind: 'groups' }, statement('s11'), NOT_HEARD] as const) {
    const html = page(worded(grouped(), HOSTILE), { show })
    expect(html).not.toContain('<img')
    expect(html).toContain(ESCAPED)
  }
})
