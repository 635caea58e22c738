import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ClauseId, id, type ParticipantId } from '../../kernel/index.ts'
import { amendedFixture, charterFixture, FIXTURE_CLAUSES } from '../charter.fixture.ts'
import { check, ratifiable } from '../check.ts'
import { parseCharter, printCharter } from '../codec.ts'
import { decidedIn } from '../decided.ts'
import { diffCharters } from '../diff.ts'
import { contentHash } from '../hash.ts'
import type { Amendment, Charter, Dial, Floor } from '../schema.ts'
import type { Acted, RoundAct } from './acts.ts'
import { amend, amendAll, isMade } from './amend.ts'
import { LONGEST_REMARK, MOST_BY_ONE, refusalOf } from './refusal.ts'
import { otherTerms, revised, withAdopted } from './revise.ts'
import { type Round, roundOf, termsOf } from './round.ts'

const draft = charterFixture
const { machine, undone, blunt, risk, remember, withoutAi, unheard } = FIXTURE_CLAUSES
const ANN = id<'participant'>('ann')
const BEA = id<'participant'>('bea')
const CY = id<'participant'>('cy')
const AT = '2026-02-01T09:00:00Z'

const opened: RoundAct = { kind: 'opened', terms: termsOf(draft), by: 'op' }
const round = (...acts: readonly RoundAct[]): Round => {
  const found = roundOf(
    draft,
    [opened, ...acts].map((act): Acted => ({ act, at: AT })),
  )
  if (found === null) throw new Error('it was opened')
  return found
}

let said = 0
const objects = (participant: ParticipantId, clause: ClauseId | null, words = 'No.'): RoundAct => ({
  kind: 'commented',
  id: id(`c${said++}`),
  participant,
  clause,
  stance: 'objects',
  words,
  because: 'It cost me something.',
})
const proposes = (change: Amendment, clause: ClauseId | null = blunt, name = 'p1', participant = ANN) =>
  ({
    kind: 'proposed',
    id: id<'proposal'>(name),
    participant,
    clause,
    change,
    because: 'I need it.',
  }) as const
const answers = (answer: 'adopted' | 'deferred' | 'rejected', name = 'p1', reason = 'So it is.') =>
  ({ kind: 'answered', proposal: id<'proposal'>(name), answer, reason, by: 'op' }) as const
const supports = (participant: ParticipantId, name = 'p1') =>
  ({ kind: 'supported', proposal: id<'proposal'>(name), participant }) as const

const wider: Amendment = { kind: 'bounds', from: 0, to: 4, start: 2 }
const scope: Amendment = { kind: 'request', asks: 'scope', words: 'Not in hospitals.' }
const forbids = (pattern: string) => ({ kind: 'forbid-pattern', pattern, when: { kind: 'always' } }) as const
const LATER = { version: '1.1', closed: '2026-02-15T18:00:00Z', groupOf: () => null }
const value = (made: ReturnType<typeof revised>): Charter => {
  if (made.kind === 'refused') throw new Error(`${made.problem.place}: ${made.problem.found}`)
  return made.value
}

describe('what may be changed by hand', () => {
  test.each<[Amendment, ClauseId, string]>([
    [wider, blunt, 'P5 scale'],
    [{ kind: 'add-rule', rule: forbids('as a friend') }, machine, 'P1 rules'],
    [{ kind: 'drop-rule', rule: (draft.principles[0] as Floor).rules[0]! }, machine, 'P1 rules'],
    [{ kind: 'motive', motive: 'pr' }, machine, 'P1 motive'],
    [{ kind: 'authority', authority: 'operator' }, remember, 'C1 authority'],
    [{ kind: 'review', after: 'P3M' }, risk, 'R1 reviewAfter'],
  ])('%o at %s changes that and nothing else but the header that counts it', (change, clause, line) => {
    const made = value(amend(draft, { clause, change }))
    const lines = diffCharters(draft, made).changes.flatMap((one) =>
      one.kind === 'about' && one.path.startsWith('decided.')
        ? []
        : [one.kind === 'changed' ? `${one.clause} ${one.field}` : one.kind],
    )
    expect(lines).toEqual([line])
    expect(made.decided).toEqual(decidedIn(made))
    expect(isMade(made, { clause, change })).toBe(true)
    expect(isMade(draft, { clause, change })).toBe(false)
  })

  test.each<[Amendment, ClauseId | null, string]>([
    [wider, machine, 'a dial'],
    [{ kind: 'bounds', from: 3, to: 3, start: 3 }, blunt, 'bounds that leave a choice'],
    [{ kind: 'bounds', from: 2, to: 4, start: 1 }, blunt, 'the start between'],
    [{ kind: 'add-rule', rule: forbids('x') }, blunt, 'a floor'],
    [{ kind: 'drop-rule', rule: (draft.principles[1] as Floor).rules[0]! }, undone, 'keeps another rule'],
    [{ kind: 'review', after: 'P3M' }, machine, 'a ruling or a contested clause'],
    [{ kind: 'motive', motive: 'pr' }, withoutAi, 'a principle, a ruling or a contested'],
    [{ kind: 'motive', motive: 'pr' }, null, 'a principle, a ruling or a contested'],
    [scope, risk, 'only listening again'],
  ])('%o at %s is refused: it takes %s', (change, clause, expected) => {
    const made = amend(draft, { clause, change })
    expect(made.kind === 'refused' && made.problem.expected).toContain(expected)
  })

  test('two changes of one thing cannot both be made', () => {
    const narrower = { clause: blunt, change: { ...wider, from: 2 } as Amendment }
    const made = amendAll(draft, [{ clause: blunt, change: wider }, narrower])
    expect(made.kind === 'refused' && made.problem.found).toContain('another one undoes')
  })
})

