import { describe, expect, test } from 'vitest'
import type { DecidingQuestion } from '../../classify/index.ts'
import { id, wilson } from '../../kernel/index.ts'
import type { Drafting, Reason } from '../../listen/index.ts'
import type { RulingOutcome } from '../../negotiate/index.ts'
import { check } from '../check.ts'
import { draft } from '../draft.ts'
import type { Charter } from '../schema.ts'
import { inMode, personsOf, type Told, told, toldCase, toldRuling } from './assembly.case.ts'
import { effectsOf } from './voices.ts'

const PEOPLE = { A: 30, B: 20 }
const MOST = { A: [28, 1], B: [18, 1] } as const
const SPLIT = { A: [20, 8], B: [4, 14] } as const

const drafted = (story: Partial<Told>): Charter =>
  draft(told({ people: PEOPLE, votes: { 1: MOST, 2: MOST, 3: MOST }, ...story }))
const errors = (charter: Charter) => check(charter).filter(({ severity }) => severity === 'error')

const over = (prefer: string, loser: string, parts: Partial<RulingOutcome> = {}): RulingOutcome =>
  toldRuling({
    prefer: id(prefer),
    over: id(loser),
    cases: [id('c')],
    outside: [],
    winProbability: 0.97,
    support: wilson(30, 45),
    groups: new Map([[id<'group'>('A'), wilson(20, 26)]]),
    status: 'robust',
    byRule: [{ rule: 'equal-shares', prefers: id(prefer) }],
    benefits: [],
    burdens: [],
    notShown: [],
    ...parts,
  })

describe('voices', () => {
  const reasons: Reason[] = personsOf('A', 9).map((participant, at) => ({
    participant,
    statement: id('1'),
    side: 'against',
    words: at === 0 ? ' \n' : `Voice ${at}.`,
  }))
  const floor = (seed: string) => {
    const request = told({
      people: PEOPLE,
      votes: { 1: MOST },
      entries: { 1: inMode('floor') },
      listening: { reasons },
    })
    return draft({ ...request, options: { ...request.options, seed } }).principles[0]!.dissent[0]!
  }

  test('at most three of a group are printed, drawn by the seed; the rest are counted', () => {
    expect(floor('a')).toMatchObject({ heard: 'words', more: 5 })
    expect(floor('a').words).toHaveLength(3)
    expect(floor('a')).toEqual(floor('a'))
    const drawn = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].flatMap((seed) => floor(seed).words))
    expect(drawn.size).toBeGreaterThan(5)
  })

  test('a group that was not asked, one that bears the burden and one that is silent', () => {
    const { contested } = drafted({
      people: { A: 30, B: 20, C: 5 },
      votes: { 1: { A: [28, 0], B: [0, 0, 20] } },
      slates: { one: [['1', 200]], other: [] },
    })
    expect(contested[0]).toMatchObject({
      burdens: ['B'],
      notShown: ['C'],
      dissent: [
        { group: 'B', heard: 'asked-none-given', share: { estimate: 0, n: 20 } },
        { group: 'C', heard: 'not-asked', share: null },
      ],
    })
  })

  test('words from a group that did not vote on it are kept', () => {
    const said: Reason = {
      participant: id('b0'),
      statement: id('1'),
      side: 'against',
      words: 'Nobody asked us.',
    }
    const { contested } = drafted({
      votes: { 1: { A: [28, 0] } },
      slates: { one: [['1', 200]], other: [] },
      listening: { reasons: [said] },
    })
    expect(contested[0]!.dissent).toMatchObject([
      { group: 'B', heard: 'words', words: ['Nobody asked us.'], share: { n: 0 } },
    ])
  })

  test('without groups everyone is heard as everyone', () => {
    const charter = drafted({
      people: { '-': 40 },
      votes: { 1: { '-': [30, 5] }, 2: { '-': [30, 5] } },
      slates: { one: [['1', 200]], other: [] },
      rulings: [over('1', '2', { groups: new Map() })],
    })
    expect(charter).toMatchObject({ groups: [], ungrouped: { people: 40, because: 'Nobody stands apart.' } })
    expect(charter.contested[0]!.dissent).toMatchObject([{ group: 'everyone', share: { n: 35 } }])
    expect(charter.rulings[0]!.dissent).toMatchObject([
      { group: 'everyone', share: { n: 45, estimate: 0.3333 } },
    ])
    expect(errors(charter)).toEqual([])
  })
})

