import { type Context, Hono } from 'hono'
import { type CaseId, id, type StatementId } from '../../../kernel/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { ConflictsPage } from '../../../web/pages/conflicts.tsx'
import { MapPage } from '../../../web/pages/map.tsx'
import { NegotiatePage } from '../../../web/pages/negotiate.tsx'
import type { ConflictsView, Mapped, MapView, Studied } from '../../../web/views.ts'
import { draftCharter, nextDraft } from '../../assembly/charters.ts'
import { draftOptionsOf } from '../../assembly/planned.ts'
import type { Site } from '../context.ts'
import { forOperators, notDone, onward, show, type Visit, within } from '../showing.tsx'

/** What is computed from the answers: the map, the conflicts, the slates; and the draft that follows from them. */
export function studyPages(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/map',
    within(site, (c, visit) => map(site, c, visit)),
  )
  app.get(
    '/a/:assembly/map.json',
    within(site, async (c, { assembly }) => {
      return c.json(mapState(await site.studies.map(assembly.id)))
    }),
  )
  app.get(
    '/a/:assembly/conflicts',
    within(site, (c, visit) => conflicts(site, c, visit)),
  )
  app.get(
    '/a/:assembly/negotiate',
    within(site, async (c, { assembly, session, frame }) => {
      const view = { studied: await site.studies.of(assembly.id), canDraft: session.operator !== null }
      return show(c, <NegotiatePage frame={frame} view={view} />)
    }),
  )
  app.post(
    '/a/:assembly/draft',
    forOperators(site, async (c, { assembly, frame }) => {
      const options = await nextDraft(site, assembly.id, draftOptionsOf(assembly))
      const made = await draftCharter(site, assembly.id, options)
      return made.kind === 'parsed'
        ? onward(c, pathOf(frame, `/charter?version=${encodeURIComponent(options.version)}`))
        : notDone(c, frame, { problem: made.problem, back: { path: '/round', label: 'To the round' } })
    }),
  )
  return app
}

async function map(site: Site, c: Context, { assembly, session, frame }: Visit): Promise<Response> {
  const studied = await site.studies.map(assembly.id)
  const own =
    studied.kind === 'ready'
      ? studied.study.map.people.find((person) => person.id === session.participant)
      : undefined
  const you = own === undefined ? null : { x: own.x, y: own.y, answers: own.answers }
  return show(
    c,
    <MapPage
      frame={frame}
      view={{ studied, groups: site.studies.groups(assembly.id), you, show: shownIn(c) }}
    />,
  )
}

/** What the map is drawn from and how old it is: nothing about any one person. */
function mapState(studied: Studied<Mapped>): object {
  if (studied.kind !== 'ready') return studied
  const { drawnFrom, grouping } = studied.study.map
  return { kind: 'ready', drawnFrom, drawn: studied.drawn, grouping: grouping.kind }
}

function shownIn(c: Context): MapView['show'] {
  const statement = c.req.query('statement')
  const shown = c.req.query('show')
  if (shown === 'evidence') return { kind: 'evidence' }
  if (shown === 'statements') return { kind: 'statements', by: measureIn(c.req.query('by')) }
  if (statement !== undefined)
    return { kind: 'statement', statement: id<'statement'>(statement) as StatementId }
  return shown === 'not-heard' ? { kind: 'not-heard' } : { kind: 'groups' }
}

const measureIn = (by: string | undefined): 'agreed' | 'divides' | 'bridges' =>
  by === 'divides' || by === 'bridges' ? by : 'agreed'

const STANDINGS: ReadonlySet<string> = new Set(['alignable', 'conflicting', 'unalignable', 'undetermined'])

async function conflicts(site: Site, c: Context, { assembly, frame }: Visit): Promise<Response> {
  const standing = c.req.query('standing') ?? ''
  const view: ConflictsView = {
    studied: await site.studies.of(assembly.id),
    standing: STANDINGS.has(standing) ? (standing as ConflictsView['standing']) : 'conflicting',
    open: (c.req.query('case') ?? null) as CaseId | null,
    statements: (c.req.queries('statement') ?? []) as StatementId[],
  }
  return show(c, <ConflictsPage frame={frame} view={view} />)
}
