import { describe, expect, test } from 'vitest'
import { id } from '../kernel/index.ts'
import type { Binding, CastVote, Drafting, Listening, Reach } from '../listen/index.ts'
import { registerOf } from './register.ts'
import { people, statement, told, toldCase, toldCases, toldMap } from './told.case.ts'

const A = people('a', 60)
const B = people('b', 40)
const TWO_GROUPS = toldMap({ A, B })
const NO_GROUPS = toldMap({ '-': [...A, ...B] })

const about = 'candour'
const binds = (who: readonly string[], holds: Binding['holds'], what = about): Binding[] =>
  who.map((participant) => ({ participant: id(participant), statement: id(what), holds }))
const touches = (who: readonly string[], whom: Reach['touches'], what = about): Reach[] =>
  who.map((participant) => ({ participant: id(participant), statement: id(what), touches: whom }))
const votes = (who: readonly string[], vote: CastVote['vote'], what = about): CastVote[] =>
  who.map((participant) => ({
    participant: id(participant),
    statement: id(what),
    vote,
    at: null,
    shown: null,
  }))
const drafted = (parts: Partial<Drafting>): Drafting => ({
  statement: id(about),
  by: 'Noor Haddad',
  motive: 'ethics',
  authority: 'participants',
  rules: [],
  scale: null,
  ...parts,
})

/** Two cases in which candour is met, so that it is alignable. */
const ALIGNABLE = toldCases(
  ...['1', '2'].map((name) =>
    toldCase(name, [
      { name: 'tells', does: '+candour' },
      { name: 'hides', does: '-candour' },
    ]),
  ),
)
/** A case in which candour and comfort collide. */
const COLLIDING = toldCases(
  toldCase('1', [
    { name: 'tells', does: '+candour -comfort' },
    { name: 'soothes', does: '-candour +comfort' },
  ]),
)

const resolve = (parts: Partial<Listening>, map = TWO_GROUPS) => {
  const statements = [statement('candour'), statement('comfort')]
  const { entries } = registerOf(told({ statements, ...ALIGNABLE, ...parts }), map)
  return entries.find((entry) => entry.statement === about)!.resolution
}

describe('a floor', () => {
  const most = [
    ...binds(A, 'for-everyone'),
    ...binds(B.slice(0, 30), 'for-everyone'),
    ...binds(B.slice(30), 'for-each'),
  ]

  test('binds where two thirds of all and half of every group say that it must', () => {
    expect(resolve({ bindings: most })).toMatchObject({
      mode: 'floor',
      because:
        'At least 82 % of people and at least 50 % of each of 2 groups (100 people asked, 95 %) say that it must hold for everyone.',
      mustHold: { estimate: 0.9, n: 100, method: 'clopper-pearson' },
    })
  })

  test('does not bind one group against its will', () => {
    const overruled = [
      ...binds(A, 'for-everyone'),
      ...binds(B.slice(0, 22), 'for-everyone'),
      ...binds(B.slice(22), 'for-each'),
    ]
    expect(resolve({ bindings: overruled }).mode).toBe('negotiate')
    expect(resolve({ bindings: overruled }, NO_GROUPS).mode).toBe('floor')
  })

  test('needs the lower bound, not the share: 7 of 10 is not enough', () => {
    const few = [...binds(A.slice(0, 7), 'for-everyone'), ...binds(A.slice(7, 10), 'for-each')]
    expect(resolve({ bindings: few }, NO_GROUPS).mode).toBe('negotiate')
    // Clopper & Pearson: 9 of 9 has the lower bound .664, 10 of 10 has .692.
    expect(resolve({ bindings: binds(A.slice(0, 9), 'for-everyone') }, NO_GROUPS).mode).toBe('negotiate')
    expect(resolve({ bindings: binds(A.slice(0, 10), 'for-everyone') }, NO_GROUPS).mode).toBe('floor')
  })

  test('counts unsure as not binding', () => {
    const unsure = [...binds(A, 'for-everyone'), ...binds(B, 'unsure')]
    expect(resolve({ bindings: unsure }, NO_GROUPS).mode).toBe('negotiate')
  })

  test('counts a person who says two things as unsure, and once', () => {
    const twice = [...most, ...most, ...binds(A, 'for-each')]
    expect(resolve({ bindings: twice }).mustHold).toMatchObject({ n: 100, estimate: 0.3 })
  })

  test('a group in which nobody was asked has not agreed', () => {
    expect(resolve({ bindings: binds(A, 'for-everyone') }).mode).toBe('negotiate')
  })

  test('stands by law without any vote, and says whose note it is', () => {
    expect(resolve({ drafting: [drafted({ authority: 'law' })] })).toMatchObject({
      mode: 'floor',
      because: 'It is entrenched by law, as noted by Noor Haddad.',
      mustHold: null,
    })
  })

  test('never holds what nothing that acts can honour: that is declared', () => {
    const refused = toldCases(
      ...['1', '2'].map((name) => toldCase(name, [{ name: 'tells', does: '-candour' }])),
    )
    expect(resolve({ ...refused, bindings: most, drafting: [drafted({ authority: 'law' })] }).mode).toBe(
      'declare',
    )
  })
})