describe('who gains and who loses', () => {
  const [A, B, C] = [id<'group'>('A'), id<'group'>('B'), id<'group'>('C')]
  const share = (low: number, high: number) => ({ ...wilson(1, 2), low, high })
  const effects = (a: [number, number], b: [number, number]) =>
    effectsOf({ overall: wilson(0, 0), groups: { [A]: share(...a), [B]: share(...b) } }, [A, B, C])

  test('needs the whole interval on one side; a bound at one half shows nothing', () => {
    expect(effects([0.51, 0.9], [0.1, 0.49])).toEqual({ benefits: ['A'], burdens: ['B'], notShown: ['C'] })
    expect(effects([0.5, 0.9], [0.1, 0.5])).toEqual({ benefits: [], burdens: [], notShown: ['A', 'B', 'C'] })
  })
})

describe('floors counted again', () => {
  const unconfirmed = (story: Partial<Told>) => {
    const charter = drafted({ entries: { 1: inMode('floor') }, ...story })
    return {
      floors: charter.principles.length,
      open: charter.unknowns.find(({ about }) => about === 'unconfirmed')?.statements ?? [],
    }
  }

  test('need every group, not only the whole', () => {
    expect(unconfirmed({ people: { A: 60, B: 20 }, votes: { 1: { A: [60, 0], B: [12, 8] } } })).toEqual({
      floors: 0,
      open: ['1'],
    })
    expect(unconfirmed({ people: { A: 60, B: 20 }, votes: { 1: { A: [60, 0], B: [19, 1] } } })).toEqual({
      floors: 1,
      open: [],
    })
  })

  test('need the whole, not only every group', () => {
    const votes = { 1: { A: [30, 0], B: [20, 0], '-': [0, 40] } } as const
    expect(unconfirmed({ people: { A: 30, B: 20, '-': 40 }, votes })).toEqual({ floors: 0, open: ['1'] })
  })

  test('are all drafted where people said that they must hold', () => {
    const many = Array.from({ length: 15 }, (_, at) => String(at + 1))
    const charter = drafted({
      votes: Object.fromEntries(many.map((one) => [one, MOST])),
      entries: Object.fromEntries(many.map((one) => [one, inMode('floor')])),
      listening: {
        bindings: many.flatMap((one) =>
          [...personsOf('A', 30), ...personsOf('B', 20)].map((participant) => ({
            participant,
            statement: id(one),
            holds: 'for-everyone' as const,
          })),
        ),
      },
    })
    expect(charter.principles).toHaveLength(15)
    expect(charter.unknowns.map(({ about }) => about)).not.toContain('left-out')
  })
})

describe('what is declared', () => {
  test('is ordered by how many hold it, then by id', () => {
    const entries = { 1: inMode('declare'), 2: inMode('declare'), 3: inMode('declare') }
    const charter = drafted({ votes: { 1: { A: [3, 0] }, 2: { A: [9, 0] }, 3: { A: [3, 0] } }, entries })
    expect(charter.cannotHonour.map(({ statement, heldBy }) => [statement, heldBy])).toEqual([
      ['2', 9],
      ['1', 3],
      ['3', 3],
    ])
  })
})

describe('floors by agreement beyond those drafted', () => {
  const many = Array.from({ length: 15 }, (_, at) => String(at + 1))
  const story: Partial<Told> = {
    votes: Object.fromEntries(many.map((one) => [one, MOST])),
    entries: Object.fromEntries(many.map((one) => [one, inMode('floor')])),
  }
  const leftOut = (charter: Charter) => charter.unknowns.find(({ about }) => about === 'left-out')?.statements

  test('are listed, but for those that every rule seats', () => {
    expect(leftOut(drafted(story))).toEqual(['13', '14', '15'])
    const seated = drafted({ ...story, slates: { one: [['14', 199]], other: [['14', 199]] } })
    expect(seated.principles.at(-1)).toMatchObject({ statement: '14', basis: { kind: 'negotiated' } })
    expect(leftOut(seated)).toEqual(['13', '15'])
  })
})

