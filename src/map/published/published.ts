import { type GroupId, id, type ParticipantId } from '../../kernel/index.ts'
import { type Listening, type PolisParts, polisListening } from '../../listen/index.ts'
import { membershipOf, NONE } from '../groups/membership.ts'
import { conversationOf } from '../polis/conversation.ts'
import { planeOf, positionsOf } from '../space/space.ts'
import type { VoteMatrix } from '../votes/matrix.ts'
import { idsFinding, sameAnswersFinding } from './between-files.ts'
import { consensusFinding } from './consensus-column.ts'
import type { PublishedFinding } from './finding.ts'
import { type LabelEvidence, labelEvidence, type Stood } from './label-evidence.ts'
import { type Labelled, labelsFinding } from './labels-finding.ts'
import { missingFinding } from './missing.ts'
import type { LabelRows } from './moved-labels.ts'
import { authorsFinding, peopleTotalsFinding } from './people-totals.ts'
import { signFinding } from './sign.ts'
import { statementTotalsFindings } from './statement-totals.ts'
import { summaryFinding } from './summary.ts'
import { whoIsLabelledFinding } from './who-is-labelled.ts'

/** What a published export claims, recomputed from its own votes. */
export interface PublishedAudit {
  readonly findings: readonly PublishedFinding[]
  /** The figures behind the finding on labels; null where no two groups have people who voted. */
  readonly labels: LabelEvidence | null
}

/**
 * Recomputes what a Polis export claims, everything joined by id, and says what agrees, what contradicts and what cannot
 * be told. An offer to help: a contradiction is something to look at, never a verdict on whoever published.
 *
 * Errors: none; what is missing cannot be told.
 * Source: ADR 0029.
 */
export function publishedAudit(parts: PolisParts, { seed }: { readonly seed: string }): PublishedAudit {
  const listening = polisListening(parts, { assembly: null })
  const labelled = labelledIn(parts, listening)
  const labels = labelEvidence(labelled.stood, labelled.membership, { seed })
  const findings = [
    missingFinding(parts),
    signFinding(parts),
    ...statementTotalsFindings(parts),
    peopleTotalsFinding(parts),
    authorsFinding(parts),
    sameAnswersFinding(parts),
    idsFinding(parts),
    summaryFinding(parts),
    consensusFinding(parts, listening, groupsIn(labelled.rows)),
    whoIsLabelledFinding(parts),
    labelsFinding(labelled, labels, seed),
  ]
  return { findings, labels }
}

/** The labels of an export, joined by id to a map drawn from its votes as Polis draws it. */
export function labelledIn({ matrix: listed }: PolisParts, listening: Listening): Labelled {
  const people = [...(listed?.people ?? [])]
  const rows = people.map(
    ([person, { group }]) => [person, group === null ? null : id<'group'>(group)] as const,
  )
  const matrix = conversationOf(listening).drawn
  return { stood: standingIn(matrix), membership: membershipOf(matrix, groupsIn(rows)), rows }
}

/** Where everybody stands on the map of these votes. */
export const standingIn = (matrix: VoteMatrix): Stood => ({
  matrix,
  positions: positionsOf(matrix, planeOf(matrix)),
})

/** Who is in which group; nobody, where there are more groups than a membership can hold. */
function groupsIn(rows: LabelRows): ReadonlyMap<ParticipantId, GroupId> {
  const groupOf = new Map(
    rows.flatMap(([person, group]) => (group === null ? [] : [[person, group] as const])),
  )
  return new Set(groupOf.values()).size <= NONE ? groupOf : new Map()
}
