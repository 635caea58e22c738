import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type GroupId, id, wilson } from '../kernel/index.ts'
import type { Drafting, Listening, Reason } from '../listen/index.ts'
import type { RulingOutcome } from '../negotiate/index.ts'
import { check } from './check.ts'
import { parseCharter, printCharter } from './codec.ts'
import {
  inMode,
  personsOf,
  RESAMPLES,
  type Told,
  textOf,
  told,
  toldCase,
  toldRuling,
} from './draft/assembly.case.ts'
import { type DraftRequest, draft } from './draft.ts'
import { expectGolden } from './golden.case.ts'
import { contentHash } from './hash.ts'

const A = id<'group'>('A')
const B = id<'group'>('B')
const PEOPLE = { A: 30, B: 20, '-': 4 }
const MOST = { A: [28, 1], B: [18, 1], '-': [3, 1] } as const
const SPLIT = { A: [20, 8], B: [4, 14], '-': [2, 1] } as const

const note = (statement: string, parts: Partial<Drafting> = {}): Drafting => ({
  statement: id(statement),
  by: 'Noor Haddad',
  motive: 'ethics',
  authority: 'participants',
  rules: [],
  scale: null,
  ...parts,
})

const scale = {
  low: { label: 'Gentle', instruction: 'Be gentle.' },
  high: { label: 'Plain', instruction: 'Be plain.' },
  from: 0,
  to: 4,
  start: 2,
}

const everyone = [...personsOf('A', 30), ...personsOf('B', 20)]
const bindings = (statement: string, holds: number): Listening['bindings'] =>
  everyone.map((participant, at) => ({
    participant,
    statement: id(statement),
    holds: at % 10 < holds ? 'for-everyone' : 'for-each',
  }))
const reaches = (statement: string, others: number): Listening['reaches'] =>
  [
    ...everyone,
    ...personsOf('-', 4),
    ...Array.from({ length: 40 }, (_, at) => id<'participant'>(`x${at}`)),
  ].map((participant, at) => ({
    participant,
    statement: id(statement),
    touches: at < others ? 'others' : 'only-me',
  }))

const reason = (participant: string, statement: string, side: Reason['side'], words: string): Reason => ({
  participant: id(participant),
  statement: id(statement),
  side,
  words,
})

const outcome = (prefer: string, over: string, parts: Partial<RulingOutcome> = {}): RulingOutcome =>
  toldRuling({
    prefer: id(prefer),
    over: id(over),
    cases: [id('crisis')],
    outside: [id('gossip')],
    winProbability: 0.97,
    support: wilson(30, 45),
    groups: new Map<GroupId, ReturnType<typeof wilson>>([
      [A, wilson(8, 26)],
      [B, wilson(18, 19)],
    ]),
    status: 'robust',
    byRule: [
      { rule: 'equal-shares', prefers: id(prefer) },
      { rule: 'phragmen', prefers: id(prefer) },
    ],
    benefits: [B],
    burdens: [A],
    notShown: [],
    ...parts,
  })

const meets = (where: string, response: string, statement: string) => ({
  case: id<'case'>(where),
  response: id<'response'>(response),
  statement: id<'statement'>(statement),
  meets: 0.98,
  violates: 0.01,
  irrelevant: 0.01,
  judges: 3,
  verdict: 'meets' as const,
})