describe('a round', () => {
  test('is none until it is opened', () => {
    expect(roundOf(draft, [])).toBeNull()
    expect(roundOf(draft, [{ act: proposes(wider), at: AT }])).toBeNull()
  })

  test('keeps what stands: the last answer, each supporter once, nothing that was taken back', () => {
    const mine = objects(ANN, risk)
    if (mine.kind !== 'commented') throw new Error('it is a remark')
    const stands = round(
      mine,
      objects(BEA, risk, 'Still no.'),
      proposes(wider),
      supports(BEA),
      supports(BEA),
      supports(ANN),
      answers('rejected'),
      answers('adopted', 'p1', 'On second thoughts.'),
      { kind: 'taken-back', of: mine.id, participant: ANN },
    )
    expect(stands.remarks.map(({ words }) => words)).toEqual(['Still no.'])
    expect(stands.proposals).toMatchObject([
      { supporters: [BEA], answer: { answer: 'adopted', reason: 'On second thoughts.' } },
    ])
  })

  test('nobody takes back what another said', () => {
    const stands = round(proposes(wider), { kind: 'taken-back', of: id<'proposal'>('p1'), participant: BEA })
    expect(stands.proposals).toHaveLength(1)
  })

  test('can be read whatever was erased from it', () => {
    const acts = [
      objects(ANN, null),
      proposes(wider),
      supports(BEA),
      answers('adopted'),
      proposes(scope, risk, 'p2', BEA),
      answers('deferred', 'p2'),
    ]
    fc.assert(
      fc.property(fc.subarray(acts), (left) => {
        const stands = round(...left)
        const answered = stands.proposals.every(({ answer }) => answer !== null)
        expect(revised(stands, LATER).kind).toBe(answered ? 'parsed' : 'refused')
      }),
      { numRuns: 40 },
    )
  })

  test.each<[string, RoundAct, string]>([
    ['a second opening', opened, 'open already'],
    ['words about no clause', objects(ANN, id('P99')), 'a clause of this draft'],
    ['no words', objects(ANN, risk, ' '), 'words and a reason'],
    ['too many words', objects(ANN, risk, 'x'.repeat(LONGEST_REMARK + 1)), `at most ${LONGEST_REMARK}`],
    ['a change that is none', proposes({ kind: 'bounds', from: 1, to: 4, start: 2 }), 'what it says already'],
    ['a change it cannot take', proposes(wider, machine), 'a dial'],
    ['a reason that is missing', answers('rejected', 'p0', ' '), 'why it is answered'],
    ['an answer to nothing', answers('rejected', 'p9'), 'one that stands'],
    ['support of nothing', supports(BEA, 'p9'), 'one that stands'],
    ['support of one’s own', supports(BEA, 'p0'), 'each person once'],
    ['a request adopted', answers('adopted', 'p0'), 'only listening again'],
  ])('refuses %s with one line', (_, act, words) => {
    const problem = refusalOf(round(proposes(scope, risk, 'p0', BEA)), act)
    expect(`${problem?.found} ${problem?.expected}`).toContain(words)
  })

  test('takes so much from one person, and again once something was taken back', () => {
    const full = Array.from({ length: MOST_BY_ONE }, () => objects(ANN, risk))
    expect(refusalOf(round(...full), objects(ANN, risk))?.expected).toContain('take one back')
    expect(refusalOf(round(...full), objects(BEA, risk))).toBeNull()
    expect(refusalOf(round(...full.slice(1)), objects(ANN, risk))).toBeNull()
  })

  test('an answered proposal stays, with its answer', () => {
    const back: RoundAct = { kind: 'taken-back', of: id<'proposal'>('p1'), participant: ANN }
    expect(refusalOf(round(proposes(wider)), back)).toBeNull()
    expect(refusalOf(round(proposes(wider), answers('rejected')), back)?.found).toContain('was answered')
  })

  test('nothing is adopted that fails a check or undoes what was adopted', () => {
    const vacuous = proposes({ kind: 'add-rule', rule: forbids('(') }, machine)
    expect(refusalOf(round(vacuous), answers('adopted'))?.found).toContain('fails a check')
    const both = round(proposes(wider), answers('adopted'), proposes({ ...wider, from: 2 }, blunt, 'p2', CY))
    expect(refusalOf(both, answers('adopted', 'p2'))?.found).toContain('another one undoes')
    expect(refusalOf(both, answers('rejected', 'p2'))).toBeNull()
  })
})

