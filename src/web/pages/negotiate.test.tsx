import { describe, expect, test } from 'vitest'
import type { Study } from '../../charter/index.ts'
import { id } from '../../kernel/index.ts'
import { figuresOf, formsOf, textOf, wordsOf } from '../reading.case.ts'
import type { NegotiateView } from '../views.ts'
import {
  ESCAPED,
  frameOf,
  grouped,
  HOSTILE,
  handful,
  ready,
  silent,
  ungrouped,
  votesOnly,
} from '../worlds.case.ts'
import { whence } from './negotiate/checks.tsx'
import { NegotiatePage } from './negotiate.tsx'

const page = (study: Study, view: Partial<NegotiateView> = {}): string =>
  String(<NegotiatePage frame={frameOf()} view={{ studied: ready(study), canDraft: false, ...view }} />)

const cardsOf = (html: string): readonly string[] =>
  [...html.matchAll(/<article class="card rule.*?<\/article>/gs)].map(([card]) => wordsOf(card))

const withPanel = (study: Study, panel: Partial<Study['panel']>): Study => ({
  ...study,
  panel: { ...study.panel, ...panel },
})

const withRulings = (study: Study, change: Partial<Study['rulings'][number]>): Study => ({
  ...study,
  rulings: study.rulings.map((ruling) => ({ ...ruling, ...change })),
})

describe('every rule beside every other', () => {
  const html = page(grouped())
  const { panel } = grouped()

  test('says how far the rules agree, and that no rule is neutral', () => {
    expect(textOf(html, 'h1')).toMatch(/^Four fair rules agree on \S+ of eight places$/)
    expect(wordsOf(html)).toContain('There is no neutral way to choose.')
    expect(wordsOf(html)).toContain('8 places · ')
  })

  test('is a figure with its table: each rule seats or leaves out each statement', () => {
    const [figure = ''] = figuresOf(html)
    const rows = panel.shared.length + panel.parted.length
    expect(figure.match(/<span class="(in|in wobbles|out)"/g)).toHaveLength(rows * panel.declared.length)
    expect(textOf(figure, 'thead')).toMatch(/^Statement Equal shares in force /)
    expect(textOf(figure, 'figcaption')).toContain('Which statements each rule seats')
    expect(figure).toMatch(/class="src">600 people; 8 of \d+ candidates fit\./)
  })

  test('a seat says in how many draws it is filled, and is hollow where that is under nine in ten', () => {
    const seats = [...html.matchAll(/<span class="in( wobbles)?">seated<small[^>]*>(\d+) of 60/g)]
    expect(seats.length).toBeGreaterThan(8)
    for (const [, wobbles, times] of seats) expect(wobbles !== undefined).toBe(Number(times) / 60 < 0.9)
  })

  test('one card per rule: who gains, who bears it, what is proved; the one in force is marked', () => {
    const cards = cardsOf(html).slice(0, panel.slates.length)
    expect(cards[0]).toMatch(/^Equal shares .* surely .* A \d\.\d \(\d\.\d–\d\.\d\) .* proved .* In force/)
    for (const card of cards.slice(1))
      expect(card).toMatch(/Beside equal shares|The same places as equal shares/)
    expect(html.match(/class="card rule chosen"/g)).toHaveLength(1)
  })

  test('says where statements cannot be compared, and nothing of it where they can', () => {
    const parts = [panel.candidates.slice(0, 3), panel.candidates.slice(3)]
    expect(wordsOf(page(withPanel(grouped(), { parts })))).toContain('Not everything can be compared')
    expect(wordsOf(html)).not.toContain('Not everything can be compared')
    expect(panel.parts).toHaveLength(1)
  })

  test('rules that were not declared are counted beside and folded away', () => {
    const [deciding, other] = [panel.declared.slice(0, 2), panel.declared.slice(2)]
    const html = page(withPanel(grouped(), { declared: deciding }))
    expect(textOf(html, 'h1')).toMatch(/^Two fair rules agree on /)
    expect(textOf(html, 'thead')).toMatch(/^Statement Equal shares in force .* Other rules$/)
    expect(wordsOf(figuresOf(html)[0] ?? '')).toContain(` of ${panel.slates.length - deciding.length} `)
    const [folded = ''] = html.match(/<details class="beside">.*<\/details>/s) ?? []
    const beside = panel.slates.length - deciding.length
    expect(wordsOf(folded)).toMatch(
      new RegExp(`^${beside} more rules, to compare with They were not declared`),
    )
    for (const rule of other) expect(folded).toContain(`id="rule-${rule}"`)
    for (const rule of deciding) expect(folded).not.toContain(`id="rule-${rule}"`)
  })

  test('rules that coincide say why there is nothing to choose between', () => {
    const [one] = panel.slates
    const same = { slates: panel.slates.map(({ rule }) => ({ ...one!, rule })), parted: [] }
    const shared = one!.seats.map(({ statement }) => statement)
    expect(textOf(page(withPanel(grouped(), { ...same, shared })), 'h1')).toBe(
      'Four fair rules agree on all eight places',
    )
    expect(textOf(page(withPanel(ungrouped(), { ...same, shared })), 'h1')).toBe(
      'Four fair rules coincide: there is only one group',
    )
  })
})

describe('what is proved', () => {
  const check = (checks: Study['panel']['slates'][number]['checks']) => {
    const { panel } = grouped()
    const slates = panel.slates.map((slate) => ({ ...slate, checks }))
    return cardsOf(page(withPanel(grouped(), { slates })))[0] ?? ''
  }

  test('a guarantee that fails stands with its witness, and nobody in it is named', () => {
    const people = grouped()
      .listening.participants.slice(0, 241)
      .map(({ id }) => id)
    const card = check([
      {
        guarantee: 'no such guarantee',
        outcome: 'fails',
        says: 'Some people could claim a place.',
        witness: {
          people,
          claims: grouped()
            .listening.statements.slice(0, 2)
            .map(({ id }) => id),
          owed: 2,
        },
      },
    ])
    expect(card).toContain('fails no such guarantee. Some people could claim a place.')
    expect(card).toMatch(
      /See the witness 241 people(, \d+ of them in [A-C],)? could claim these statements\. They are enough for 2 places\. “.*?” “.*?”/,
    )
    for (const person of people) expect(card).not.toContain(person)
  })

  test('the witness says which group most of it is in, unless few would be told apart', () => {
    const people = Array.from({ length: 45 }, (_, at) => ({
      id: id<'participant'>(`${at}`),
      group: id<'group'>('C'),
    }))
    const ids = people.map(({ id }) => id)
    expect(whence(ids, people)).toBe(', all in C,')
    const mixed = people.map((person, at) => (at < 20 ? { ...person, group: id<'group'>('A') } : person))
    expect(whence(ids, mixed)).toBe(', 25 of them in C,')
    const almost = people.map((person, at) => (at < 19 ? { ...person, group: null } : person))
    expect(whence(ids, almost)).toBe('')
    expect(whence(ids.slice(0, 19), people)).toBe('')
  })

  test('what was neither proved nor disproved is unknown', () => {
    const says = 'Nobody was found who would rather leave.'
    expect(check([{ guarantee: 'core', outcome: 'unknown', says }])).toContain(
      `unknown Nobody would rather leave (core). ${says}`,
    )
  })

  test('a slate that nobody checked is unknown, not proved', () => {
    expect(check([])).toContain('unknown Nothing was checked on this slate.')
    expect(check([])).not.toContain('proved')
  })
})

describe('rulings', () => {
  test('say who prefers what, in which cases, at whose cost', () => {
    const ruling = cardsOf(page(grouped())).find((card) => card.startsWith('ruling robust')) ?? ''
    expect(ruling).toMatch(/“.*” over “.*” In \d cases?: “.*”\./)
    expect(ruling).toMatch(
      /Preferred by \d+ % \(\d+–\d+\) of the \d+ who compared; the group-weighted majority/,
    )
    expect(ruling).toMatch(/Benefits .* Bears it .* Not shown .* Declared rules/)
  })

  test('and places say how few added ballots would change them', () => {
    const said = wordsOf(page(grouped()))
    expect(said).toMatch(/At least \d+ added ballots? agreeing with other statements would be needed/)
    expect(said).toMatch(/\d+ added ballots? choosing the other side/)
  })

  test('that nobody compared are unknown', () => {
    const nobody = { ...grouped().rulings[0]!.support, n: 0 }
    const html = page(withRulings(grouped(), { support: nobody, status: 'contested' }))
    expect(wordsOf(html)).toContain('Nobody compared these two Nothing is known of which should give way.')
    expect(wordsOf(html)).not.toContain('Preferred by')
  })

  test('show no share of fewer than twenty who compared', () => {
    const words = cardsOf(page(handful())).join(' ')
    expect(words).toMatch(/How many prefer it: not shown\. \d (person|people) compared, we need 20\./)
    expect(words).not.toContain('Preferred by')
    expect(words).not.toMatch(/\d %/)
    expect(words).not.toContain('Declared rules')
    expect(words).not.toContain('” over “')
  })

  test('say that nobody can tell who gains where there are no groups', () => {
    const html = page(ungrouped())
    expect(cardsOf(html).join(' ')).toContain('Benefits, bears it unknown: there are no stable groups')
    expect(wordsOf(html)).not.toContain('every group could be shown')
    expect(wordsOf(html)).toContain('so nobody can say which group gains and which bears it.')
    expect(wordsOf(html)).toContain('; the majority with a probability of')
  })

  test('where no two values collide there is none to make', () => {
    expect(wordsOf(page(votesOnly()))).toContain('No ruling to make No two values are known to collide')
  })
})

describe('the way to a draft', () => {
  test('is a button for whoever runs the assembly', () => {
    expect(formsOf(page(grouped(), { canDraft: true }))).toEqual([
      { method: 'post', action: '/a/city-helpline/draft', fields: {} },
    ])
    expect(page(grouped(), { canDraft: true })).toMatch(/<button type="submit" class="btn primary">Draft the/)
  })

  test('is told to everybody else', () => {
    expect(formsOf(page(grouped()))).toEqual([])
    expect(wordsOf(page(grouped()))).toContain('you vote on it, clause by clause, before it binds.')
  })

  test('says what the draft carries, and who weighs on nothing', () => {
    const words = wordsOf(page(grouped()))
    expect(words).toContain('The draft carries the 8 places filled by equal shares.')
    expect(words).toMatch(
      /The \d+ statements where the rules part and the \d contested rulings go in as contested/,
    )
    expect(words).toMatch(/\d+ people are in no group and weigh on no bar above\./)
  })

  test('names nothing that is not there', () => {
    const words = wordsOf(page(silent()))
    expect(textOf(page(silent()), 'h1')).toBe('Nothing to negotiate yet')
    expect(words).toContain('Nothing to choose from')
    expect(words).toContain('No place is filled, so the draft carries what was settled before')
    expect(words).not.toContain('contested')
    expect(words).not.toMatch(/\b0 (places|statements|contested)/)
  })

  test('does not speak of groups where there are none', () => {
    const words = wordsOf(page(ungrouped()))
    expect(words).toContain('There are no stable groups. A minority that answers alike may be here')
    expect(words).not.toContain('the dissent of the group')
  })
})

test('a study under way shows no slate', () => {
  const html = page(grouped(), { studied: { kind: 'counting', says: 'Trying every rule', done: 0.8 } })
  expect(textOf(html, 'h1')).toBe('Trying every rule')
  expect(figuresOf(html)).toEqual([])
})

test('what people say is words, never markup', () => {
  const { listening, ...rest } = grouped()
  const html = page({
    ...rest,
    listening: {
      ...listening,
      statements: listening.statements.map((one) => ({ ...one, text: HOSTILE })),
      cases: listening.cases.map((one) => ({ ...one, title: HOSTILE })),
    },
  })
  expect(html).not.toContain('<img')
  expect(html).toContain(ESCAPED)
})
