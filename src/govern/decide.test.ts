import fc from 'fast-check'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { id } from '../kernel/index.ts'
import { callsToHold, decide, type Situation } from './decide.ts'
import type { Decision, ExaminedDigest, FloorFinding } from './decision.ts'
import { callDigest } from './grant.ts'

const HASH = 'sha256:charter'
const DIGEST = 'sha256:bytes' as ExaminedDigest

const finding = (clause: string, verdict: FloorFinding['verdict'], ...holds: string[]): FloorFinding => ({
  clause: id<'clause'>(clause),
  verdict,
  because: `it is ${verdict}`,
  holds,
})

const call = (name: string, args = '{}') => ({ id: 'call-1', name, arguments: args })

const situation = (over: Partial<Situation> = {}): Situation => ({
  off: null,
  examination: { digest: DIGEST, findings: [finding('P1', 'kept'), finding('P2', 'not-in-play')] },
  sending: DIGEST,
  calls: [],
  charter: { tools: { reversible: ['read', 'note'], irreversible: ['pay'] }, hash: HASH },
  grants: new Set(),
  open: [],
  ...over,
})

const found = (...findings: readonly FloorFinding[]) => ({ digest: DIGEST, findings })

describe('decide, line by line', () => {
  test('off before everything', () => {
    const at = situation({ off: 'pressed by Ana', examination: found(finding('P1', 'broken')) })
    expect(decide(at)).toEqual({ kind: 'off', because: 'pressed by Ana', clauses: [] })
  })

  test('a broken floor refuses and is cited, each with its reason', () => {
    const at = situation({
      examination: found(finding('P1', 'kept'), finding('P2', 'broken'), finding('P3', 'broken')),
    })
    expect(decide(at)).toEqual({
      kind: 'refuse',
      because: 'P2: it is broken; P3: it is broken',
      clauses: ['P2', 'P3'],
    })
  })

  test('a broken floor refuses even where other bytes were examined', () => {
    expect(decide(situation({ examination: found(finding('P1', 'broken')), sending: 'other' })).kind).toBe(
      'refuse',
    )
  })

  test.each([
    ['no examination', { examination: null }],
    ['no floor', { examination: found() }],
    ['other bytes', { sending: 'sha256:others' }],
  ] as const)('%s means that nothing was checked', (_, over) => {
    expect(decide(situation(over))).toEqual({ kind: 'hold', because: 'nothing was checked', clauses: [] })
  })

  test('an unknown floor holds and is cited', () => {
    const at = situation({ examination: found(finding('P1', 'kept'), finding('P2', 'unknown')) })
    expect(decide(at)).toEqual({ kind: 'hold', because: 'P2: it is unknown', clauses: ['P2'] })
  })

  test.each([
    ['listed irreversible', 'pay', []],
    ['listed irreversible, spelled otherwise', 'PAY\u200b', []],
    ['not listed', 'launch', []],
    ['reversible but held by a floor', 'read', ['P1']],
    ['reversible but for its spelling', 'Read', []],
  ] as const)('a tool that is %s waits for a person', (_, name, clauses) => {
    const held = clauses.length > 0 ? finding('P1', 'kept', 'read') : finding('P1', 'kept')
    expect(
      decide(situation({ calls: [call(name)], examination: found(held, finding('P2', 'kept')) })),
    ).toEqual({
      kind: 'hold',
      because: `a person approves what cannot be undone: ${name}`,
      clauses,
    })
  })

  test('a tool listed both ways is irreversible', () => {
    const tools = { reversible: ['pay'], irreversible: ['pay'] }
    expect(decide(situation({ calls: [call('pay')], charter: { tools, hash: HASH } })).kind).toBe('hold')
  })

  test('a reversible tool goes through', () => {
    expect(decide(situation({ calls: [call('read'), call('note')] })).kind).toBe('send')
  })

  test('an open question is asked', () => {
    const open = [id<'clause'>('D1')]
    expect(decide(situation({ open }))).toEqual({ kind: 'ask', about: open, clauses: open })
  })

  test('what is left is sent, citing the floors in play', () => {
    expect(decide(situation())).toEqual({ kind: 'send', digest: DIGEST, clauses: ['P1'] })
  })
})

