import { describe, expect, test } from 'vitest'
import { formsOf, wordsOf } from '../reading.case.ts'
import type { MineView } from '../views.ts'
import { ESCAPED, frameOf, HOSTILE, statementOf } from '../worlds.case.ts'
import { MinePage } from './mine.tsx'

const page = (view: Partial<MineView> = {}): string =>
  String(<MinePage frame={frameOf()} view={{ answers: [], other: 0, erased: false, ...view }} />)

const ANSWERS: MineView['answers'] = [
  { statement: statementOf('It waits.'), vote: 'agree', receipt: '/a/city-helpline/receipt/7' },
  { statement: statementOf('It asks.'), vote: 'pass', receipt: '/a/city-helpline/receipt/9' },
  {
    statement: statementOf('لا يكذب', { language: 'ar' }),
    vote: 'disagree',
    receipt: '/a/city-helpline/receipt/11',
  },
]

describe('what one gave', () => {
  test('lists each answer with its receipt', () => {
    const html = page({ answers: ANSWERS, other: 1 })
    expect(wordsOf(html)).toContain('3 answers, and 1 other thing:')
    expect(wordsOf(html)).toContain('It waits. ✓ agree Receipt for It waits.')
    expect(wordsOf(html)).toContain('It asks. – pass')
    expect(wordsOf(html)).toContain('لا يكذب ✕ disagree')
    for (const { receipt } of ANSWERS) expect(html).toContain(`href="${receipt}"`)
    expect(html).toContain('lang="ar" dir="auto"')
  })

  test('erases in two steps that need no script', () => {
    const html = page({ answers: ANSWERS })
    expect(formsOf(html)).toEqual([
      { method: 'post', action: '/a/city-helpline/mine/erase', fields: { sure: ['yes'] } },
    ])
    expect(html).toMatch(/<input[^>]*name="sure"[^>]*required/)
    expect(wordsOf(html)).toContain('This cannot be undone.')
  })

  test('offers to erase what is not an answer, too', () => {
    expect(formsOf(page({ other: 2 }))).toHaveLength(1)
  })

  test('has nothing to erase where nothing was given', () => {
    expect(formsOf(page())).toEqual([])
    expect(wordsOf(page())).toContain('Nothing so far, from this browser.')
  })

  test('says what erasing did, and what it cannot do', () => {
    const html = page({ erased: true })
    expect(html).toMatch(/role="status"[^>]*>What you gave can no longer be read here/)
    expect(wordsOf(html)).toContain('copies others made before remain.')
  })

  test('a statement is words, never markup', () => {
    const html = page({ answers: [{ statement: statementOf(HOSTILE), vote: 'agree', receipt: '/r' }] })
    expect(html).not.toContain('<img')
    expect(html).toContain(ESCAPED)
  })
})
