import { z } from 'zod'
import type { Case, CaseResponse } from './listening.ts'
import { idOf, oneOf, text, words, yesOrNo } from './schema-words.ts'

/** The id of the response "hand to a person", where a case does not bring its own. */
export const HAND_OVER = 'hand-over'

/** The id of the response "no AI acts", where a case does not bring its own. */
export const ABSENT = 'absent'

/** With "hand to a person" there is one bit of a word for each response that acts (ADR 0062). */
export const MOST_RESPONSES = 30

const sign = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('says'), pattern: words }),
    z.strictObject({ kind: z.literal('calls'), tool: words }),
  ],
  'a sign: {"kind":"says","pattern":…} or {"kind":"calls","tool":…}',
)

const response = z
  .strictObject({
    id: idOf<'response'>(),
    kind: oneOf('acts', 'hands-over', 'absent'),
    text,
    signs: z.array(sign, 'a list of signs').default([]),
    admissible: yesOrNo.optional(),
  })
  // Nobody said that no AI may be chosen, so it may not be: the honoured scope of a value is claimed, never assumed.
  .transform(({ admissible, ...rest }) => ({ ...rest, admissible: admissible ?? rest.kind !== 'absent' }))
  .refine(({ kind, admissible }) => admissible || kind === 'absent', {
    error: 'true, because only "absent" can be inadmissible',
    path: ['admissible'],
  })

/** A case as it is recorded; `completeCase` adds the responses that every case has. */
export const caseRecord = z.strictObject({
  type: z.literal('case'),
  id: idOf<'case'>(),
  title: words,
  situation: words,
  opening: words,
  affected: z.array(words, 'a list of texts').default([]),
  reversible: yesOrNo,
  responses: z
    .array(response, 'a list of responses')
    .max(MOST_RESPONSES, `at most ${MOST_RESPONSES} responses`)
    .refine(eachOnce, 'responses with an id each')
    .refine(oneAbsence, 'at most one response of kind "absent"')
    .refine(reservedIds, `"${HAND_OVER}" only for kind "hands-over" and "${ABSENT}" only for kind "absent"`),
})

/**
 * The case with "hand to a person" and "no AI acts" among its responses, added at the end where they were left out.
 *
 * Without them a case would hide two answers that are always possible. An absence that was added is not admissible:
 * nobody said that no AI may be chosen here.
 *
 * Source: DESIGN, words: case.
 */
export function completeCase(given: Case): Case {
  const kinds = new Set(given.responses.map(({ kind }) => kind))
  const missing = ALWAYS_POSSIBLE.filter(({ kind }) => !kinds.has(kind))
  return missing.length === 0 ? given : { ...given, responses: [...given.responses, ...missing] }
}

const ALWAYS_POSSIBLE: readonly CaseResponse[] = [
  {
    id: HAND_OVER as CaseResponse['id'],
    kind: 'hands-over',
    text: 'Hand to a person.',
    signs: [],
    admissible: true,
  },
  { id: ABSENT as CaseResponse['id'], kind: 'absent', text: 'No AI acts.', signs: [], admissible: false },
]

type Responses = readonly Pick<CaseResponse, 'id' | 'kind'>[]

function eachOnce(responses: Responses): boolean {
  return new Set(responses.map(({ id }) => id)).size === responses.length
}

function oneAbsence(responses: Responses): boolean {
  return responses.filter(({ kind }) => kind === 'absent').length <= 1
}

function reservedIds(responses: Responses): boolean {
  return responses.every(
    ({ id, kind }) => (id !== HAND_OVER || kind === 'hands-over') && (id !== ABSENT || kind === 'absent'),
  )
}
