import { describe, expect, test } from 'vitest'
import { charterFixture, FIXTURE_CLAUSES } from '../charter.fixture.ts'
import { expectGolden } from '../golden.case.ts'
import type { Charter, Floor } from '../schema.ts'
import { TARGETS } from './index.ts'
import { prompt } from './prompt.ts'
import { rubric } from './rubric.ts'
import { targetCase } from './target.case.ts'

for (const target of Object.values(TARGETS)) targetCase(target)

const GOLDENS = 'test/goldens/charter'
const gentle = new Map([[FIXTURE_CLAUSES.blunt, 1]])

const withRules = (rules: Floor['rules']): Charter => {
  const [first, ...rest] = charterFixture.principles
  return { ...charterFixture, principles: [{ ...(first as Floor), rules }, ...rest] }
}

describe('the system prompt', () => {
  test('reads like this', () => {
    expectGolden(`${GOLDENS}/prompt.txt`, prompt.compile(charterFixture, gentle))
  })

  test('says what each rule about tools asks, and where', () => {
    const text = prompt.compile(
      withRules([
        { kind: 'forbid-tools', tools: ['pay', 'book'], when: { kind: 'request-matches', pattern: 'x' } },
        { kind: 'require-tools', tools: ['log'], when: { kind: 'reply-matches', pattern: 'x' } },
        { kind: 'ask-judge', question: 'Is it kind?', when: { kind: 'always' } },
      ]),
      new Map(),
    )
    expect(text).toContain(
      '\n[P1] Never call for some requests: pay, book.\n[P1] Call one of these for some replies: log.\n[P1] A judge will ask: «Is it kind?»\n',
    )
  })

  test('does not repeat what two patterns say alike', () => {
    const pattern = { kind: 'forbid-pattern', pattern: 'x', when: { kind: 'always' } } as const
    const text = prompt.compile(withRules([pattern, { ...pattern, pattern: 'y' }]), new Map())
    expect(text.match(/\[P1\] What you send is checked by a pattern\./g)).toHaveLength(1)
  })

  test('says that a part is empty', () => {
    const text = prompt.compile({ ...charterFixture, rulings: [], cannotHonour: [] }, new Map())
    expect(text).toContain('in the named cases only.\nNone.\n')
    expect(text).toContain('never pretend.\nNone.\n')
  })

  test('says where nothing of a value is kept', () => {
    const [clause] = charterFixture.cannotHonour
    const text = prompt.compile(
      { ...charterFixture, cannotHonour: [{ ...clause!, honouredIn: [] }] },
      new Map(),
    )
    expect(text).toContain('Held by 24 people. No part of it is kept anywhere.')
  })
})

describe('the rubric', () => {
  const read = (charter: Charter) =>
    JSON.parse(rubric.compile(charter, gentle)) as {
      questions: { clause: string; ask: string; opening: string | null }[]
    }

  test('reads like this', () => {
    expectGolden(`${GOLDENS}/rubric.json`, rubric.compile(charterFixture, gentle))
  })

  test('asks about every clause that a transcript can keep or break', () => {
    const asked = new Set(read(charterFixture).questions.map(({ clause }) => clause))
    expect([...asked]).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'R1', 'U1'])
  })

  test('asks a drafted question besides the floor itself', () => {
    const { questions } = read(
      withRules([{ kind: 'ask-judge', question: 'Is it kind?', when: { kind: 'always' } }]),
    )
    expect(questions.filter(({ clause }) => clause === 'P1').map(({ ask }) => ask)).toEqual([
      expect.stringContaining('never claims to be a person.'),
      '[P1] On this floor, is it so? «Is it kind?»',
    ])
  })

  test('asks about a ruling where nobody knows what follows it', () => {
    const [ruling] = charterFixture.rulings
    const bare = { ...ruling!, inScope: [{ ...ruling!.inScope[0]!, honours: [] }], outOfScope: [] }
    const { questions } = read({ ...charterFixture, rulings: [bare] })
    expect(questions.find(({ clause }) => clause === 'R1')!.ask).toMatch(/ here\?$/)
  })
})
