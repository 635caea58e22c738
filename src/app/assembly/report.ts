import type { Study } from '../../charter/index.ts'
import type { AssemblyId } from '../../kernel/index.ts'
import { type Report, reportOf } from '../../publish/index.ts'
import type { Journal } from '../journal.ts'
import { shownOf } from './charters.ts'

export interface ReportOn {
  readonly assembly: AssemblyId
  readonly study: Study
  /** ISO 8601. */
  readonly at: string
}

/** The public report of an assembly: on the charter in force, else on the newest there is. */
export async function reportFor(
  { store, ledger }: Journal,
  { assembly, study, at }: ReportOn,
): Promise<Report> {
  const [versions, audit, decisions] = await Promise.all([
    store.charters(assembly),
    store.latestAudit(assembly),
    store.decisionCounts(assembly),
  ])
  const shown = shownOf(versions)
  return reportOf({
    study,
    charter: shown?.charter ?? null,
    status: shown?.status ?? 'draft',
    audit,
    decisions,
    record: { vkey: ledger.vkey, entries: ledger.size(), checkpoint: ledger.checkpoint() },
    at,
    before: versions.find(({ hash }) => hash === shown?.charter.parent)?.charter ?? null,
  })
}
