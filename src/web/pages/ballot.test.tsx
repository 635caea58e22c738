import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { formsOf, textOf, wordsOf } from '../reading.case.ts'
import type { BallotView } from '../views.ts'
import { ESCAPED, frameOf, HOSTILE, statementOf } from '../worlds.case.ts'
import { BallotPage } from './ballot.tsx'

const NEXT = { statement: statementOf('It asks before it guesses.'), shown: 1 / 14 }
const LAST: NonNullable<BallotView['last']> = {
  statement: statementOf('It tells me the hard truth.', { id: 's 2/é' as never }),
  vote: 'agree',
  matters: 2,
  secondOrder: 'disown',
  receipt: '/a/city-helpline/receipt/4',
}

const view = (more: Partial<BallotView> = {}): BallotView => ({
  answered: 12,
  total: 60,
  next: NEXT,
  last: null,
  notice: null,
  problem: null,
  ...more,
})

const page = (more: Partial<BallotView> = {}): string =>
  String(<BallotPage frame={frameOf()} view={view(more)} />)

describe('one statement', () => {
  test('is asked with three answers of the same kind, and the statement they are about', () => {
    const html = page()
    expect(textOf(html, 'h1')).toBe('It asks before it guesses.')
    expect(formsOf(html)).toEqual([
      {
        method: 'post',
        action: '/a/city-helpline/vote',
        fields: { statement: ['s1'], vote: ['agree', 'pass', 'disagree'] },
      },
    ])
    expect(wordsOf(html)).toContain('Agree Pass Disagree')
  })

  test('says why it is shown and that unseen is not an answer', () => {
    expect(wordsOf(page())).toContain('its chance was 1 in 14.')
    expect(wordsOf(page())).toContain('Not seeing a statement is never counted as disagreement.')
  })

  test('says who says it: one of us, or whoever opened the assembly', () => {
    const seed = { ...NEXT, statement: statementOf('It waits.', { origin: 'seed' }) }
    const written = { model: 'm-1', mediation: id<'mediation'>('x'), prompt: 'sha256:0' }
    const machine = { ...NEXT, statement: statementOf('It waits.', { origin: 'mediator', written }) }
    expect(wordsOf(page({ next: machine }))).toContain('Written by a machine (m-1) from what people said')
    expect(wordsOf(page())).toContain('Someone in this assembly says')
    expect(wordsOf(page({ next: seed }))).toContain('Written before the assembly opened')
  })

  test('is spoken in its own language and direction', () => {
    const html = page({ next: { ...NEXT, statement: statementOf('لا يكذب', { language: 'ar' }) } })
    expect(html).toMatch(/<h1[^>]*lang="ar" dir="auto"[^>]*>لا يكذب<\/h1>/)
    const unknown = page({ next: { ...NEXT, statement: statementOf('?', { language: 'und' }) } })
    expect(unknown).not.toMatch(/<h1[^>]*lang=/)
  })
})

describe('how far one is', () => {
  test('counts towards a place on the map, then says that there is one', () => {
    expect(textOf(page({ answered: 3 }), 'label')).toBe(
      '3 of 60 answered. 4 more and you have a place on the map.',
    )
    expect(textOf(page({ answered: 7 }), 'label')).toContain('You have a place on the map')
  })

  test('needs no more than there are statements', () => {
    expect(textOf(page({ answered: 2, total: 3 }), 'label')).toContain('1 more and you have a place')
  })
})