describe('the terms of a round', () => {
  test.each<[string, (terms: Charter) => Charter]>([
    ['method.seats', (one) => ({ ...one, method: { ...one.method, seats: 9 } })],
    ['method.rule', (one) => ({ ...one, method: { ...one.method, rule: 'approval' } })],
    ['method.otherRules', (one) => ({ ...one, method: { ...one.method, otherRules: [] } })],
    [
      'ratificationPlan.overall',
      (one) => ({ ...one, ratificationPlan: { ...one.ratificationPlan, overall: 0.9 } }),
    ],
  ])('%s cannot change once it is open', (path, change) => {
    const problem = otherTerms(round(), change(draft))
    expect(problem).toMatchObject({ place: path, expected: expect.stringContaining('fixed when the round') })
    const sealed = { ...change(draft), round: amendedFixture.round }
    expect(check(sealed).map(({ code }) => code)).toContain('round-terms-differ')
  })

  test('what is not a term may', () => {
    expect(otherTerms(round(), { ...draft, title: 'Another' })).toBeNull()
  })
})

describe('the revised draft', () => {
  const talk = [
    objects(BEA, risk, 'Ask me first.'),
    objects(ANN, null, 'Too much.'),
    proposes(wider),
    supports(BEA),
    answers('adopted'),
    proposes(scope, risk, 'p2', CY),
    answers('deferred', 'p2', 'It is asked in the next round.'),
    proposes({ kind: 'motive', motive: 'pr' }, machine, 'p3', CY),
    answers('rejected', 'p3'),
  ]

  test('makes what was adopted and says what became of the rest, in the words that were said', () => {
    const made = value(revised(round(...talk), LATER))
    expect((made.principles[4] as Dial).scale.from).toBe(0)
    expect(made.round).toMatchObject({
      draft: contentHash(draft),
      terms: termsOf(draft),
      opened: AT,
      people: 3,
      comments: 2,
      proposals: [
        { id: 'A1', clause: machine, answer: 'rejected', people: 1 },
        { id: 'A2', clause: blunt, answer: 'adopted', people: 2 },
        { id: 'A3', clause: risk, answer: 'deferred', reason: 'It is asked in the next round.' },
      ],
      dissent: [
        { clause: null, words: 'Too much.' },
        { clause: risk, words: 'Ask me first.' },
      ],
    })
    expect(made.version).toBe('1.1')
    expect(ratifiable(made)).toBe(true)
    expect(printCharter(made)).not.toMatch(/\b(ann|bea|cy)\b/)
    expect(parseCharter(printCharter(made), 'x')).toEqual({ kind: 'parsed', value: made })
    expect(diffCharters(draft, made).changes.map(({ kind }) => kind)).toEqual([
      'changed',
      'changed',
      'round',
      'about',
    ])
  })

  test('does not tell who spoke first', () => {
    const two = [objects(BEA, risk, 'b'), objects(ANN, risk, 'a')]
    expect(value(revised(round(...two), LATER)).round?.dissent).toEqual(
      value(revised(round(...two.reverse()), LATER)).round?.dissent,
    )
  })

  test('is not made while a proposal has no answer', () => {
    const made = revised(round(...talk, proposes(scope, unheard, 'p4')), LATER)
    expect(made).toMatchObject({ kind: 'refused', problem: { found: '1 proposed change without an answer' } })
    expect(value(withAdopted(round(...talk))).principles[4]).toMatchObject({ scale: { from: 0 } })
  })
})

test('the check knows what became of a round, and that there was none', () => {
  expect(check(amendedFixture).map(({ path }) => path.split(/[.[]/)[0])).not.toContain('round')
  expect(check(draft).map(({ code }) => code)).toContain('no-round')
  expect(ratifiable(draft)).toBe(true)
})