describe('what follows a ruling', () => {
  const cell = (where: string, response: string, statement: string, verdict: 'meets' | 'violates') => ({
    case: id<'case'>(where),
    response: id<'response'>(response),
    statement: id<'statement'>(statement),
    meets: 0,
    violates: 0,
    irrelevant: 0,
    judges: 3,
    verdict,
  })

  test('is what the judges say meets the preferred value in that very case, acting or handing over', () => {
    const absent = {
      id: id<'response'>('absent'),
      kind: 'absent' as const,
      text: 'No AI acts.',
      signs: [],
      admissible: true,
    }
    const where = toldCase('c', ['meets', 'violates', 'elsewhere', 'other'])
    const charter = drafted({
      rulings: [over('1', '2')],
      listening: { cases: [{ ...where, responses: [...where.responses, absent] }] },
      cells: [
        cell('c', 'meets', '1', 'meets'),
        cell('c', 'absent', '1', 'meets'),
        cell('c', 'violates', '1', 'violates'),
        cell('d', 'elsewhere', '1', 'meets'),
        cell('c', 'other', '2', 'meets'),
      ],
    })
    expect(charter.rulings[0]!.inScope.map(({ honours }) => honours.map(({ response }) => response))).toEqual(
      [['meets']],
    )
  })

  test('stands with exactly the probability that is asked', () => {
    expect(drafted({ rulings: [over('1', '2', { winProbability: 0.95 })] }).rulings).toHaveLength(1)
  })
})

describe('rulings that do not stand', () => {
  const because = (charter: Charter) =>
    charter.contested.filter(({ kind }) => kind === 'ruling').map((one) => one.because)

  test.each([
    ['moves a floor', [over('1', '2')], { 2: inMode('floor') }, '“Statement 2 holds.” is a floor'],
    ['is not sure enough', [over('1', '2', { winProbability: 0.9499 })], {}, 'below 95 in 100'],
    [
      'is called contested',
      [over('1', '2', { status: 'contested' })],
      {},
      'only 1 of 1 declared rule agrees',
    ],
    [
      'has a rule against it',
      [
        over('1', '2', {
          byRule: [
            { rule: 'a', prefers: id('1') },
            { rule: 'b', prefers: null },
          ],
        }),
      ],
      {},
      'only 1 of 2 declared rules agrees',
    ],
    ['has no rule at all', [over('1', '2', { byRule: [] })], {}, 'only 0 of 0 declared rules agree'],
    [
      'contradicts a surer one',
      [over('2', '1'), over('1', '2', { winProbability: 0.99 })],
      {},
      'surer rulings say the opposite in case “Case c”',
    ],
    [
      'closes a circle',
      [over('1', '2', { winProbability: 0.99 }), over('2', '3', { winProbability: 0.98 }), over('3', '1')],
      {},
      'surer rulings',
    ],
  ] as const)('one that %s', (_, rulings, entries, says) => {
    const charter = drafted({ rulings, entries, listening: { cases: [toldCase('c', [])] } })
    expect(because(charter)).toEqual([expect.stringContaining(says)])
    expect(charter.rulings).toHaveLength(rulings.length - 1)
    expect(errors(charter)).toEqual([])
  })

  test('equally sure ones stand in order of their statements', () => {
    const all = [over('3', '2', { cases: [id('d')] }), over('1', '3', { cases: [id('e')] }), over('1', '2')]
    const order = (rulings: readonly RulingOutcome[]) =>
      drafted({ rulings }).rulings.map(({ prefer, over }) => `${prefer.statement} ${over.statement}`)
    expect(order(all)).toEqual(['1 2', '1 3', '3 2'])
    expect(order([...all].reverse())).toEqual(['1 2', '1 3', '3 2'])
  })

  test('opposite rulings in different cases both stand', () => {
    const charter = drafted({ rulings: [over('1', '2'), over('2', '1', { cases: [id('d')] })] })
    expect(charter.rulings).toHaveLength(2)
  })

  test('a person’s own dial decides meanwhile, where there is one', () => {
    const end = { label: 'x', instruction: 'x' }
    const story: Partial<Told> = {
      rulings: [over('1', '2', { winProbability: 0.5 })],
      entries: { 2: inMode('configure') },
      listening: {
        reaches: Array.from({ length: 100 }, (_, at) => ({
          participant: id(`p${at}`),
          statement: id('2'),
          touches: 'only-me',
        })),
        drafting: [
          {
            statement: id('2'),
            by: 'N',
            motive: 'ethics',
            authority: 'participants',
            rules: [],
            scale: { low: end, high: end, from: 0, to: 4, start: 2 },
          },
        ],
      },
    }
    expect(drafted(story).contested[0]).toMatchObject({ fallback: 'configured' })
    expect(errors(drafted(story))).toEqual([])
    expect(drafted({ ...story, entries: {} }).contested[0]).toMatchObject({ fallback: 'status-quo' })
  })

  test('a case in which nobody knows what follows the ruling is an unknown', () => {
    const charter = drafted({ rulings: [over('1', '2')], listening: { cases: [toldCase('c', ['x'])] } })
    expect(charter.rulings[0]!.inScope).toEqual([])
    expect(charter.unknowns.find(({ about }) => about === 'untested')).toMatchObject({
      statements: ['1'],
      says: expect.stringContaining('in “Case c”, so no trial can test it there'),
    })
  })
})

