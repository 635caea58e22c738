import type { Charter, Study } from '../charter/index.ts'
import { type CharterStatus, type Report, reportSchema } from './schema.ts'
import { cannotHonourIn } from './sections/cannot-honour.ts'
import { cannotPromise } from './sections/cannot-promise.ts'
import { clausesIn } from './sections/clauses.ts'
import { decidedIn } from './sections/decided.ts'
import { type DecisionCount, decisionsIn } from './sections/decisions.ts'
import { driftIn } from './sections/drift.ts'
import { type Audited, findingOfClauses, findingsIn } from './sections/findings.ts'
import { heardIn } from './sections/heard.ts'
import { inShortOf } from './sections/in-short.ts'
import { type PublishedRecord, proofIn } from './sections/proof.ts'
import { tradeOffsIn } from './sections/trade-offs.ts'
import { unknownsIn } from './sections/unknowns.ts'

/** All that a report is computed from. */
export interface ReportInput {
  readonly study: Study
  readonly charter: Charter | null
  /** What became of the charter; without one it says nothing. */
  readonly status: CharterStatus
  readonly audit: Audited
  /** What the gateway decided, counted (`countDecisions`). */
  readonly decisions: readonly DecisionCount[]
  readonly record: PublishedRecord
  /** ISO 8601. */
  readonly at: string
  /** The charter that this one replaced, where it is at hand. */
  readonly before?: Charter | null
}

/**
 * The public report. The same input gives the same report, key for key; nothing is left out: a section that cannot be
 * written says so and why.
 *
 * Source: this project, ADR 0042.
 */
export function reportOf(input: ReportInput): Report {
  const { study, charter, audit } = input
  const findingOf = findingOfClauses(audit)
  const heard = heardIn(study)
  const decided = decidedIn(charter, input.status)
  const cannotHonour = cannotHonourIn(charter)
  const findings = findingsIn(charter, audit)
  const unknowns = unknownsIn(study, charter, heard)
  const proof = proofIn(input.record, charter)
  const { assembly, participants, statements, votes, cases, notes } = study.listening
  // Parsing puts every key in the order of the schema.
  return reportSchema.parse({
    schema: 'parley-report/1',
    at: input.at,
    inShort: inShortOf({ charter, heard, decided, cannotHonour, findings, unknowns }),
    assembly: {
      ...assembly,
      participants: participants.length,
      statements: statements.length,
      votes: votes.length,
      cases: cases.length,
      notes: notes.map(({ says }) => says),
    },
    heard,
    decided,
    clauses: clausesIn(charter, findingOf),
    tradeOffs: tradeOffsIn(charter, findingOf),
    cannotHonour,
    findings,
    decisions: decisionsIn(input.decisions),
    unknowns,
    drift: driftIn(charter, input.before ?? null),
    proof,
    cannotPromise: cannotPromise({ witnessed: proof.otherSignatures > 0 }),
  } satisfies Report)
}
