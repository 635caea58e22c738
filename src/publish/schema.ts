import { z } from 'zod'
import { decisions, drift, findings, proof } from './schema/checks.ts'
import { cannotHonour, clauses, tradeOffs } from './schema/clauses.ts'
import { assemblyId, clauseId, count, text } from './schema/parts.ts'
import { decided, heard } from './schema/people.ts'

/**
 * The public report: whose values, decided by whom, at whose cost, whether they are kept, and what nobody knows. It is
 * computed from a study, a charter, an audit and the record, and anybody with the same input gets the same bytes.
 */

const inShort = z.strictObject({
  whoChose: text,
  whoGains: text,
  whoLoses: text,
  whatBroke: text,
  whatIsUnknown: text,
})

const assembly = z.strictObject({
  id: assemblyId,
  question: text,
  description: text,
  source: text,
  synthetic: z.boolean(),
  participants: count,
  statements: count,
  votes: count,
  cases: count,
  notes: z.array(text),
})

const unknowns = z.strictObject({
  says: text,
  unknowns: z.array(z.strictObject({ id: clauseId.nullable(), says: text, wouldSettle: text })),
})

const cannotPromise = z.array(z.strictObject({ about: text, says: text }))

export const reportSchema = z.strictObject({
  schema: z.literal('parley-report/1'),
  /** ISO 8601. */
  at: text,
  inShort,
  assembly,
  heard,
  decided,
  clauses,
  tradeOffs,
  cannotHonour,
  findings,
  decisions,
  unknowns,
  drift,
  proof,
  cannotPromise,
})

export type Report = z.infer<typeof reportSchema>
export type Heard = Report['heard']
export type HeardAttribute = Heard['attributes'][number]
export type HeardRow = HeardAttribute['rows'][number]
export type Decided = Report['decided']
export type TradeOff = Extract<Report['tradeOffs'], { kind: 'trade-offs' }>['tradeOffs'][number]
export type ReportClause = Extract<Report['clauses'], { kind: 'clauses' }>['clauses'][number]
export type ContestedClause = Extract<Report['clauses'], { kind: 'clauses' }>['contested'][number]
export type CharterStatus = Extract<Decided, { kind: 'decided' }>['status']
