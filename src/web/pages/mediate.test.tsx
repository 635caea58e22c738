import { describe, expect, test } from 'vitest'
import { id } from '../../kernel/index.ts'
import { formsOf, wordsOf } from '../reading.case.ts'
import type { Frame, MediateView } from '../views.ts'
import { ESCAPED, frameOf, grouped, HOSTILE } from '../worlds.case.ts'
import { candidateOf, mediateViewOf } from './mediate/views.case.ts'
import { MediatePage } from './mediate.tsx'

const page = (view: MediateView = mediateViewOf(), role: Frame['role'] = 'participant'): string =>
  String(<MediatePage frame={frameOf({}, role)} view={view} />)
const actionsOf = (html: string) => [...new Set(formsOf(html).map(({ action }) => action.split('/').at(-1)))]

describe('looking for common words', () => {
  test('begins with what people share in their own words, nearest first', () => {
    const view = mediateViewOf()
    const first = grouped().listening.statements.find((one) => one.id === view.common[0]!.statement)!
    expect(wordsOf(page())).toContain(`1. ${first.text}`)
    expect(wordsOf(page())).toContain('The group that agrees least')
    expect(wordsOf(page(mediateViewOf({ common: [] })))).toContain('No statement was answered by 20 people.')
  })

  test('without a model says so, and nothing is written by a machine', () => {
    const html = page(mediateViewOf({ model: null, rounds: [] }), 'operator')
    expect(wordsOf(html)).toContain('No model is configured on this server')
    expect(formsOf(html)).toEqual([])
    expect(html).not.toContain('Written by a machine')
  })

  test('marks each candidate as a machine’s, and says that a foretold order decides nothing', () => {
    const words = wordsOf(page())
    expect(words).toContain('It asks first. Written by a machine (m-1) from what people said')
    expect(words).toContain('It waits first. Written by a machine (m-1) from what people said')
    expect(words).toMatch(/that decides nothing|how groups would rank them is not known/)
  })

  test('lets everybody criticise and rank, and operators alone ask, read and decide', () => {
    expect(actionsOf(page())).toEqual(['critique', 'rank'])
    expect(actionsOf(page(mediateViewOf(), 'operator'))).toEqual(['decide', 'critique', 'rank', 'ask'])
    expect(wordsOf(page())).not.toContain('Asks whom?')
    expect(wordsOf(page(mediateViewOf(), 'operator'))).toContain('Against: Asks whom?')
  })

  test('says what a round costs before it is asked for, and how far it is', () => {
    const words = wordsOf(page(mediateViewOf(), 'operator'))
    expect(words).toMatch(/Round 2 asks m-1 at most \d+ times and sends about [\d,]+ characters/)
    const { model } = mediateViewOf()
    const asking = { ...model!, underWay: { kind: 'asking', done: 2, of: 4 } } as const
    const html = page(mediateViewOf({ model: asking }), 'operator')
    expect(wordsOf(html)).toContain('Asking m-1: 2 of 4 answers of this step are there.')
    expect(html).toMatch(/<button[^>]*disabled/)
    expect(html).toContain('http-equiv="refresh"')
    const failed = {
      ...model!,
      underWay: { kind: 'failed', because: ['the model could not be reached'] },
    } as const
    expect(wordsOf(page(mediateViewOf({ model: failed })))).toContain('the model could not be reached')
  })

  test('shows people’s order from twenty people on', () => {
    // No statement is like them, so that nothing is foretold.
    const strange = [candidateOf('x', 'Zebras graze.'), candidateOf('y', 'Comets return.')]
    const places = (rankers: number) => {
      const html = page(mediateViewOf({}, { rankers, candidates: strange }))
      return html.indexOf('Comets return.') < html.indexOf('Zebras graze.')
    }
    expect([places(19), places(20)]).toEqual([false, true])
    expect(wordsOf(page(mediateViewOf({}, { rankers: 20 })))).toContain('in which 20 people rank them')
  })

  test('keeps what a person said and how they ranked in the forms', () => {
    const participant = id<'participant'>('me')
    const mine = {
      reasons: [{ participant, statement: id<'statement'>('x'), side: 'against' as const, words: HOSTILE }],
      rankings: [
        {
          participant,
          mediation: id<'mediation'>('m1'),
          order: [[id<'statement'>('y')], [id<'statement'>('x')]],
        },
      ],
    }
    const html = page(mediateViewOf({ mine }))
    expect(html).toContain(ESCAPED)
    expect(html).toMatch(/name="place-x">.*?<option value="2" selected/s)
    expect(wordsOf(html)).toContain('Change my ranking')
  })

  test('cannot be steered by what a model wrote', () => {
    const html = page(
      mediateViewOf({}, { candidates: [candidateOf('x', HOSTILE), candidateOf('y', 'It waits.')] }),
    )
    expect(html).toContain(ESCAPED)
    expect(html).not.toContain(HOSTILE)
  })

  test('takes no words on what was dropped', () => {
    const dropped = candidateOf('x', 'It asks first.', { moderation: 'removed' })
    const html = page(mediateViewOf({}, { candidates: [dropped, candidateOf('y', 'It waits.')] }), 'operator')
    expect(wordsOf(html)).toContain('It was dropped.')
    expect(actionsOf(html)).toEqual(['decide', 'critique', 'ask'])
  })

  test('says what went wrong, and what was kept', () => {
    expect(wordsOf(page(mediateViewOf({ problem: 'Not kept: write more.' })))).toContain(
      'Not kept: write more.',
    )
    expect(wordsOf(page(mediateViewOf({ notice: 'ranked' })))).toContain('Your ranking is kept.')
    expect(
      wordsOf(page(mediateViewOf({ studied: { kind: 'counting', says: 'Drawing', done: 0.5 } }))),
    ).toContain('Drawing')
  })
})
