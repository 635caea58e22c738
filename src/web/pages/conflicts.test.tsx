import { describe, expect, test } from 'vitest'
import type { Study } from '../../charter/index.ts'
import { id } from '../../kernel/index.ts'
import { figuresOf, textOf, wordsOf } from '../reading.case.ts'
import type { ConflictsView } from '../views.ts'
import { ESCAPED, frameOf, grouped, HOSTILE, ready, silent, ungrouped, votesOnly } from '../worlds.case.ts'
import { ConflictsPage } from './conflicts.tsx'

const page = (study: Study, view: Partial<ConflictsView> = {}): string =>
  String(
    <ConflictsPage
      frame={frameOf()}
      view={{ studied: ready(study), standing: 'conflicting', open: null, statements: [], ...view }}
    />,
  )

const articleOf = (html: string): string => /<article.*<\/article>/s.exec(html)?.[0] ?? ''

/** The same study, with one judgement and perhaps more changed. */
const judged = (study: Study, change: (cell: Study['register']['cells'][number]) => object): Study => ({
  ...study,
  register: {
    ...study.register,
    cells: study.register.cells.map((cell) => ({ ...cell, ...change(cell) })),
  },
})

describe('the register', () => {
  const html = page(grouped())

  test('counts every statement under exactly one standing', () => {
    const counts = [...html.matchAll(/<b class="num">(\d+)<\/b>/g)].map(([, n]) => Number(n))
    expect(counts).toHaveLength(4)
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(60)
  })

  test('each standing is a link to its list, and the one looked at is marked', () => {
    for (const standing of ['alignable', 'conflicting', 'unalignable', 'undetermined'])
      expect(html).toContain(`href="/a/city-helpline/conflicts?standing=${standing}"`)
    expect(html).toMatch(/standing=conflicting" aria-current="true"/)
    expect(page(grouped(), { standing: 'unalignable' })).toMatch(/standing=unalignable" aria-current="true"/)
  })

  test('lists each conflict with its cases and how many hold a side of it', () => {
    const listed = /<ul class="list">.*?<\/ul>/s.exec(html)?.[0] ?? ''
    expect(wordsOf(listed)).toMatch(/^“.*?” against “.*?” \d cases · \d+ people hold at least one/)
    expect(listed.match(/aria-current="true"/g)).toHaveLength(1)
  })
})

describe('one conflict', () => {
  const html = page(grouped())

  test('shows the case and every response against every value, with who judged', () => {
    const [figure = ''] = figuresOf(html)
    expect(textOf(figure, 'figcaption')).toBe('All four ways to act break one of these values')
    expect(textOf(figure, 'thead')).toMatch(/^If the assistant… What I say to it stays with me.* If a life/)
    expect(textOf(figure, 'tbody')).toContain('No AI acts (always listed)')
    expect(wordsOf(figure)).toContain('from up to 9 judges')
  })

  test('says what would settle it, and who holds which side', () => {
    const words = wordsOf(articleOf(html))
    expect(words).toContain('Probable conflict')
    expect(words).toContain('Which gives way is a choice, and the groups make it.')
    expect(words).toMatch(/Who holds which side .* A \d+ % \(\d+–\d+\)/)
    expect(words).toMatch(/\d+ people hold both, of \d+ who saw both/)
  })

  test('has one primary button: take it to negotiation', () => {
    expect(html.match(/btn primary/g)).toHaveLength(1)
    expect(html).toContain('<a class="btn primary" href="/a/city-helpline/negotiate">')
  })

  test('opens the case and the values that are asked for', () => {
    const { conflicts } = grouped().register
    const wanted = conflicts.findLast(({ statements }) => statements.length > 1)!
    const asked = page(grouped(), {
      statements: [...wanted.statements].reverse(),
      open: wanted.cases.at(-1)!,
    })
    expect(wordsOf(articleOf(asked))).toContain(`Case ${wanted.cases.at(-1)} ·`)
  })

  test('opens the first where what is asked for is not there', () => {
    const asked = page(grouped(), { statements: [id('no such')], open: id('no such') })
    expect(articleOf(asked)).toBe(articleOf(html))
  })
})

describe('what the judges say', () => {
  const cellsOf = (html: string) =>
    [...html.matchAll(/<span class="j (.)">(.*?)<\/span><\/td>/g)].map(([, kind, said = '']) => [
      kind,
      wordsOf(said),
    ])

  test('a sure verdict says its probability, and never that it is certain', () => {
    const html = page(judged(grouped(), () => ({ verdict: 'violates', violates: 1, meets: 0 })))
    expect(cellsOf(html)[0]).toEqual(['v', '✕ violates over .99'])
  })

  test('split judges are unknown, with the probability of a violation', () => {
    const html = page(judged(grouped(), () => ({ verdict: 'undetermined', violates: 0.58, meets: 0.42 })))
    expect(cellsOf(html)[0]).toEqual(['u', '? judges split .58 violates'])
    expect(textOf(html, 'figcaption')).toBe(
      'None of four ways to act breaks one of these values; for four we do not know yet',
    )
  })

  test('a cell that nobody judged is not judged: neither met nor irrelevant', () => {
    const study = grouped()
    const html = page({ ...study, register: { ...study.register, cells: [] } })
    expect(new Set(cellsOf(html).map(String))).toEqual(new Set(['u,? not judged']))
    expect(textOf(html, 'figcaption')).toContain('for four we do not know yet')
  })
})

describe('one statement', () => {
  test('that only absence honours: declared, with the part that is kept', () => {
    const words = wordsOf(articleOf(page(grouped(), { standing: 'unalignable' })))
    expect(words).toMatch(/^∅?\s?Unalignable I value living in a world free of the influence of AI/)
    expect(words).toContain('Declared.')
    expect(words).toMatch(/The part that can be kept In \d cases “no AI acts” may be chosen/)
    expect(words).toMatch(/In \d cases it may not, and nothing that acts honours it/)
  })

  test('that is undetermined: the question that would settle it most cheaply', () => {
    const words = wordsOf(articleOf(page(grouped(), { standing: 'undetermined' })))
    expect(words).toContain('What would settle it most cheaply Describe a situation in which')
  })

  test('that is honoured: what could change this', () => {
    const words = wordsOf(articleOf(page(grouped(), { standing: 'alignable' })))
    expect(words).toContain('What could change this A case that nobody described yet')
  })
})

describe('where little is known', () => {
  test('without cases votes decide nothing, and every statement is undetermined', () => {
    const html = page(votesOnly())
    expect(wordsOf(html)).toContain('No cases yet Votes alone decide nothing.')
    expect(wordsOf(html)).toContain('No two values are known to collide. That may mean that nobody described')
    expect([...html.matchAll(/<b class="num">(\d+)<\/b>/g)].map(([, n]) => n)).toEqual(['0', '0', '0', '60'])
    expect(wordsOf(page(grouped()))).not.toContain('No cases yet')
  })

  test('without statements there is nothing to open', () => {
    for (const standing of ['alignable', 'conflicting', 'unalignable', 'undetermined'] as const)
      expect(articleOf(page(silent(), { standing }))).toBe('')
  })

  test('without groups everybody counts as one', () => {
    const words = wordsOf(articleOf(page(ungrouped())))
    expect(words).toMatch(/Who holds which side .* All \d+ % \(\d+–\d+\)/)
    expect(words).not.toMatch(/\bA \d+ %/)
  })

  test('of fewer than twenty who saw all sides it is not said how many hold them', () => {
    const { listening, ...rest } = grouped()
    const early = new Set(listening.participants.slice(0, 15).map((one) => one.id))
    const votes = listening.votes.filter(({ participant }) => early.has(participant))
    const words = wordsOf(articleOf(page({ ...rest, listening: { ...listening, votes } })))
    expect(words).toMatch(/How many hold both: not shown\. \d+ (person|people) saw both, we need 20\./)
  })
})

test('a study that failed shows no register', () => {
  const html = page(grouped(), { studied: { kind: 'failed', because: 'a line cannot be read' } })
  expect(wordsOf(html)).toContain('This could not be counted a line cannot be read')
  expect(html).not.toContain('class="counts"')
})

test('what people say and describe is words, never markup', () => {
  const { listening, ...rest } = grouped()
  const study: Study = {
    ...rest,
    listening: {
      ...listening,
      statements: listening.statements.map((one) => ({ ...one, text: HOSTILE })),
      cases: listening.cases.map((one) => ({
        ...one,
        title: HOSTILE,
        situation: HOSTILE,
        affected: [HOSTILE],
        responses: one.responses.map((response) => ({ ...response, text: HOSTILE })),
      })),
    },
  }
  for (const standing of ['conflicting', 'unalignable'] as const) {
    const html = page(study, { standing })
    expect(html).not.toContain('<img')
    expect(html).toContain(ESCAPED)
  }
})
