import type { Charter } from '../charter/index.ts'
import type { ClauseId } from '../kernel/index.ts'
import type { Decision, Examination, FloorFinding, ToolCall } from './decision.ts'
import { callDigest } from './grant.ts'
import { foldedName } from './spellings.ts'

/** Everything a decision rests on. */
export interface Situation {
  /** Why the system is off; null while it is on. */
  readonly off: string | null
  /** Null where nothing could be examined. */
  readonly examination: Examination | null
  /** SHA-256 of the bytes that are about to be sent. */
  readonly sending: string
  readonly calls: readonly ToolCall[]
  readonly charter: { readonly tools: Charter['tools']; readonly hash: string }
  /** Digests of calls that a person approved, one use each (`callDigest`). */
  readonly grants: ReadonlySet<string>
  /** Clauses that the person must answer about first. */
  readonly open: readonly ClauseId[]
}

/**
 * May this answer or action go out? The first line that applies wins; sending is what is left.
 *
 * A broken floor refuses before anything else is looked at, and what is unknown holds: no check means no send.
 *
 * Source: ADR 0021.
 *
 * @example
 * decide({ off: 'pressed by Ana', examination: null, sending: '', calls: [], charter: { tools: { reversible: [], irreversible: [] }, hash: '' }, grants: new Set(), open: [] }).kind // => 'off'
 */
export function decide(at: Situation): Decision {
  const findings = at.examination?.findings ?? []
  const broken = findings.filter(({ verdict }) => verdict === 'broken')
  const unknown = findings.filter(({ verdict }) => verdict === 'unknown')
  const waiting = callsToHold(at)

  if (at.off !== null) return { kind: 'off', because: at.off, clauses: [] }
  if (broken.length > 0) return { kind: 'refuse', because: reasons(broken), clauses: clausesOf(broken) }
  if (at.examination === null || findings.length === 0 || at.examination.digest !== at.sending)
    return { kind: 'hold', because: 'nothing was checked', clauses: [] }
  if (unknown.length > 0) return { kind: 'hold', because: reasons(unknown), clauses: clausesOf(unknown) }
  if (waiting.length > 0)
    return { kind: 'hold', because: approvalNeeded(waiting), clauses: clausesOf(holding(findings, waiting)) }
  if (at.open.length > 0) return { kind: 'ask', about: at.open, clauses: at.open }
  return { kind: 'send', digest: at.examination.digest, clauses: clausesOf(findings.filter(isKept)) }
}

/**
 * The calls that wait for a person: of a tool that is listed irreversible, held by a floor, or not listed at all,
 * and without a grant of their own. A grant covers one call; the same call twice needs two.
 */
export function callsToHold(
  at: Pick<Situation, 'calls' | 'charter' | 'examination' | 'grants'>,
): readonly ToolCall[] {
  const { reversible, irreversible } = at.charter.tools
  const never = new Set(
    [...irreversible, ...(at.examination?.findings ?? []).flatMap(({ holds }) => holds)].map(foldedName),
  )
  const spent = new Set<string>()
  return at.calls.filter((call) => {
    if (reversible.includes(call.name) && !never.has(foldedName(call.name))) return false
    const digest = callDigest(call, at.charter.hash)
    if (!at.grants.has(digest) || spent.has(digest)) return true
    spent.add(digest)
    return false
  })
}

const isKept = ({ verdict }: FloorFinding): boolean => verdict === 'kept'

const clausesOf = (findings: readonly FloorFinding[]): readonly ClauseId[] =>
  findings.map(({ clause }) => clause)

const reasons = (findings: readonly FloorFinding[]): string =>
  findings.map(({ clause, because }) => `${clause}: ${because}`).join('; ')

const holding = (findings: readonly FloorFinding[], calls: readonly ToolCall[]): readonly FloorFinding[] =>
  findings.filter(({ holds }) => calls.some(({ name }) => holds.includes(name)))

const approvalNeeded = (calls: readonly ToolCall[]): string =>
  `a person approves what cannot be undone: ${calls.map(({ name }) => name).join(', ')}`
