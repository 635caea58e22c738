import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { FORMATS, type Report } from '../../../publish/index.ts'
import { UnreadyPage } from '../../../web/pages/counting.tsx'
import { FindingsPage } from '../../../web/pages/findings.tsx'
import { ReportPage } from '../../../web/pages/report.tsx'
import type { Studied } from '../../../web/views.ts'
import { inForce } from '../../assembly/charters.ts'
import { reportFor } from '../../assembly/report.ts'
import type { Site } from '../context.ts'
import { show, type Visit, within } from '../showing.tsx'

/** What anybody may read and check: findings, report and the record itself. */
export function publicRecord(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/findings',
    within(site, async (c, { assembly, frame }) => {
      const charter = (await inForce(site.journal.store, assembly.id))?.charter ?? null
      const audit = await site.journal.store.latestAudit(assembly.id)
      return show(c, <FindingsPage frame={frame} view={{ charter, audit }} />)
    }),
  )
  app.get(
    '/a/:assembly/report',
    within(site, (c, visit) => reportPage(site, c, visit)),
  )
  app.get(
    '/a/:assembly/report.json',
    within(site, (c, visit) => reportAsData(site, c, visit)),
  )
  app.get(
    '/a/:assembly/record.ledger',
    within(site, (c) => recordFile(site, c)),
  )
  return app
}

type Reported =
  | { readonly kind: 'report'; readonly report: Report }
  | { readonly kind: 'not-yet'; readonly studied: Exclude<Studied, { kind: 'ready' }> }

async function reported(site: Site, { assembly }: Visit): Promise<Reported> {
  const studied = await site.studies.of(assembly.id)
  if (studied.kind !== 'ready') return { kind: 'not-yet', studied }
  const at = site.now().toISOString()
  return {
    kind: 'report',
    report: await reportFor(site.journal, { assembly: assembly.id, study: studied.study, at }),
  }
}

async function reportPage(site: Site, c: Context, visit: Visit): Promise<Response> {
  const outcome = await reported(site, visit)
  return outcome.kind === 'report'
    ? show(c, <ReportPage frame={visit.frame} report={outcome.report} />)
    : show(c, <UnreadyPage frame={visit.frame} current="report" title="Report" studied={outcome.studied} />)
}

async function reportAsData(site: Site, c: Context, visit: Visit): Promise<Response> {
  const outcome = await reported(site, visit)
  if (outcome.kind === 'not-yet') {
    c.header('retry-after', '2')
    return c.json({ error: 'the answers are still being counted' }, 503)
  }
  const { print, mediaType } = FORMATS.json as (typeof FORMATS)[string]
  return c.body(print(outcome.report), 200, { 'content-type': mediaType })
}

/** The whole record; what was said is in it only as digests. */
async function recordFile(site: Site, c: Context): Promise<Response> {
  const directory = await mkdtemp(join(tmpdir(), 'parley-'))
  try {
    const path = join(directory, 'record.ledger')
    await site.journal.ledger.export(path)
    return c.body(await readFile(path), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="record.ledger"',
    })
  } finally {
    await rm(directory, { recursive: true })
  }
}