/** One assembly in which everything that can happen to a statement happens. */
const STORY: Told = {
  people: PEOPLE,
  votes: {
    1: MOST,
    2: MOST,
    3: MOST,
    4: MOST,
    5: SPLIT,
    6: MOST,
    7: MOST,
    8: SPLIT,
    9: SPLIT,
    10: { A: [5, 20], B: [2, 15], '-': [1, 0] },
    11: MOST,
    12: MOST,
    13: SPLIT,
    14: MOST,
  },
  entries: {
    1: inMode('floor'),
    2: inMode('floor'),
    3: inMode('floor'),
    4: inMode('configure'),
    10: {
      ...inMode('declare'),
      standing: 'unalignable',
      because: 'Every acting response goes against it in 1 of the 1 cases in which it matters.',
      honoured: [id('gossip')],
    },
    11: inMode('configure'),
    12: inMode('floor'),
    13: {
      standing: 'undetermined',
      because: 'Nobody described a case in which it matters.',
      question: { kind: 'describe-a-case', asks: 'Describe a case in which it matters.' },
    },
  },
  cells: [meets('crisis', 'alert', '8'), meets('gossip', 'keep', '9')],
  slates: {
    'equal-shares': [
      ['6', 199],
      ['7', 120],
      ['5', 198],
    ],
    phragmen: [
      ['7', 190],
      ['6', 190],
      ['13', 150],
    ],
  },
  rulings: [
    outcome('8', '9'),
    outcome('13', '14', { winProbability: 0.8, cases: [id('gossip')], outside: [] }),
  ],
  listening: {
    bindings: [...bindings('1', 9), ...bindings('12', 5)],
    reaches: [...reaches('4', 0), ...reaches('11', 1)],
    reasons: [
      reason('a1', '8', 'against', 'The one place I could speak was the machine.'),
      reason('a2', '9', 'for', 'What I say in the night is mine.'),
      reason('b3', '9', 'for', 'My father would have called nobody.'),
      reason('a3', '8', 'for', 'It saved my brother.'),
      reason('n1', '1', 'against', 'Rules for all fit none.'),
    ],
    cases: [toldCase('crisis', ['alert', 'keep']), toldCase('gossip', ['keep', 'tell'])],
    drafting: [
      note('1', {
        rules: [{ kind: 'forbid-tools', tools: ['pay'], when: { kind: 'always' } }],
        motive: 'control',
      }),
      note('3', { authority: 'law' }),
      note('4', { scale }),
    ],
    population: [{ attribute: 'age', value: 'over 70', share: 0.2, source: 'census 2025' }],
    notes: [{ kind: 'column-missing', count: 1, says: 'The export has no column of seeds.' }],
  },
}

const request = told(STORY)
const charter = draft(request)
const clause = (statement: string) => charter.principles.find((one) => one.statement === statement)