describe('seats', () => {
  const conflict = {
    statements: [id<'statement'>('1'), id<'statement'>('2')],
    cases: [id<'case'>('c'), id<'case'>('d')],
    certainty: 'probable' as const,
  }
  const everywhere = { one: [['1', 199]], other: [['1', 199]] } as const
  const story: Partial<Told> = {
    slates: everywhere,
    entries: { 1: { standing: 'conflicting', conflicts: [conflict] } },
  }

  test('a value that nothing honours beside another is no floor without a ruling', () => {
    const charter = drafted(story)
    expect(charter.principles).toEqual([])
    expect(charter.contested[0]).toMatchObject({
      because: expect.stringContaining('together with “Statement 2 holds.” in every case'),
    })
  })

  test('nor with a ruling in some of the cases only', () => {
    expect(drafted({ ...story, rulings: [over('1', '2')] }).principles).toEqual([])
  })

  test('nor with a ruling in another case', () => {
    const here = { ...conflict, cases: [id<'case'>('c')] }
    const entries = { 1: { standing: 'conflicting' as const, conflicts: [here] } }
    const charter = (cases: string[]) =>
      drafted({
        ...story,
        entries,
        rulings: [over('1', '2', { cases: cases.map((one) => id<'case'>(one)) })],
      })
    expect(charter(['d']).principles).toEqual([])
    expect(charter(['c']).principles).toHaveLength(1)
  })

  test('what only other rules seat follows, by id', () => {
    const charter = drafted({
      slates: {
        one: [['2', 1]],
        other: [
          ['3', 1],
          ['1', 1],
        ],
      },
    })
    expect(charter.contested.map((clause) => (clause.kind === 'principle' ? clause.statement : ''))).toEqual([
      '2',
      '1',
      '3',
    ])
  })

  test('it is one where rulings prefer it in every case', () => {
    const charter = drafted({ ...story, rulings: [over('1', '2', { cases: [id('c'), id('d')] })] })
    expect(charter.principles).toMatchObject([{ statement: '1', basis: { kind: 'negotiated' } }])
  })

  test('and not where a ruling goes against it', () => {
    expect(drafted({ ...story, entries: {}, rulings: [over('2', '1')] }).principles).toEqual([])
  })

  test('a possible conflict stops nothing', () => {
    const possible = { 1: { conflicts: [{ ...conflict, certainty: 'possible' as const }] } }
    expect(drafted({ ...story, entries: possible }).principles).toHaveLength(1)
  })

  test('the seat is the one under the rule in force', () => {
    const charter = drafted({
      slates: {
        one: [
          ['3', 199],
          ['1', 199],
        ],
        other: [
          ['1', 199],
          ['3', 199],
        ],
      },
    })
    expect(charter.principles).toMatchObject([
      { statement: '3', basis: { rule: 'one', seat: 1 } },
      { statement: '1', basis: { rule: 'one', seat: 2 } },
    ])
  })

  test('a rule that was not declared makes nothing contested and seats nothing', () => {
    const charter = drafted({
      slates: { one: [['1', 200]], other: [['1', 200]] },
      beside: { training: [['3', 200]] },
    })
    expect(charter.principles.map(({ statement }) => statement)).toEqual(['1'])
    expect(charter.contested).toEqual([])
    expect(charter.method).toMatchObject({ rule: 'one', otherRules: ['other'] })
  })

  test('inclusion is held against the lower bound: 189 of 200 is enough, 188 is not', () => {
    const times = (many: number) =>
      drafted({ slates: { one: [['1', many]], other: [['1', 1]] } }).principles.length
    expect([times(189), times(188)]).toEqual([1, 0])
    expect(wilson(189, 200).low).toBeCloseTo(0.9042, 3)
    expect(wilson(188, 200).low).toBeCloseTo(0.8981, 3)
  })
})