describe('grants', () => {
  const granted = (...digests: readonly string[]) => new Set(digests)
  const exact = callDigest(call('pay', '{"to":"Ana"}'), HASH)

  test('a grant lets exactly its call through', () => {
    expect(decide(situation({ calls: [call('pay', '{"to":"Ana"}')], grants: granted(exact) })).kind).toBe(
      'send',
    )
  })

  test.each([
    ['other arguments', call('pay', '{"to":"Bo"}'), HASH],
    ['another tool', call('wire', '{"to":"Ana"}'), HASH],
    ['another charter', call('pay', '{"to":"Ana"}'), 'sha256:other'],
  ])('not %s', (_, other, hash) => {
    const charter = { ...situation().charter, hash }
    expect(decide(situation({ calls: [other], grants: granted(exact), charter })).kind).toBe('hold')
  })

  test('a grant covers one call: the same call twice needs two', () => {
    const twice = [call('pay', '{"to":"Ana"}'), call('pay', '{"to":"Ana"}')]
    expect(callsToHold(situation({ calls: twice, grants: granted(exact) }))).toEqual([twice[1]])
  })

  test('a grant lifts no floor', () => {
    const at = situation({ calls: [call('pay', '{"to":"Ana"}')], grants: granted(exact) })
    expect(decide({ ...at, examination: found(finding('P1', 'broken')) }).kind).toBe('refuse')
    expect(decide({ ...at, examination: found(finding('P1', 'unknown')) }).kind).toBe('hold')
  })

  test('half a character in an argument is an argument like any other', () => {
    expect(decide(situation({ calls: [call('pay', '\ud800')] })).kind).toBe('hold')
  })
})

const findings = fc.array(
  fc.record({
    clause: fc.constantFrom('P1', 'P2', 'P3').map((text) => id<'clause'>(text)),
    verdict: fc.constantFrom('kept', 'broken', 'unknown', 'not-in-play'),
    because: fc.constant('because'),
    holds: fc.subarray(['read', 'note']),
  }),
  { maxLength: 4 },
)

const anySituation: fc.Arbitrary<Situation> = fc
  .record({
    off: fc.option(fc.constant('pressed'), { nil: null, freq: 4 }),
    examination: fc.option(
      fc.record({ digest: fc.constantFrom('a', 'b').map((text) => text as ExaminedDigest), findings }),
      { nil: null, freq: 5 },
    ),
    sending: fc.constantFrom('a', 'b'),
    calls: fc.array(
      fc.constantFrom('read', 'note', 'pay', 'launch').map((name) => call(name)),
      { maxLength: 3 },
    ),
    grants: fc
      .subarray([callDigest(call('pay'), HASH), callDigest(call('read'), HASH)])
      .map((all) => new Set(all)),
    open: fc.array(fc.constant(id<'clause'>('D1')), { maxLength: 1 }),
  })
  .map((parts) => ({ ...situation(), ...parts }))

const holdsFor = (claim: (at: Situation, decision: Decision) => boolean) =>
  fc.assert(
    fc.property(anySituation, (at) => claim(at, decide(at))),
    { numRuns: 1000 },
  )

describe('decide, whatever happens', () => {
  test('every kind of decision is among what is generated', () => {
    const kinds = new Set(fc.sample(anySituation, { numRuns: 1000, seed: 1 }).map((at) => decide(at).kind))
    expect([...kinds].sort()).toEqual(['ask', 'hold', 'off', 'refuse', 'send'])
  })

  test('off is always off, and nothing else is', () =>
    holdsFor((at, { kind }) => (at.off !== null) === (kind === 'off')))

  test('a broken floor never yields a send', () =>
    holdsFor(
      ({ off, examination }, { kind }) =>
        !examination?.findings.some(({ verdict }) => verdict === 'broken') ||
        kind === (off === null ? 'refuse' : 'off'),
    ))

  test('a refusal always cites a broken floor', () =>
    holdsFor(
      ({ examination }, decision) =>
        decision.kind !== 'refuse' ||
        (decision.clauses.length > 0 &&
          decision.clauses.every((clause) =>
            examination?.findings.some((each) => each.clause === clause && each.verdict === 'broken'),
          )),
    ))

  test('a send carries the digest of the bytes that go out, all examined and none unknown', () =>
    holdsFor(
      ({ examination, sending }, decision) =>
        decision.kind !== 'send' ||
        (decision.digest === sending &&
          examination?.digest === sending &&
          examination.findings.length > 0 &&
          examination.findings.every(({ verdict }) => verdict === 'kept' || verdict === 'not-in-play')),
    ))

  test('no call of an irreversible tool is sent without a grant', () =>
    holdsFor(
      ({ calls, grants }, { kind }) =>
        kind !== 'send' ||
        calls.every(
          ({ name }) => name !== 'launch' && (name !== 'pay' || grants.has(callDigest(call('pay'), HASH))),
        ),
    ))

  test('one more broken floor, or the switch, never makes anything go out', () =>
    holdsFor((at) => {
      const worse = {
        ...at,
        examination: found(...(at.examination?.findings ?? []), finding('P9', 'broken')),
      }
      return decide(worse).kind !== 'send' && decide({ ...at, off: 'pressed' }).kind === 'off'
    }))
})

test('a send for unchecked bytes is not a value of the type', () => {
  expectTypeOf<string>().not.toExtend<ExaminedDigest>()
  // @ts-expect-error a plain digest says nothing about what was examined
  const forged: Decision = { kind: 'send', digest: 'sha256:bytes', clauses: [] }
  expect(forged.kind).toBe('send')
})