describe('agreement in place of "must it hold for everyone?"', () => {
  const agreed = [...votes(A, 'agree'), ...votes(B.slice(0, 30), 'agree'), ...votes(B.slice(30), 'disagree')]

  test('stands in where nobody at all was asked, and the sentence says so', () => {
    expect(resolve({ votes: agreed })).toMatchObject({
      mode: 'floor',
      because:
        'Nobody was asked whether it must hold for everyone; agreement stands in. At least 82 % of people and at least 50 % of each of 2 groups (100 people asked, 95 %) agree with it.',
      mustHold: null,
    })
  })

  test('does not where somebody was asked, be it about another statement', () => {
    expect(resolve({ votes: agreed, bindings: binds(['a1'], 'unsure', 'comfort') }).mode).toBe('negotiate')
  })

  test('carries a floor where no case exists at all', () => {
    expect(resolve({ votes: agreed, cases: [], judgements: [] }).mode).toBe('floor')
  })

  test('and where the one case there is meets it', () => {
    const [first] = ALIGNABLE.cases
    expect(resolve({ votes: agreed, cases: [first!] }).mode).toBe('floor')
  })

  test('does not where the judges differ', () => {
    const open = toldCases(toldCase('1', [{ name: 'tells', does: '?+candour' }]))
    expect(resolve({ votes: agreed, ...open }).mode).toBe('negotiate')
  })

  test('does not where it probably conflicts', () => {
    expect(resolve({ votes: agreed, ...COLLIDING })).toMatchObject({ mode: 'negotiate' })
  })

  test('does not without a supermajority', () => {
    expect(resolve({ votes: [...votes(A, 'agree'), ...votes(B, 'pass')] }, NO_GROUPS).mode).toBe('negotiate')
  })
})

describe('floors that collide', () => {
  const both = (what: string) => binds([...A, ...B], 'for-everyone', what)

  test('one of two may bind everyone', () => {
    expect(resolve({ bindings: both('candour'), ...COLLIDING }).mode).toBe('floor')
  })

  test('both may not: they go to negotiation', () => {
    expect(resolve({ bindings: [...both('candour'), ...both('comfort')], ...COLLIDING })).toMatchObject({
      mode: 'negotiate',
      because:
        'A supermajority wants it to hold for everyone, but it cannot be honoured beside other floors, so it is negotiated.',
    })
  })

  test('both may where the conflict is only possible', () => {
    const open = toldCases(
      ...['1', '2'].map((name) =>
        toldCase(name, [
          { name: 'tells', does: '+candour -comfort' },
          { name: 'soothes', does: '?-candour +comfort' },
        ]),
      ),
    )
    expect(resolve({ bindings: [...both('candour'), ...both('comfort')], ...open }).mode).toBe('floor')
  })

  test('law gives no way to a supermajority', () => {
    const law = drafted({ statement: id('comfort'), authority: 'law' })
    expect(resolve({ bindings: both('candour'), drafting: [law], ...COLLIDING }).mode).toBe('negotiate')
    expect(
      resolve({ bindings: both('comfort'), drafting: [drafted({ authority: 'law' })], ...COLLIDING }).mode,
    ).toBe('floor')
  })
})

describe('a dial', () => {
  const everyone = [...A, ...B]

  test('is offered where it touches only the person', () => {
    expect(resolve({ reaches: touches(everyone, 'only-me') })).toMatchObject({
      mode: 'configure',
      because:
        'It touches only the person who sets it: at most 4 % of 100 people asked say or suspect otherwise.',
      touchesOthers: { estimate: 0, n: 100 },
    })
  })

  test('takes 72 people who all say so: fewer leave more than one in twenty possible', () => {
    expect(resolve({ reaches: touches(everyone.slice(0, 71), 'only-me') }).mode).toBe('negotiate')
    expect(resolve({ reaches: touches(everyone.slice(0, 72), 'only-me') }).mode).toBe('configure')
  })

  test('counts unsure as touching others', () => {
    const unsure = [...touches(A, 'only-me'), ...touches(B, 'unsure')]
    expect(resolve({ reaches: unsure })).toMatchObject({
      mode: 'negotiate',
      touchesOthers: { estimate: 0.4 },
    })
  })

  test('is not offered on what no one was asked', () => {
    expect(resolve({}).because).toBe('Nobody was asked whom it touches, so it is negotiated.')
  })

  test('is not offered where a rule about tools keeps it', () => {
    const rules: Drafting['rules'] = [{ kind: 'hold-tools', tools: ['send_mail'], when: { kind: 'always' } }]
    expect(resolve({ reaches: touches(everyone, 'only-me'), drafting: [drafted({ rules })] }).mode).toBe(
      'negotiate',
    )
  })

  test('is never offered on what is undetermined', () => {
    expect(resolve({ reaches: touches(everyone, 'only-me'), cases: [], judgements: [] })).toMatchObject({
      mode: 'negotiate',
      because: 'Whether it can be honoured is not settled, so it is negotiated.',
    })
  })

  test('never moves a floor', () => {
    const bindings = binds(everyone, 'for-everyone')
    expect(resolve({ reaches: touches(everyone, 'only-me'), bindings }).mode).toBe('floor')
  })
})

test('people in no group count overall only', () => {
  const map = toldMap({ A, '-': B })
  const bindings = [...binds(A, 'for-everyone'), ...binds(B, 'for-each')]
  expect(resolve({ bindings }, map).mustHold?.n).toBe(100)
  expect(
    resolve({ bindings: [...binds(A, 'for-everyone'), ...binds(B.slice(0, 5), 'for-each')] }, map).mode,
  ).toBe('floor')
})
