import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Chance, chance, id } from '../kernel/index.ts'
import type { Judgement } from '../listen/index.ts'
import { benchOf, VERDICTS } from './judges.ts'

type Verdict = Judgement['verdict']

const says = (judge: string, cell: string, verdict: Verdict): Judgement => ({
  judge: id(judge),
  case: id(cell),
  response: id('r'),
  statement: id('s'),
  verdict,
})

interface Setting {
  readonly judges: number
  readonly cells: number
  readonly right: number
  readonly verdicts?: readonly Verdict[]
}

/** Judges who are right with the given probability, on cells whose true verdicts are known. */
function panel(stream: Chance, { judges, cells, right, verdicts = VERDICTS }: Setting) {
  const truth: Verdict[] = Array.from({ length: cells }, () => verdicts[stream.below(verdicts.length)]!)
  const judgements = truth.flatMap((verdict, cell) =>
    Array.from({ length: judges }, (_, judge) => {
      const others = verdicts.filter((other) => other !== verdict)
      return says(
        `j${judge}`,
        `${cell}`,
        stream.uniform() < right ? verdict : others[stream.below(others.length)]!,
      )
    }),
  )
  return { truth, judgements }
}

describe('how many judges a verdict takes', () => {
  test('one judge alone never settles a cell, however good the record', () => {
    const { judgements } = panel(chance('record'), { judges: 4, cells: 300, right: 1 })
    const alone = says('j0', 'alone', 'violates')
    const cell = benchOf([...judgements, alone]).cells.find((at) => at.case === 'alone')!
    expect(cell).toMatchObject({ judges: 1, verdict: 'undetermined' })
    expect(cell.violates).toBeGreaterThan(0.9)
  })

  test('a bench of one settles nothing at all, whatever it says', () => {
    const verdict = fc.constantFrom(...VERDICTS)
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 60 }), (verdicts) =>
        benchOf(verdicts.map((said, at) => says('j', `${at}`, said))).cells.every(
          (cell) => cell.verdict === 'undetermined',
        ),
      ),
    )
  })

  test('two newcomers who agree do not settle a cell, three do', () => {
    const agreeing = (judges: string[]) =>
      benchOf(judges.map((judge) => says(judge, 'c', 'violates'))).cells[0]!
    expect(agreeing(['a', 'b']).verdict).toBe('undetermined')
    expect(agreeing(['a', 'b', 'c']).verdict).toBe('violates')
  })

  test('three judges of a well-behaved panel settle what they agree on', () => {
    const { truth, judgements } = panel(chance('well-behaved'), { judges: 3, cells: 60, right: 0.9 })
    const { cells } = benchOf(judgements)
    const agreed = cells.filter((cell) =>
      judgements.filter((j) => j.case === cell.case).every((j, _, [first]) => j.verdict === first!.verdict),
    )
    expect(agreed.length).toBeGreaterThan(30)
    expect(agreed.filter((cell) => cell.verdict === 'undetermined')).toEqual([])
    expect(
      cells.filter((cell) => cell.verdict !== 'undetermined' && cell.verdict !== truth[Number(cell.case)])
        .length,
    ).toBeLessThan(3)
  })

  // Reference figures for two verdicts; with a third, errors scatter and fewer cells stay open.
  test.each([
    { judges: 3, open: 0.38 },
    { judges: 5, open: 0.16 },
    { judges: 9, open: 0.03 },
  ])('judges of accuracy .85 leave a share open: %o', ({ judges, open }) => {
    const setting: Setting = { judges, cells: 4000, right: 0.85, verdicts: ['meets', 'violates'] }
    const { cells } = benchOf(panel(chance(`open ${judges}`), setting).judgements)
    const left = cells.filter((cell) => cell.verdict === 'undetermined').length / cells.length
    expect(Math.abs(left - open)).toBeLessThan(0.02)
  })

  test('a sure verdict is wrong at most one time in twenty', () => {
    const { truth, judgements } = panel(chance('honest'), { judges: 5, cells: 2000, right: 0.75 })
    const sure = benchOf(judgements).cells.filter((cell) => cell.verdict !== 'undetermined')
    const wrong = sure.filter((cell) => cell.verdict !== truth[Number(cell.case)])
    expect(sure.length).toBeGreaterThan(1000)
    expect(wrong.length / sure.length).toBeLessThan(0.05)
  })
})

describe('whose voice counts how much', () => {
  test('a judge who repeats an answer has one voice', () => {
    const once = [says('a', 'c', 'meets'), says('b', 'c', 'meets')]
    const again = [...once, says('a', 'c', 'meets'), says('a', 'c', 'meets')]
    expect(benchOf(again).cells[0]!.meets).toBeCloseTo(benchOf(once).cells[0]!.meets, 9)
    expect(benchOf(again).cells[0]!.judges).toBe(2)
  })

  test('a judge who contradicts herself on a cell says nothing there', () => {
    const { cells } = benchOf([says('a', 'c', 'meets'), says('a', 'c', 'violates')])
    expect(cells[0]!.meets).toBeCloseTo(cells[0]!.violates, 9)
  })

  test('a judge who always disagrees with the others is outweighed', () => {
    const { truth, judgements } = panel(chance('contrary'), { judges: 3, cells: 200, right: 0.95 })
    const contrary = truth.map((verdict, cell) =>
      says('x', `${cell}`, verdict === 'meets' ? 'violates' : 'meets'),
    )
    const wrong = benchOf([...judgements, ...contrary]).cells.filter(
      (cell) => cell.verdict !== 'undetermined' && cell.verdict !== truth[Number(cell.case)],
    )
    expect(wrong.length).toBeLessThan(6)
  })

  test('the order of the judgements never matters', () => {
    const { judgements } = panel(chance('order'), { judges: 3, cells: 20, right: 0.7 })
    fc.assert(
      fc.property(fc.shuffledSubarray(judgements, { minLength: judgements.length }), (shuffled) => {
        expect(benchOf(shuffled)).toEqual(benchOf(judgements))
      }),
      { numRuns: 20 },
    )
  })
})
