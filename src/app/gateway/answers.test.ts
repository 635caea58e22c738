import { describe, expect, test } from 'vitest'
import { charterOf, dialOf, floorOf, forbids, rulingOf } from '../../../test/fixtures/charter.ts'
import type { Decision } from '../../govern/index.ts'
import { id } from '../../kernel/index.ts'
import { asChunks, asCompletion, countsOf, ownAnswer } from './answers.ts'

const charter = charterOf({
  principles: [floorOf('P1', 'Never promise a cure.', forbids('cure')), dialOf('D1', 'How much detail.')],
  rulings: [rulingOf('R1', { inScope: [], outOfScope: [] })],
})
const clause = (name: string) => id<'clause'>(name)
const says = (decision: Exclude<Decision, { kind: 'send' }>) => ownAnswer(decision, charter, 'd-1')

describe('ownAnswer', () => {
  test('each kind says what happened, why, and what the person can do', () => {
    expect(
      says({ kind: 'refuse', because: 'P1: it forbids it', clauses: [clause('P1')] }),
    ).toMatchInlineSnapshot(`
      {
        "finish": "content_filter",
        "text": "This answer is not sent, because it would break a rule that holds for everyone here.

      Why: P1: it forbids it.

      P1: “Never promise a cure.”

      You can ask in another way, ask for a person, or ask the assembly to reopen the rule.

      Decision d-1, under “A charter for tests”, version 1.",
      }
    `)
    expect(says({ kind: 'hold', because: 'nothing was checked', clauses: [] })).toMatchInlineSnapshot(`
      {
        "finish": "content_filter",
        "text": "This answer waits for a person. Nothing was done and nothing is lost.

      Why: nothing was checked.

      You can wait for that person, ask for one, or ask for something else.

      Decision d-1, under “A charter for tests”, version 1.",
      }
    `)
    expect(says({ kind: 'ask', about: [clause('D1')], clauses: [clause('D1')] })).toMatchInlineSnapshot(`
      {
        "finish": "stop",
        "text": "Before an answer goes out, you decide something that is yours to decide.

      From “less” (0) to “more” (4).

      D1: “How much detail.”

      Set it, and ask again.

      Decision d-1, under “A charter for tests”, version 1.",
      }
    `)
    expect(says({ kind: 'off', because: 'pressed by Ana', clauses: [] })).toMatchInlineSnapshot(`
      {
        "finish": "stop",
        "text": "This assistant is switched off. Nothing goes out while it is.

      Why: pressed by Ana.

      You can ask for a person, or come back when it is on again.

      Decision d-1, under “A charter for tests”, version 1.",
      }
    `)
  })

  test('a ruling is cited as what gives way to what, and what the charter has not as just that', () => {
    const { text } = says({ kind: 'ask', about: [], clauses: [clause('R1'), clause('X9')] })
    expect(text).toContain(
      'R1: “A person in danger gets help at once. over What a caller says stays private.”',
    )
    expect(text).toContain('X9: “a clause of the charter”')
  })
})

describe('the wrapping', () => {
  const wrapping = {
    model: 'm',
    choices: 2,
    includeUsage: true,
    usage: { prompt_tokens: 1, completion_tokens: 2, total_tokens: 3 },
    parley: { id: 'd-1', scripted: false },
  }
  const answer = { text: 'No.', finish: 'content_filter' } as const

  test('whole: the same in every choice', () => {
    const { choices, usage, parley } = asCompletion(answer, wrapping)
    expect(choices).toMatchObject([
      { index: 0, message: { content: 'No.' }, finish_reason: 'content_filter' },
      { index: 1, message: { content: 'No.' }, finish_reason: 'content_filter' },
    ])
    expect([usage, parley]).toEqual([wrapping.usage, wrapping.parley])
  })

  test('in chunks: words, ends, counts where they were asked for, and the mark in the first alone', () => {
    const chunks = asChunks(answer, wrapping)
    expect(chunks.map(({ choices }) => choices)).toMatchObject([
      [{ index: 0, delta: { role: 'assistant', content: 'No.' }, finish_reason: null }],
      [{ index: 1, delta: { role: 'assistant', content: 'No.' }, finish_reason: null }],
      [{ index: 0, delta: {}, finish_reason: 'content_filter' }],
      [{ index: 1, delta: {}, finish_reason: 'content_filter' }],
      [],
    ])
    expect(chunks.map((chunk) => 'parley' in chunk)).toEqual([true, false, false, false, false])
    expect(asChunks(answer, { ...wrapping, includeUsage: false })).toHaveLength(4)
  })
})

test('counts that are no counts are nothing', () => {
  expect(countsOf([{ usage: { prompt_tokens: -1, completion_tokens: 'x' } }])).toEqual({
    prompt_tokens: 0,
    completion_tokens: 0,
    total_tokens: 0,
  })
  expect(countsOf([{ usage: null }, {}])).toMatchObject({ total_tokens: 0 })
})