describe('a draft', () => {
  test('says everything that check asks for', () => {
    expect(check(charter).filter(({ severity }) => severity === 'error')).toEqual([])
  })

  test('reads like this', () => {
    expectGolden('test/goldens/charter/draft.charter.yaml', printCharter(charter))
  })

  test('is read back as it was written', () => {
    expect(parseCharter(printCharter(charter), 'told')).toEqual({ kind: 'parsed', value: charter })
  })

  test('quotes every statement word for word, with its votes', () => {
    for (const { statement, text, provenance } of charter.principles) {
      expect(text).toBe(textOf(statement))
      expect(provenance).toEqual({ statement, origin: 'seed', agree: 49, pass: 0, disagree: 3, unseen: 2 })
    }
  })

  test('puts floors before dials and numbers the clauses of each part', () => {
    expect(charter.principles.map(({ id: clause, kind, statement }) => [clause, kind, statement])).toEqual([
      ['P1', 'floor', '3'],
      ['P2', 'floor', '1'],
      ['P3', 'floor', '2'],
      ['P4', 'floor', '6'],
      ['P5', 'dial', '4'],
    ])
    expect(charter.contested.map(({ id: clause, kind }) => [clause, kind])).toEqual([
      ['C1', 'principle'],
      ['C2', 'principle'],
      ['C3', 'principle'],
      ['C4', 'ruling'],
    ])
  })

  test('says of each floor what carries it', () => {
    expect(clause('3')).toMatchObject({
      basis: { kind: 'entrenched', by: 'law, as noted by Noor Haddad' },
      authority: 'law',
    })
    expect(clause('1')).toMatchObject({
      basis: {
        kind: 'supermajority',
        asked: 'must-hold',
        shares: { overall: { n: 50, estimate: 0.9, method: 'clopper-pearson' } },
      },
      because:
        '45 of 50 people asked say that it must hold for everyone: at least 78 % overall and 68 % in each group (95 %). Drafting note signed by Noor Haddad.',
      motive: 'control',
      rules: [{ kind: 'forbid-tools', tools: ['pay'] }],
    })
    expect(clause('2')).toMatchObject({
      basis: { kind: 'supermajority', asked: 'agree', shares: { overall: { n: 52 } } },
      because: expect.stringContaining('Nobody was asked whether it must hold for everyone.'),
      motive: 'survey',
      authority: 'participants',
    })
    expect(clause('6')).toMatchObject({
      basis: { kind: 'negotiated', rule: 'equal-shares', seat: 1, inclusion: { n: RESAMPLES } },
      because:
        'Every declared rule seats it (equal shares and shared costs (Phragmén)), and equal shares does so in 199 of 200 re-runs.',
    })
  })

  test('asks a judge the statement itself where nobody drafted a rule', () => {
    expect(clause('2')).toMatchObject({
      rules: [{ kind: 'ask-judge', question: textOf('2'), when: { kind: 'always' } }],
    })
  })

  test('makes a dial of what touches nobody else and somebody drafted the ends of', () => {
    expect(clause('4')).toMatchObject({ kind: 'dial', scale, touchesOthers: { estimate: 0, n: 94 } })
    expect(charter.unknowns.find(({ about }) => about === 'unconfirmed')).toMatchObject({
      statements: ['11', '12'],
    })
  })

  test('declares what cannot be honoured, with who holds it and where it can', () => {
    expect(charter.cannotHonour).toMatchObject([
      { id: 'U1', statement: '10', heldBy: 8, honouredIn: [{ id: 'gossip', title: 'Case gossip' }] },
    ])
  })

  test('gives a ruling its scope, what follows it, and the words of both who lose by it', () => {
    expect(charter.rulings).toMatchObject([
      {
        id: 'R1',
        prefer: { statement: '8', text: textOf('8') },
        when: [{ id: 'crisis', title: 'Case crisis' }],
        notWhen: [{ id: 'gossip' }],
        inScope: [
          {
            case: 'crisis',
            opening: 'Somebody says crisis.',
            honours: [{ response: 'alert', signs: [{ kind: 'says' }] }],
          },
        ],
        outOfScope: [{ case: 'gossip', honours: [{ response: 'keep' }] }],
        burdens: ['A'],
        because:
          'The group-weighted majority prefers it in 1 case with a probability of 97 in 100, and all 2 declared rules agree: equal-shares and phragmen.',
      },
    ])
    const [a, b] = charter.rulings[0]!.dissent
    expect(a).toMatchObject({ group: 'A', heard: 'words', more: 0, share: { estimate: 0.6923, n: 26 } })
    expect(new Set(a!.words)).toEqual(
      new Set(['The one place I could speak was the machine.', 'What I say in the night is mine.']),
    )
    expect(b).toMatchObject({ group: 'B', words: ['My father would have called nobody.'] })
  })

  test('keeps what is not settled as contested, with why', () => {
    expect(charter.contested).toMatchObject([
      {
        statement: '7',
        seatedBy: ['equal-shares', 'phragmen'],
        leftOutBy: [],
        because: expect.stringContaining('in at least 53 % of re-runs only (95 %); a floor needs 90 %'),
        fallback: 'status-quo',
      },
      {
        statement: '5',
        seatedBy: ['equal-shares'],
        leftOutBy: ['phragmen'],
        because: 'Seated by 1 of 2 declared rules: equal shares.',
        burdens: ['B'],
      },
      { statement: '13', seatedBy: ['phragmen'], leftOutBy: ['equal-shares'] },
      {
        prefer: { statement: '13' },
        because: expect.stringContaining('below 95 in 100.'),
        reviewAfter: 'P6M',
      },
    ])
  })

  test('accounts for every statement', () => {
    expect(charter.assembly.notes).toEqual([
      'Of 14 statements: 4 floors, 1 dial, 3 contested, 1 that cannot be honoured, 3 in rulings only, 2 in no clause and 0 set aside because removed or about who people are.',
      'The export has no column of seeds.',
    ])
  })

  test('records everyone in no group as everyone', () => {
    expect(clause('1')!.dissent.find(({ group }) => group === 'everyone')).toMatchObject({
      heard: 'words',
      words: ['Rules for all fit none.'],
      share: { n: 52 },
    })
  })

  test('a statement nobody ever heard is a mistake of the program', () => {
    expect(() => draft({ ...request, rulings: [outcome('8', '99')] })).toThrow('no statement "99"')
  })
})

