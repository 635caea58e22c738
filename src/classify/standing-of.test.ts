import { describe, expect, test } from 'vitest'
import { id } from '../kernel/index.ts'
import type { CaseOutcome } from './case-outcome.ts'
import type { Conflict } from './standing.ts'
import { standingOf } from './standing-of.ts'

const VALUE = id<'statement'>('v')

/** `mmro`: two cases met, one refused, one open; `s` is spared. */
const outcomes = (letters: string): CaseOutcome[] =>
  [...letters].map((letter, at) => ({
    case: id(`${at + 1}`),
    kind: ({ m: 'met', r: 'refused', s: 'spared', o: 'open' } as const)[letter as 'm']!,
    absenceHonours: true,
  }))

const conflict = (
  statements: string[],
  cases: string[],
  certainty: Conflict['certainty'] = 'probable',
): Conflict => ({
  statements: statements.map((statement) => id(statement)),
  cases: cases.map((one) => id(one)),
  certainty,
})

const standing = (letters: string, conflicts: Conflict[] = []) =>
  standingOf({ statement: VALUE, outcomes: outcomes(letters), conflicts, textOf: (other) => other })

describe('alignable', () => {
  test('where some response meets it in almost every case, nine in ten', () => {
    expect(standing('mm').standing).toBe('alignable')
    expect(standing('mmmmmmmmms').standing).toBe('alignable')
    expect(standing('mmmmmmmmss').standing).toBe('undetermined')
  })

  test('a case that the judges left open counts against it', () => {
    expect(standing('mmmmmmmmmo').standing).toBe('alignable')
    expect(standing('mmmo').standing).toBe('undetermined')
  })

  test('one case says little about every case', () => {
    expect(standing('m').standing).toBe('undetermined')
  })

  test('a possible conflict does not take it away, a probable one does', () => {
    expect(standing('mm', [conflict(['v', 'w'], ['1'], 'possible')]).standing).toBe('alignable')
    expect(standing('mm', [conflict(['v', 'w'], ['1'])]).standing).toBe('conflicting')
  })
})

describe('unalignable', () => {
  test('where everything that acts violates it in almost every case', () => {
    expect(standing('rr', [conflict(['v'], ['1', '2'])]).standing).toBe('unalignable')
    expect(standing('rrrrrrrrrm', [conflict(['v'], ['1'])]).standing).toBe('unalignable')
  })

  test('not while cases are open: that would be too hard a word', () => {
    const one = standing('rrrrrrrroo', [conflict(['v'], ['1'])])
    expect(one).toMatchObject({
      standing: 'undetermined',
      because: 'The judges have not settled 2 of the 10 cases in which it matters.',
    })
  })

  test('one refused case is not every case', () => {
    expect(standing('r', [conflict(['v'], ['1'])]).standing).toBe('undetermined')
  })
})

describe('conflicting', () => {
  test('one sure case is enough for a conflict with others, and the sentence names them', () => {
    expect(standing('m', [conflict(['v', 'w'], ['1']), conflict(['v', 'x'], ['1'])])).toEqual({
      standing: 'conflicting',
      because:
        'In 1 case, no acting response honours it together with “w”, and it is part of 1 more conflict.',
    })
  })

  test('where nothing honours it in some of its cases', () => {
    expect(standing('rmmm', [conflict(['v'], ['1'])])).toEqual({
      standing: 'conflicting',
      because: 'In 1 of the 4 cases in which it matters, nothing that acts honours it.',
    })
  })
})

describe('undetermined', () => {
  test.each([
    ['', 'Nobody described a case in which it matters; votes alone decide nothing.'],
    ['m', 'It matters in only 1 case, which says little about the others.'],
    ['oo', 'The judges have not settled 2 of the 2 cases in which it matters.'],
    ['ms', 'Some response meets it in only 1 of the 2 cases in which it matters.'],
  ])('says why: %s', (letters, because) => {
    expect(standing(letters)).toEqual({ standing: 'undetermined', because })
  })
})
