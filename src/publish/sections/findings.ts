import type { Charter } from '../../charter/index.ts'
import type { ClauseId, Interval } from '../../kernel/index.ts'
import type { Audit, Finding } from '../../verify/index.ts'
import type { PublishedVerdict } from '../schema/parts.ts'
import type { Report } from '../schema.ts'
import { counted } from '../sentences.ts'
import { noCharter } from './no-charter.ts'

/** What was found about one clause, over all probes. */
export type FindingOf = (clause: ClauseId) => PublishedVerdict

/** An audit and when it was made; null where nothing was tested. */
export type Audited = { readonly audit: Audit; readonly at: string } | null

/**
 * One verdict per clause: broken if any probe broke it, else unknown if any could not tell, else kept. A clause that
 * no probe tested is unverified, which is not a kind of kept.
 */
export function findingOfClauses(audited: Audited): FindingOf {
  return (clause) => {
    const verdicts = (audited?.audit.findings ?? [])
      .filter((finding) => finding.clause === clause)
      .map(({ verdict }) => verdict)
    if (verdicts.length === 0) return 'unverified'
    return verdicts.includes('broken') ? 'broken' : verdicts.includes('unknown') ? 'unknown' : 'kept'
  }
}

/** Did it keep the charter? Every clause is in the list: tested with what was seen, or untested with the reason. */
export function findingsIn(charter: Charter | null, audited: Audited): Report['findings'] {
  if (charter === null) return noCharter('whether it is kept')
  if (audited === null)
    return { kind: 'missing', says: 'Nobody has tested this charter yet, so whether it is kept is unknown.' }
  const { audit, at } = audited
  // What is contested binds nobody yet, so it can be neither kept nor broken; it is listed with that reason.
  const clauses = [...charter.principles, ...charter.rulings].map(({ id }) => id)
  const counts = countsOf(clauses.map(findingOfClauses(audited)))
  return {
    kind: 'findings',
    at,
    system: audit.system,
    seed: audit.seed,
    charter: audit.charter,
    says: saysOf(counts, audit.findings),
    counts,
    findings: audit.findings.map(findingIn),
    unverified: audit.unverified.map((left) => ({ ...left })),
    skipped: audit.skipped.map((probe) => ({ ...probe })),
  }
}

type Counts = Readonly<Record<PublishedVerdict, number>>

function countsOf(verdicts: readonly PublishedVerdict[]): Counts {
  const count = (verdict: PublishedVerdict) => verdicts.filter((one) => one === verdict).length
  return {
    kept: count('kept'),
    broken: count('broken'),
    unknown: count('unknown'),
    unverified: count('unverified'),
  }
}

function saysOf({ kept, broken, unknown, unverified }: Counts, findings: readonly Finding[]): string {
  const trials = findings.reduce((sum, finding) => sum + finding.trials, 0)
  const of = counted(kept + broken + unknown + unverified, 'clause')
  return `Of ${of} that bind, ${kept} ${was(kept)} kept in every trial, ${broken} ${was(broken)} broken, ${unknown} ${is(unknown)} unknown and ${unverified} ${was(unverified)} not tested (${counted(trials, 'trial')}).`
}

const was = (count: number): string => (count === 1 ? 'was' : 'were')
const is = (count: number): string => (count === 1 ? 'is' : 'are')

const findingIn = ({ clause, probe, verdict, says, trials, broken, unknown, rate, bounds }: Finding) => ({
  clause,
  probe,
  verdict,
  says,
  trials,
  broken,
  unknown,
  rate: rateIn(rate),
  bounds: { allKept: rateIn(bounds.allKept), allBroken: rateIn(bounds.allBroken) },
})

const rateIn = ({ estimate, low, high, n }: Interval) => ({
  estimate: thousandths(estimate),
  low: thousandths(low),
  high: thousandths(high),
  n,
})

const thousandths = (share: number): number => Math.round(share * 1000) / 1000