describe('what is not known', () => {
  const population = (share: number) => [
    { attribute: 'home', value: 'no internet', share, source: 'city survey' },
  ]
  const declared = (told: readonly string[]) =>
    [...personsOf('A', 30), ...personsOf('B', 20)].map((person, at) => ({
      id: person,
      declared: told[at] === undefined ? {} : { home: told[at] },
      origin: '',
      exportedGroup: null,
    }))
  const unheard = (charter: Charter) =>
    charter.unknowns.filter(({ about }) => about === 'unheard').map(({ says }) => says)

  test('a part of the population that is heard less than its share is named', () => {
    const few = ['no internet', ...Array.from({ length: 39 }, () => 'internet')]
    const charter = drafted({ listening: { population: population(0.2), participants: declared(few) } })
    expect(unheard(charter)[0]).toBe(
      'People whose home is “no internet” are 20 % of those affected (city survey) and fewer than 20 of the 40 people who said their home. We do not know how the others would answer.',
    )
  })

  test('a share that chance allows is not', () => {
    const enough = [
      ...Array.from({ length: 6 }, () => 'no internet'),
      ...Array.from({ length: 34 }, () => 'internet'),
    ]
    const charter = drafted({ listening: { population: population(0.2), participants: declared(enough) } })
    expect(unheard(charter)[0]).toContain(
      'Measured by home, nobody is missing by more than chance would have it.',
    )
  })

  test('where nobody said, nothing is known', () => {
    expect(unheard(drafted({ listening: { population: population(0.2) } }))[0]).toContain(
      'nobody said their home',
    )
  })

  test('everyone placed, everything seen: then only the population is unknown', () => {
    const charter = drafted({ votes: { 1: { A: [30, 0], B: [20, 0] } } })
    expect(charter.unknowns.map(({ about }) => about)).toEqual(['no-population'])
  })

  test('the cheapest question comes first', () => {
    const judges = (more: number): DecidingQuestion => ({
      kind: 'judge-a-cell',
      case: id('c'),
      response: id('r'),
      more,
      asks: `Ask ${more} judges.`,
    })
    const open = (question: DecidingQuestion | null) => ({
      standing: 'undetermined' as const,
      because: 'Judges differ.',
      question,
    })
    const charter = drafted({
      votes: { 1: MOST, 2: MOST, 3: MOST, 4: MOST },
      entries: {
        1: open(null),
        2: open({ kind: 'describe-a-case', asks: 'Describe one.' }),
        3: open(judges(9)),
        4: open(judges(2)),
      },
    })
    const asks = charter.unknowns
      .filter(({ about }) => about === 'undetermined')
      .map(({ wouldSettle }) => wouldSettle)
    expect(asks).toEqual(['Ask 2 judges.', 'Ask 9 judges.', 'Describe one.', 'Nobody knows yet.'])
  })

  test('among equally cheap ones the most answered comes first, then the lowest id', () => {
    const open = {
      standing: 'undetermined' as const,
      because: 'Nobody described a case.',
      question: { kind: 'describe-a-case' as const, asks: 'Describe one.' },
    }
    const charter = drafted({
      votes: { 1: { A: [3, 0] }, 2: MOST, 3: { A: [3, 0] } },
      entries: { 1: open, 2: open, 3: open },
    })
    const order = charter.unknowns
      .filter(({ about }) => about === 'undetermined')
      .flatMap(({ statements }) => statements)
    expect(order).toEqual(['2', '1', '3'])
  })

  test('a dial without drafted ends is listed', () => {
    const charter = drafted({
      entries: { 2: inMode('configure') },
      listening: {
        reaches: Array.from({ length: 100 }, (_, at) => ({
          participant: id(`p${at}`),
          statement: id('2'),
          touches: 'only-me',
        })),
      },
      slates: { one: [['2', 199]], other: [['2', 199]] },
    })
    expect(charter.principles).toEqual([])
    expect(charter.contested).toEqual([])
    expect(charter.unknowns.find(({ about }) => about === 'no-scale')).toMatchObject({ statements: ['2'] })
  })
})

