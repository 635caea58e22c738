import type { z } from 'zod'
import { type Parsed, type Problem, parsed, refused } from '../kernel/index.ts'
import { type ListeningRecord, listeningRecord, RECORD_TYPES } from './record.ts'
import { problemOf } from './zod-problem.ts'

/**
 * One record out of parsed JSON, with every default filled in.
 *
 * Errors: refused with the first field that is wrong; `place` says where the record stands.
 *
 * @example
 * const { problem } = parseRecord({ type: 'withdrawal', participant: 'p1' }, 'a.jsonl, row 3')
 * problemLine(problem) // => 'a.jsonl, row 3, field "statement": found nothing, expected an id'
 */
export function parseRecord(value: unknown, place: string): Parsed<ListeningRecord> {
  const result = listeningRecord.safeParse(value)
  return result.success ? parsed(result.data) : refused(recordProblem(result.error, value, place))
}

function recordProblem(error: z.ZodError, value: unknown, place: string): Problem {
  const problem = problemOf(error, value, place)
  const [issue] = error.issues
  const isUnknownType = issue?.code === 'invalid_union' && issue.path.at(-1) === 'type'
  return isUnknownType ? { ...problem, expected: `one of ${RECORD_TYPES.join(', ')}` } : problem
}