describe('the same votes, the same charter', () => {
  const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length })
  const text = printCharter(charter)

  test('to the byte, whatever the order of the records', () => {
    const orders = fc.record({
      votes: shuffled(request.listening.votes),
      bindings: shuffled(request.listening.bindings),
      reaches: shuffled(request.listening.reaches),
      reasons: shuffled(request.listening.reasons),
      drafting: shuffled(request.listening.drafting),
      statements: shuffled(request.listening.statements),
      participants: shuffled(request.listening.participants),
    })
    const entries = shuffled(request.register.entries)
    const rulings = shuffled(request.rulings)
    fc.assert(
      fc.property(orders, entries, rulings, (order, entries, rulings) => {
        const again: DraftRequest = {
          ...request,
          rulings,
          listening: { ...request.listening, ...order },
          register: { ...request.register, entries },
        }
        return printCharter(draft(again)) === text
      }),
      { numRuns: 15 },
    )
  })

  test('and a changed, missing or added vote gives another hash', () => {
    const { votes } = request.listening
    const hash = contentHash(charter)
    const withVotes = (changed: Listening['votes']) =>
      contentHash(draft({ ...request, listening: { ...request.listening, votes: changed } }))
    fc.assert(
      fc.property(
        fc.nat(votes.length - 1),
        fc.constantFrom('agree', 'pass', 'disagree', 'gone'),
        (at, answer) => {
          const one = votes[at]!
          if (one.vote === answer) return withVotes([...votes]) === hash
          const rest = votes.filter((_, other) => other !== at)
          return withVotes(answer === 'gone' ? rest : [...rest, { ...one, vote: answer }]) !== hash
        },
      ),
      { numRuns: 40 },
    )
  })

  test('even where the vote moves no figure: two people swap their answers', () => {
    const swapped = request.listening.votes.map((vote) =>
      vote.statement === '14' && vote.participant === 'a0'
        ? { ...vote, vote: 'disagree' as const }
        : vote.statement === '14' && vote.participant === 'a28'
          ? { ...vote, vote: 'agree' as const }
          : vote,
    )
    const again = draft({ ...request, listening: { ...request.listening, votes: swapped } })
    expect({ ...again.assembly, votesDigest: '' }).toEqual({ ...charter.assembly, votesDigest: '' })
    expect(contentHash(again)).not.toBe(contentHash(charter))
  })
})

describe('a vote export of 900 statements', () => {
  const many = Array.from({ length: 900 }, (_, at) => String(at + 1))
  const story: Told = {
    people: { A: 60, B: 40, '-': 10 },
    votes: Object.fromEntries(
      many.map((one, at) => [
        one,
        at < 60 ? { A: [58 - (at % 5), 1], B: [38, 1] } : { A: [20, 20], B: [10, at % 12] },
      ]),
    ),
    entries: Object.fromEntries(
      many.map((one, at) => [
        one,
        {
          ...(at < 60 ? inMode('floor') : {}),
          standing: 'undetermined' as const,
          because: 'Nobody described a case in which it matters.',
          question: {
            kind: 'describe-a-case' as const,
            asks: `Describe a case in which “${textOf(one)}” matters.`,
          },
        },
      ]),
    ),
    slates: {
      'equal-shares': [
        ['100', 100],
        ['70', 199],
      ],
      phragmen: [
        ['70', 200],
        ['200', 100],
      ],
    },
  }
  const exported = draft(told(story))

  test('gives a charter without errors that a person can still read', () => {
    expect(check(exported).filter(({ severity }) => severity === 'error')).toEqual([])
    const prose = printCharter(exported)
      .split('\n')
      .filter((line) => !/^ +("\d+",? ?)+$/.test(line))
    expect(prose.length).toBeLessThan(1_200)
  })

  test('drafts the strongest floors by agreement and lists every other', () => {
    // Every fifth of the sixty has 58 of group A behind it, one more than the next.
    const strongest = many.slice(0, 60).filter((_, at) => at % 5 === 0)
    expect(exported.principles.map(({ statement }) => statement)).toEqual([...strongest, '70'])
    const left = exported.unknowns.find(({ about }) => about === 'left-out')!
    expect(left.statements).toHaveLength(48)
    expect(left.statements).not.toContain(strongest[0])
    expect(left.says).toMatch(/^48 statements reached .*: “Statement \d+ holds.”, .* and 43 more\.$/)
  })

  test('names each undetermined statement once, a few in words', () => {
    const open = exported.unknowns.filter(({ about }) => about === 'undetermined')
    expect(open).toHaveLength(6)
    expect(new Set(open.flatMap(({ statements }) => statements)).size).toBe(900)
    expect(open[5]!.says).toBe(
      'Of 895 more statements nobody can say whether they can be honoured: too few cases are described in which they matter.',
    )
  })

  test('says that nobody knows who is missing', () => {
    expect(exported.unknowns.map(({ about }) => about)).toContain('no-population')
  })
})
