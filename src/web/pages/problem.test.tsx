import { describe, expect, test } from 'vitest'
import { textOf, wordsOf } from '../reading.case.ts'
import { ESCAPED, frameOf, HOSTILE } from '../worlds.case.ts'
import { ProblemPage, type ProblemProps } from './problem.tsx'

const page = (more: Partial<ProblemProps> = {}): string =>
  String(
    <ProblemPage
      frame={frameOf()}
      title="There is nothing here"
      what="No page of this assembly has this address."
      kept="Every answer you gave."
      next={{ says: 'Check the link.', href: '/a/city-helpline', label: 'To the start' }}
      {...more}
    />,
  )

describe('a problem', () => {
  test('says what happened, what was kept and what to do', () => {
    expect(textOf(page(), 'main')).toBe(
      'There is a problem There is nothing here No page of this assembly has this address. What was kept Every answer you gave. What to do Check the link. To the start',
    )
  })

  test('does not say what was kept where there was nothing to lose', () => {
    expect(wordsOf(page({ kept: null }))).not.toContain('What was kept')
  })

  test('stands without an assembly: no bar that leads nowhere', () => {
    const html = page({ frame: null })
    expect(html).not.toContain('<nav')
    expect(textOf(html, 'h1')).toBe('There is nothing here')
    expect(html).toContain('/assets/problem.css')
  })

  test('says in the tab that there is one', () => {
    expect(page()).toMatch(/<title>There is a problem · /)
    expect(page({ frame: null })).toMatch(/<title>There is a problem · /)
  })

  test('what it quotes is words, never markup', () => {
    const html = page({ title: HOSTILE, what: HOSTILE, kept: HOSTILE })
    expect(html).not.toContain('<img')
    expect(html.split(ESCAPED)).toHaveLength(4)
  })
})
