import { describe, expect, test } from 'vitest'
import { always, charterOf, floorOf, forbids, requires } from '../../test/fixtures/charter.ts'
import type { FloorRule, Trigger, Verdict } from '../kernel/index.ts'
import type { Exchange } from './decision.ts'
import { examine, questionsOf } from './examine.ts'

const says = (text: string, over: Partial<Exchange> = {}): Exchange => ({
  request: 'hello',
  outgoing: [text],
  toolCalls: [],
  choices: [{ text, tools: [] }],
  digest: 'sha256:1',
  ...over,
})

const calls = (...names: readonly string[]): Partial<Exchange> => ({
  toolCalls: names.map((name, at) => ({ id: `call-${at}`, name, arguments: '{}' })),
  choices: [{ text: '', tools: names }],
})

const noJudge: ReadonlyMap<string, Verdict> = new Map()

const found = (rules: readonly FloorRule[], exchange: Exchange, judged = noJudge) =>
  examine({ charter: charterOf({ principles: [floorOf('P1', 'A rule.', ...rules)] }), exchange, judged })
    .findings[0]

const verdict = (rules: readonly FloorRule[], exchange: Exchange, judged = noJudge) =>
  found(rules, exchange, judged)?.verdict

const onRequest = (pattern: string): Trigger => ({ kind: 'request-matches', pattern })
const onReply = (pattern: string): Trigger => ({ kind: 'reply-matches', pattern })

describe('patterns', () => {
  test('a forbidden pattern breaks the floor in any outgoing text, letters large or small', () => {
    expect(verdict([forbids('miracle cure')], says('A Miracle Cure!'))).toBe('broken')
    expect(verdict([forbids('miracle cure')], says('', { outgoing: ['ok', '{"x":"miracle cure"}'] }))).toBe(
      'broken',
    )
    expect(verdict([forbids('miracle cure')], says('Drink water.'))).toBe('kept')
  })

  test('a word split over two texts is seen joined', () => {
    expect(verdict([forbids('forbidden')], says('', { outgoing: ['it is for', 'bidden'] }))).toBe('broken')
  })

  test('an anchor still means the start of one text', () => {
    expect(verdict([forbids('^no')], says('', { outgoing: ['yes', 'no'] }))).toBe('broken')
    expect(verdict([forbids('^no')], says('', { outgoing: ['yes', 'oh no'] }))).toBe('kept')
  })

  test('a required pattern must be said to the person, in every choice', () => {
    const rule = [requires('I am an AI')]
    expect(verdict(rule, says('I am an AI.'))).toBe('kept')
    expect(verdict(rule, says('Hello.'))).toBe('broken')
    expect(verdict(rule, says('Hello.', { outgoing: ['Hello.', 'I am an AI'] }))).toBe('broken')
    const two = [
      { text: 'I am an AI', tools: [] },
      { text: 'I am Ana', tools: [] },
    ]
    expect(verdict(rule, says('', { choices: two }))).toBe('broken')
    expect(verdict(rule, says('', { choices: [] }))).toBe('broken')
  })

  test.each<[FloorRule, string]>([
    [forbids('(?!x)'), 'what cannot be read is unknown'],
    [requires('[unclosed'), 'so is what cannot be required'],
    [{ ...forbids('x'), when: onRequest('(?<=a)b') }, 'and what may not be in play'],
    [{ ...requires('x'), when: onReply('(') }, 'whichever side it looks at'],
  ])('%o: %s', (rule, _) => expect(verdict([rule], says('x'))).toBe('unknown'))

  test('a pattern made to hang a backtracking engine is harmless', () => {
    expect(verdict([forbids('^(a+)+$')], says(`${'a'.repeat(50_000)}!`))).toBe('kept')
    expect(verdict([forbids('^(a+)+$')], says('a'.repeat(50_000)))).toBe('broken')
  })
})

describe('triggers', () => {
  const rule: FloorRule = { kind: 'require-pattern', pattern: 'call 112', when: onRequest('in danger') }

  test('a rule is in play where the request matches, in any spelling', () => {
    expect(verdict([rule], says('Fine.', { request: 'I am IN DANGER' }))).toBe('broken')
    expect(verdict([rule], says('Call 112.', { request: 'I am in\u200b danger' }))).toBe('kept')
    expect(verdict([rule], says('Fine.', { request: 'What time is it?' }))).toBe('not-in-play')
  })

  test('a rule is in play where the reply matches', () => {
    const dose: FloorRule = { ...requires('ask a doctor'), when: onReply('\\d+ ?mg') }
    expect(verdict([dose], says('Take 50 mg.'))).toBe('broken')
    expect(verdict([dose], says('Take 50 mg, but ask a doctor.'))).toBe('kept')
    expect(verdict([dose], says('Take a walk.'))).toBe('not-in-play')
  })
})