describe('the last answer', () => {
  const html = page({ last: LAST, notice: 'saved' })

  test('is said once it is saved, with its receipt', () => {
    expect(textOf(html, 'section')).toContain('Saved. You agreed with “It tells me the hard truth”')
    expect(html).toContain('href="/a/city-helpline/receipt/4"')
  })

  test('can be taken back, and added to', () => {
    expect(formsOf(html).slice(1)).toEqual([
      { method: 'post', action: '/a/city-helpline/undo', fields: { statement: ['s 2/é'] } },
      {
        method: 'post',
        action: '/a/city-helpline/reflect',
        fields: {
          statement: ['s 2/é'],
          matters: ['1', '2', '3'],
          second: ['endorse', 'unsure', 'disown'],
        },
      },
    ])
  })

  test('shows what was added before, and nothing chosen where nothing was', () => {
    const chosen = [...html.matchAll(/<input[^>]*value="([^"]*)"[^>]*checked/g)].map(([, value]) => value)
    expect(chosen).toEqual(['2', 'disown'])
    expect(page({ last: { ...LAST, matters: null, secondOrder: null } })).not.toContain('checked')
  })

  test('is not confused with the thing that just happened', () => {
    expect(wordsOf(page({ last: LAST, notice: 'said' }))).toContain(
      'Sent. A person reads it before others see it. Your last answer: you agreed with',
    )
    expect(wordsOf(page({ notice: 'undone' }))).toContain('Taken back: that answer no longer counts.')
    expect(page()).not.toContain('role="status"')
  })

  test('moves the focus to the next statement, unless there is a problem to read', () => {
    expect(html).toMatch(/<h1[^>]*autofocus/)
    expect(page()).not.toMatch(/<h1[^>]*autofocus/)
    const problem = page({ last: LAST, notice: 'saved', problem: 'Not saved.' })
    expect(problem).not.toMatch(/<h1[^>]*autofocus/)
    expect(problem).toMatch(/role="alert"[^>]*autofocus/)
  })
})

describe('other states', () => {
  test('a problem stands on the same card, and the answer can be given again', () => {
    const html = page({ problem: 'Not saved. Your answer is still here. Try again.' })
    expect(formsOf(html)[0]?.fields).toMatchObject({ statement: ['s1'] })
    expect(textOf(html, 'form')).toContain('There is a problem Not saved.')
    expect(html).toMatch(/<title>There is a problem · Vote/)
  })

  test('everything seen leads to the map', () => {
    const html = page({ answered: 60, next: null, last: LAST, notice: 'saved' })
    expect(textOf(html, 'h1')).toBe('You have seen all 60')
    expect(html).toMatch(/class="btn primary" href="\/a\/city-helpline\/map"/)
    expect(formsOf(html).map(({ action }) => action)).not.toContain('/a/city-helpline/vote')
  })

  test('a problem is told where no statement is left, too', () => {
    expect(wordsOf(page({ next: null, problem: 'Not changed.' }))).toContain(
      'There is a problem Not changed.',
    )
  })

  test('no statements at all: be the first', () => {
    const html = page({ answered: 0, total: 0, next: null })
    expect(textOf(html, 'h1')).toBe('No statements yet')
    expect(html).not.toContain('<progress')
    expect(html).toMatch(/class="btn primary" href="\/a\/city-helpline\/say"/)
  })
})

test('what people say is words, never markup', () => {
  const statement = statementOf(HOSTILE)
  const html = page({ next: { statement, shown: 1 }, last: { ...LAST, statement }, problem: HOSTILE })
  expect(html).not.toContain('<img')
  expect(html.split(ESCAPED).length).toBeGreaterThan(3)
})

test('the page and its styles weigh less than 30 kB, with nothing else to fetch but its keys', () => {
  const html = page({ last: LAST, notice: 'saved', problem: 'Not saved.' })
  const sheets = [...html.matchAll(/href="\/assets\/(\w+)\.css"/g)].map(([, name]) => name)
  expect(sheets).toEqual(['tokens', 'base', 'parts', 'ballot'])
  const styles = sheets.map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url)).length)
  expect(styles.reduce((sum, bytes) => sum + bytes, Buffer.byteLength(html))).toBeLessThan(30_000)
  expect([...html.matchAll(/src="([^"]*)"/g)].map(([, src]) => src)).toEqual(['/assets/ballot.js'])
})
