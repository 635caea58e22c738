import { describe, expect, test } from 'vitest'
import { formsOf, wordsOf } from '../reading.case.ts'
import type { SayView } from '../views.ts'
import { ESCAPED, frameOf, HOSTILE, statementOf } from '../worlds.case.ts'
import { SayPage } from './say.tsx'

const page = (view: Partial<SayView> = {}, role: 'participant' | 'operator' = 'participant'): string =>
  String(
    <SayPage
      frame={frameOf({}, role)}
      view={{ draft: '', longest: 140, similar: [], problem: null, waiting: [], ...view }}
    />,
  )

const SIMILAR = [
  statementOf('It says when it does not know.'),
  statementOf('يعترف بما لا يعرف', { language: 'ar' }),
]

describe('saying something', () => {
  test('sends the words, and nothing that was not asked', () => {
    expect(formsOf(page())).toEqual([
      { method: 'post', action: '/a/city-helpline/say', fields: { text: [''] } },
    ])
    expect(wordsOf(page())).toContain('At most 140 characters')
    expect(wordsOf(page())).toContain('A person reads it before others see it')
  })

  test('shows what others said alike, and then takes it all the same', () => {
    const html = page({ draft: 'It admits what it does not know.', similar: SIMILAR })
    expect(formsOf(html)[0]?.fields).toEqual({ text: [''], sure: ['yes'] })
    expect(html).toContain('It admits what it does not know.</textarea>')
    expect(wordsOf(html)).toContain('Others said something like it It says when it does not know.')
    expect(wordsOf(html)).toContain('Send mine all the same')
    expect(html).toContain('<li><span lang="ar" dir="auto">')
  })

  test('asks once only: without anything alike there is nothing to be sure of', () => {
    expect(formsOf(page({ draft: 'Something of my own' }))[0]?.fields).not.toHaveProperty('sure')
    expect(wordsOf(page())).not.toContain('Others said')
  })

  test('tells a problem beside the field and keeps what was typed', () => {
    const typed = 'x'.repeat(150)
    const html = page({ draft: typed, problem: 'That is 150 characters; one idea fits into 140.' })
    expect(html).toContain(`>${typed}</textarea>`)
    expect(html).toMatch(/<textarea[^>]*aria-invalid="true"[^>]*aria-describedby="problem hint"/)
    expect(html).not.toContain('maxlength')
    expect(wordsOf(html)).toContain('There is a problem That is 150 characters; one idea fits into 140.')
    expect(html).toMatch(/<title>There is a problem · Say something/)
  })

  test('a draft and what others said are words, never markup', () => {
    const html = page({ draft: HOSTILE, similar: [statementOf(HOSTILE)], problem: HOSTILE })
    expect(html).not.toContain('<img')
    expect(html.split(ESCAPED)).toHaveLength(4)
  })

  test('lets an operator, and nobody else, show or remove what waits', () => {
    const waiting = [statementOf(HOSTILE, { moderation: 'waiting' })]
    expect(formsOf(page({ waiting }))).toHaveLength(1)
    const html = page({ waiting }, 'operator')
    expect(formsOf(html)[1]).toMatchObject({ method: 'post', action: '/a/city-helpline/moderate' })
    expect(html).toContain('name="moderation" value="removed"')
    expect(html).not.toContain('<img')
    expect(wordsOf(page({}, 'operator'))).toContain('No statement waits for you')
  })
})