describe('tools', () => {
  const forbid: FloorRule = { kind: 'forbid-tools', tools: ['delete_record'], when: always }
  const require: FloorRule = { kind: 'require-tools', tools: ['page_nurse', 'call_112'], when: always }
  const hold: FloorRule = { kind: 'hold-tools', tools: ['send_money'], when: always }

  test('a forbidden tool is known in any spelling a client might follow', () => {
    expect(verdict([forbid], says('', calls('delete_record')))).toBe('broken')
    expect(verdict([forbid], says('', calls('Delete_Record\u200b')))).toBe('broken')
    expect(verdict([forbid], says('', calls('read_record')))).toBe('kept')
  })

  test('a required tool counts only by its exact name and in every choice', () => {
    expect(verdict([require], says('', calls('call_112')))).toBe('kept')
    expect(verdict([require], says('', calls('Call_112')))).toBe('broken')
    expect(verdict([require], says('no call'))).toBe('broken')
    expect(verdict([require], says('', { choices: [] }))).toBe('broken')
    const two = [
      { text: '', tools: ['call_112'] },
      { text: 'wait', tools: [] },
    ]
    expect(verdict([require], says('', { choices: two }))).toBe('broken')
  })

  test('a held tool breaks nothing and is named, as it was called', () => {
    expect(found([hold], says('', calls('Send_Money', 'read')))).toMatchObject({
      verdict: 'kept',
      holds: ['Send_Money'],
    })
    expect(found([hold], says('no call'))).toMatchObject({ verdict: 'kept', holds: [] })
    expect(found([{ ...hold, when: onRequest('never') }], says('', calls('send_money')))?.holds).toEqual([])
  })
})

describe('judges', () => {
  const ask: FloorRule = { kind: 'ask-judge', question: 'Is it kind?', when: onRequest('hello') }
  const charter = charterOf({ principles: [floorOf('P1', 'Be kind.', ask)] })
  const [question = ''] = questionsOf(charter, says('hi'))
  const judged = (answer: Verdict) =>
    examine({ charter, exchange: says('hi'), judged: new Map([[question, answer]]) })

  test('the question carries the floor it is about, and is asked only in play', () => {
    expect(question).toBe('The rule says: Be kind. The question about it: Is it kind?')
    expect(questionsOf(charter, says('hi', { request: 'bye' }))).toEqual([])
  })

  test('where the trigger cannot be read, the judge is asked all the same', () => {
    const unreadable = floorOf('P1', 'Be kind.', { ...ask, when: onRequest('(') }, forbids('x'))
    expect(questionsOf(charterOf({ principles: [unreadable] }), says('hi'))).toHaveLength(1)
  })

  test.each(['kept', 'broken', 'unknown'] as const)('a verdict of %s is taken as it is', (answer) => {
    expect(judged(answer).findings[0]?.verdict).toBe(answer)
  })

  test('no answer is unknown', () => {
    expect(verdict([ask], says('hi'))).toBe('unknown')
  })

  test('a lenient judge does not lift what a pattern finds', () => {
    const both = floorOf('P1', 'Be kind.', ask, forbids('fool'))
    const { findings } = examine({
      charter: charterOf({ principles: [both] }),
      exchange: says('you fool'),
      judged: new Map([[question, 'kept']]),
    })
    expect(findings[0]?.verdict).toBe('broken')
  })
})

describe('a floor with several rules', () => {
  const unreadable = forbids('(')
  const absent: FloorRule = { ...forbids('x'), when: onRequest('never') }

  test('broken before unknown before kept before not in play', () => {
    expect(verdict([forbids('b'), unreadable], says('b'))).toBe('broken')
    expect(verdict([unreadable, forbids('b')], says('b'))).toBe('broken')
    expect(verdict([forbids('b'), unreadable], says('a'))).toBe('unknown')
    expect(verdict([absent, forbids('b')], says('a'))).toBe('kept')
    expect(verdict([absent], says('x'))).toBe('not-in-play')
    expect(verdict([], says('x'))).toBe('not-in-play')
  })

  test('every floor has a finding of its own, and the digest is the exchange’s', () => {
    const charter = charterOf({
      principles: [floorOf('P1', 'A', forbids('a')), floorOf('P2', 'B', forbids('b'))],
    })
    const { digest, findings } = examine({ charter, exchange: says('b'), judged: noJudge })
    expect(digest).toBe('sha256:1')
    expect(findings.map(({ clause, verdict }) => [clause, verdict])).toEqual([
      ['P1', 'kept'],
      ['P2', 'broken'],
    ])
  })
})