describe('drafting notes', () => {
  test('law weighs most, then the first name; rules add up', () => {
    const note = {
      statement: id<'statement'>('1'),
      motive: 'ethics' as const,
      authority: 'participants' as const,
      rules: [],
      scale: null,
    }
    const always = { kind: 'always' as const }
    const charter = drafted({
      entries: { 1: inMode('floor') },
      listening: {
        drafting: [
          { ...note, by: 'Ada', rules: [{ kind: 'hold-tools', tools: ['pay'], when: always }] },
          {
            ...note,
            by: 'Zoe',
            authority: 'law',
            motive: 'control',
            rules: [{ kind: 'forbid-pattern', pattern: 'x', when: always }],
          },
        ],
      },
    })
    expect(charter.principles[0]).toMatchObject({
      authority: 'law',
      motive: 'control',
      because: 'Entrenched by law. Drafting note signed by Zoe and Ada.',
      basis: { kind: 'entrenched', by: 'law, as noted by Zoe' },
      rules: [{ kind: 'forbid-pattern' }, { kind: 'hold-tools' }],
    })
  })
})

describe('what a machine wrote', () => {
  const written = { model: 'm-1', mediation: id<'mediation'>('m1'), prompt: `sha256:${'0'.repeat(64)}` }
  const mediation = {
    id: id<'mediation'>('m1'),
    round: 2,
    model: 'm-1',
    at: '2026-03-02T10:00:00Z',
    calls: 4,
    from: [id<'statement'>('2')],
    critiques: [{ statement: id<'statement'>('3'), words: 5 }],
    predicted: [],
  }
  const machine = (story: Partial<Told>, authority: 'participants' | 'law' = 'participants'): Charter => {
    const request = told({ people: PEOPLE, votes: { 1: MOST, 2: MOST, 3: MOST }, ...story })
    const [first, ...others] = request.listening.statements
    const note = {
      statement: id<'statement'>('1'),
      by: 'N',
      motive: 'ethics',
      authority,
      rules: [],
      scale: null,
    }
    return draft({
      ...request,
      listening: {
        ...request.listening,
        statements: [{ ...first!, origin: 'mediator', written }, ...others],
        mediations: [mediation],
        drafting: [note as Drafting],
      },
    })
  }

  test('stands with participants’ votes, and says what it was made from', () => {
    const charter = machine({ entries: { 1: inMode('floor') } })
    expect(charter.principles).toMatchObject([{ statement: '1', provenance: { origin: 'mediator' } }])
    expect(charter.machineWritten).toMatchObject([
      {
        statement: '1',
        model: 'm-1',
        round: 2,
        from: [{ statement: '2', text: 'Statement 2 holds.' }],
        critiques: [{ statement: '3', text: 'Statement 3 holds.', words: 5 }],
        provenance: { agree: 46 },
      },
    ])
    expect(errors(charter)).toEqual([])
  })

  test('is no clause before twenty people answered it, also where all of them agree', () => {
    const few = (agree: number) => ({ votes: { 1: { A: [agree, 0] as const }, 2: MOST, 3: MOST } })
    const entries = { 1: inMode('declare') }
    const rulings = [over('1', '2')]
    const nineteen = machine({ ...few(19), entries, rulings })
    expect([nineteen.cannotHonour, nineteen.rulings, nineteen.machineWritten]).toEqual([[], [], []])
    expect(nineteen.assembly.notes[0]).toContain('1 written by a machine and not carried by votes')
    const twenty = machine({ ...few(20), entries })
    expect(twenty.cannotHonour).toHaveLength(1)
    expect(errors(twenty)).toEqual([])
  })

  test('is entrenched by no law', () => {
    const story = { votes: { 1: SPLIT, 2: MOST, 3: MOST }, entries: { 1: inMode('floor') } }
    expect(machine(story, 'law').principles).toEqual([])
  })
})
