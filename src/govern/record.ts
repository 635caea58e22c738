import { z } from 'zod'
import type { Charter } from '../charter/index.ts'
import type { AssemblyId, ClauseId, Id } from '../kernel/index.ts'
import type { Decision, Examination, FloorFinding } from './decision.ts'

/**
 * Why this answer: what was decided about one reply, by which clauses, from what was found. It is written from the
 * findings by the functions below, never by a model, and it is stored before anything leaves the gateway.
 */
const text = z.string().min(1)
const digest = z.string().regex(/^sha256:[0-9a-f]{64}$/)
const idOf = <Kind extends string>() => text.transform((value) => value as Id<Kind>)
const clauseId = idOf<'clause'>() as z.ZodType<ClauseId, string>
const assemblyId = idOf<'assembly'>() as z.ZodType<AssemblyId, string>

export const decisionRecordSchema = z.strictObject({
  schema: z.literal('parley-decision/1'),
  id: text,
  /** ISO 8601. */
  at: text,
  assembly: assemblyId,
  /** The content hash of the charter in force. */
  charter: digest,
  charterVersion: text,
  model: text,
  /** The model's answers were written beforehand by people; no AI was asked. */
  scripted: z.boolean(),
  kind: z.enum(['send', 'ask', 'hold', 'refuse', 'off']),
  because: text,
  /** Every clause of the charter, and what part it had. */
  clauses: z.array(
    z.strictObject({
      clause: clauseId,
      /**
       * The decision rests on it; it was looked at besides; it did not apply; the model was told about it, and
       * nothing looked whether it followed; it was not looked at.
       */
      part: z.enum(['decided', 'checked', 'not-in-play', 'instructed', 'not-checked']),
      because: text,
    }),
  ),
  /** Salted with the salt beside the contents, so that an erased text cannot be guessed from its digest. */
  request: digest,
  /** The same of the bytes that were examined; null when the model was not asked. */
  reply: digest.nullable(),
  /** Where each dial stood, 0 to 4. */
  dials: z.record(clauseId, z.number().int().min(0).max(4)),
  findings: z.array(
    z.strictObject({
      clause: clauseId,
      verdict: z.enum(['kept', 'broken', 'unknown', 'not-in-play']),
      because: text,
      holds: z.array(text),
    }),
  ),
  notChecked: z.array(z.strictObject({ clause: clauseId.nullable(), because: text })),
})

export type DecisionRecord = z.infer<typeof decisionRecordSchema>

/** What a record is written from. */
export interface Decided {
  readonly id: string
  readonly at: string
  readonly charter: Charter
  readonly hash: string
  readonly model: { readonly name: string; readonly scripted: boolean }
  readonly decision: Decision
  readonly examination: Examination | null
  readonly dials: ReadonlyMap<ClauseId, number>
  readonly request: string
  readonly reply: string | null
  /** Parts of the reply that no rule can read: pictures, sound. */
  readonly unreadable: readonly string[]
}

/** The record of one decision. Source: ADR 0021. */
export const recordOf = (decided: Decided): DecisionRecord => ({
  schema: 'parley-decision/1',
  id: decided.id,
  at: decided.at,
  assembly: decided.charter.assembly.id,
  charter: decided.hash,
  charterVersion: decided.charter.version,
  model: decided.model.name,
  scripted: decided.model.scripted,
  kind: decided.decision.kind,
  because: reasonOf(decided.decision),
  clauses: partsOf(decided),
  request: decided.request,
  reply: decided.reply,
  dials: Object.fromEntries(decided.dials),
  findings: (decided.examination?.findings ?? []).map((finding) => ({
    ...finding,
    holds: [...finding.holds],
  })),
  notChecked: notCheckedIn(decided),
})

/**
 * One sentence on why.
 *
 * @example
 * reasonOf({ kind: 'ask', about: [], clauses: [] }) // => 'the person is asked first'
 */
export function reasonOf(decision: Decision): string {
  if (decision.kind === 'send') return 'every floor in play is kept'
  return decision.kind === 'ask' ? 'the person is asked first' : decision.because
}

type Part = DecisionRecord['clauses'][number]

function partsOf({ charter, decision, examination, dials, reply }: Decided): Part[] {
  const findings = new Map((examination?.findings ?? []).map((finding) => [finding.clause, finding]))
  const rests = new Set(decision.kind === 'send' ? [] : decision.clauses)
  const told = (clause: ClauseId, what: string): Part =>
    rests.has(clause)
      ? { clause, part: 'decided', because: 'the person must answer about it first' }
      : reply === null
        ? { clause, part: 'not-checked', because: 'the model was not asked' }
        : { clause, part: 'instructed', because: `${what}; nothing looks whether it followed` }
  return [
    ...charter.principles.map((principle) =>
      principle.kind === 'floor'
        ? floorPart(principle.id, findings.get(principle.id), rests.has(principle.id))
        : told(
            principle.id,
            `the model was told where it stands: ${dials.get(principle.id) ?? principle.scale.start} of 4`,
          ),
    ),
    ...charter.rulings.map(({ id }) => told(id, 'the model was told about it')),
    ...charter.contested.map(
      ({ id }): Part => ({
        clause: id,
        part: 'not-in-play',
        because: 'it is contested, so the status quo stays',
      }),
    ),
  ]
}

function floorPart(clause: ClauseId, finding: FloorFinding | undefined, decides: boolean): Part {
  if (finding === undefined) return { clause, part: 'not-checked', because: 'nothing was examined' }
  const part = decides ? 'decided' : finding.verdict === 'not-in-play' ? 'not-in-play' : 'checked'
  return { clause, part, because: finding.because }
}

function notCheckedIn(decided: Decided): DecisionRecord['notChecked'] {
  const unknown = (decided.examination?.findings ?? []).filter(({ verdict }) => verdict === 'unknown')
  return [
    ...decided.unreadable.map((part) => ({ clause: null, because: `no rule can read ${part}` })),
    ...unknown.map(({ clause, because }) => ({ clause, because })),
    ...partsOf(decided)
      .filter(({ part }) => part === 'instructed' || part === 'not-checked')
      .map(({ clause, because }) => ({ clause, because })),
  ]
}
