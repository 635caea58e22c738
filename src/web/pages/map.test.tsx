import { describe, expect, test } from 'vitest'
import type { Study } from '../../charter/index.ts'
import { id, type ParticipantId } from '../../kernel/index.ts'
import { mapOf, type OpinionMap, USUAL } from '../../map/index.ts'
import { figuresOf, formsOf, textOf, wordsOf } from '../reading.case.ts'
import type { MapView } from '../views.ts'
import {
  ESCAPED,
  frameOf,
  grouped,
  HOSTILE,
  handful,
  historyOf,
  ready,
  silent,
  ungrouped,
  votesOnly,
} from '../worlds.case.ts'
import { MapPage } from './map.tsx'

const page = (study: Study, view: Partial<MapView> = {}): string =>
  String(
    <MapPage
      frame={frameOf()}
      view={{
        studied: ready(study),
        groups: historyOf(),
        you: null,
        show: { kind: 'groups' },
        ...view,
      }}
    />,
  )

const statement = (name: string): MapView['show'] => ({ kind: 'statement', statement: id(name) })
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
