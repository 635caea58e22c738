import fc from 'fast-check'
import { parseRecord } from './parse-record.ts'
import type { ListeningRecord, ListeningRecordInput } from './record.ts'

/** Random valid records for property tests: few ids, so that records meet, replace and name each other. */

const participant = fc.constantFrom('0', '2', '10', 'anna', '__proto__', 'constructor')
const statement = fc.constantFrom('1', '9', '11', 'candour', '__proto__')
const mediation = fc.constantFrom('m1', 'm2')
const situation = fc.constantFrom('night', '3')
const response = fc.constantFrom('tell', 'wait', '7')
const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => !text.includes('\0'))
const says = { participant, statement }
const pattern = fc.constantFrom('never', 'a.b', '(x|y)')

const when = fc.oneof(
  fc.constant({ kind: 'always' } as const),
  fc.record({ kind: fc.constantFrom('request-matches', 'reply-matches'), pattern }),
)
const tools = fc.array(words, { minLength: 1, maxLength: 2 })
const rule = fc.oneof(
  fc.record({ kind: fc.constantFrom('forbid-pattern', 'require-pattern'), pattern, when }),
  fc.record({ kind: fc.constantFrom('forbid-tools', 'require-tools', 'hold-tools'), tools, when }),
  fc.record({ kind: fc.constant('ask-judge' as const), question: words, when }),
)
const end = fc.record({ label: words, instruction: words })
const scale = fc
  .record({ low: end, high: end, steps: fc.tuple(fc.nat(4), fc.nat(4), fc.nat(4)) })
  .map(({ steps, ...ends }) => {
    const [from = 0, start = 0, to = 0] = steps.toSorted()
    return { ...ends, from, start, to }
  })

const responses = fc.uniqueArray(
  fc.record(
    {
      id: response,
      kind: fc.constantFrom('acts', 'hands-over', 'absent'),
      text: words,
      signs: fc.array(
        fc.oneof(
          fc.record({ kind: fc.constant('says' as const), pattern }),
          fc.record({ kind: fc.constant('calls' as const), tool: words }),
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: ['id', 'kind', 'text'] },
  ),
  { selector: ({ id }) => id },
)

export const randomInput: fc.Arbitrary<ListeningRecordInput> = fc.oneof(
  fc.record(
    {
      type: fc.constant('assembly' as const),
      id: fc.constant('ward'),
      question: words,
      synthetic: fc.boolean(),
    },
    { requiredKeys: ['type', 'id', 'question'] },
  ),
  fc.record(
    {
      type: fc.constant('participant' as const),
      id: participant,
      declared: fc.dictionary(
        words.filter((key) => key !== '__proto__'),
        words,
        { maxKeys: 2, noNullPrototype: true },
      ),
      origin: words,
      exportedGroup: fc.constantFrom('0', '1', null),
    },
    { requiredKeys: ['type', 'id'] },
  ),
  fc.record(
    {
      type: fc.constant('statement' as const),
      id: statement,
      text: words,
      language: fc.constantFrom('en', 'zh-TW', 'und'),
      author: fc.option(participant),
      origin: fc.constantFrom('seed', 'participant'),
      subject: fc.constantFrom('value', 'about-people'),
      moderation: fc.constantFrom('shown', 'waiting', 'removed'),
    },
    { requiredKeys: ['type', 'id', 'text'] },
  ),
  fc.record(
    {
      type: fc.constant('vote' as const),
      ...says,
      vote: fc.constantFrom('agree', 'pass', 'disagree'),
      at: fc.constantFrom('2026-03-01T09:30:00Z', '2026-03-01T09:30:00.123Z', null),
      shown: fc.constantFrom(0.25, 1, null),
    },
    { requiredKeys: ['type', 'participant', 'statement', 'vote'] },
  ),
  fc.record({
    type: fc.constant('statement' as const),
    id: statement,
    text: words,
    origin: fc.constant('mediator' as const),
    written: fc.record({ model: words, mediation, prompt: fc.constant(`sha256:${'0f'.repeat(32)}`) }),
  }),
  fc.record({
    type: fc.constant('mediation' as const),
    id: mediation,
    round: fc.integer({ min: 1, max: 3 }),
    model: words,
    at: fc.constant('2026-03-01T09:30:00Z'),
    calls: fc.nat(30),
    from: fc.uniqueArray(statement),
    critiques: fc.array(fc.record({ statement, words: fc.nat(9) }), { maxLength: 2 }),
    predicted: fc.array(fc.record({ group: fc.constantFrom('A', 'B'), order: fc.uniqueArray(statement) }), {
      maxLength: 2,
    }),
  }),
  fc.record({
    type: fc.constant('ranking' as const),
    participant,
    mediation,
    order: fc.uniqueArray(statement).map((some) => some.map((one) => [one])),
  }),
  fc.record({ type: fc.constant('withdrawal' as const), ...says }),
  fc
    .record({
      type: fc.constant('comparison' as const),
      participant,
      case: situation,
      a: response,
      b: response,
      prefers: fc.constantFrom('a', 'b', 'tie'),
    })
    .filter(({ a, b }) => a !== b),
  fc.record({
    type: fc.constant('weight' as const),
    ...says,
    matters: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  }),
  fc.record({
    type: fc.constant('second-order' as const),
    ...says,
    says: fc.constantFrom('endorse', 'disown', 'unsure'),
  }),
  fc.record({
    type: fc.constant('binding' as const),
    ...says,
    holds: fc.constantFrom('for-everyone', 'for-each', 'unsure'),
  }),
  fc.record({
    type: fc.constant('reach' as const),
    ...says,
    touches: fc.constantFrom('only-me', 'others', 'unsure'),
  }),
  fc.record({
    type: fc.constant('reason' as const),
    ...says,
    side: fc.constantFrom('for', 'against'),
    words,
  }),
  fc
    .record({
      type: fc.constant('case' as const),
      id: situation,
      title: words,
      situation: words,
      opening: words,
      affected: fc.array(words, { maxLength: 2 }),
      reversible: fc.boolean(),
      responses,
    })
    .filter((record) => record.responses.filter(({ kind }) => kind === 'absent').length <= 1),
  fc.record({
    type: fc.constant('judgement' as const),
    judge: fc.constantFrom('j1', 'j2'),
    case: situation,
    response,
    statement,
    verdict: fc.constantFrom('meets', 'violates', 'irrelevant'),
  }),
  fc.record({
    type: fc.constant('drafting' as const),
    statement,
    by: words,
    motive: fc.constantFrom('control', 'censorship', 'ethics', 'pr', 'survey'),
    authority: fc.constantFrom('participants', 'operator', 'law'),
    rules: fc.array(rule, { maxLength: 2 }),
    scale: fc.option(scale),
  }),
  fc.record({
    type: fc.constant('population' as const),
    attribute: fc.constantFrom('age', 'town'),
    value: fc.constantFrom('young', 'old'),
    share: fc.double({ min: 0, max: 1, noNaN: true }).map((x) => x + 0),
    source: words,
  }),
  fc.record({
    type: fc.constant('note' as const),
    kind: fc.constantFrom('votes-counted-twice', 'column-missing'),
    count: fc.nat(),
    says: words,
  }),
)

/** A random record as the schema gives it back: every default filled in. */
export const randomRecord: fc.Arbitrary<ListeningRecord> = randomInput.map((input) => {
  const result = parseRecord(input, 'generated')
  if (result.kind === 'refused')
    throw new Error(`${JSON.stringify(result.problem)} for ${JSON.stringify(input)}`)
  return result.value
})
