import { randomBytes } from 'node:crypto'
import { type Context, Hono } from 'hono'
import type { Decided } from '../../../io/stores/index.ts'
import { hex, problemLine } from '../../../kernel/index.ts'
import { pathOf } from '../../../web/page.tsx'
import { DeskPage } from '../../../web/pages/desk.tsx'
import type { DeskView, HeldView } from '../../../web/views.ts'
import { inForce } from '../../assembly/charters.ts'
import { compilePrompt, deadlineOf, isPast } from '../../assembly/govern-with.ts'
import { answerHold } from '../../assembly/holds.ts'
import { inTurn } from '../../assembly/in-turn.ts'
import { mayConfirm, switchState, whyOff } from '../../assembly/switch.ts'
import { runAudit } from '../../audit.ts'
import type { Site } from '../context.ts'
import { field, forOperators, onward, show, type Visit } from '../showing.tsx'
import { allWordsIn, lastWordsIn } from '../wire.ts'

/** Where a person decides what cannot be undone, and where the switch is. Operators only. */
export function desk(site: Site): Hono {
  const app = new Hono()
  app.get(
    '/a/:assembly/desk',
    forOperators(site, async (c, visit) => show(c, await deskPage(site, c, visit))),
  )
  app.post(
    '/a/:assembly/desk/:decision',
    forOperators(site, (c, visit) => decide(site, c, visit)),
  )
  app.post(
    '/a/:assembly/off',
    forOperators(site, (c, visit) => off(site, c, visit)),
  )
  app.post(
    '/a/:assembly/on',
    forOperators(site, (c, visit) => on(site, c, visit)),
  )
  app.post(
    '/a/:assembly/audit',
    forOperators(site, (c, visit) => audit(site, c, visit)),
  )
  return app
}

type AtDesk = Visit & { readonly operator: string }

const QUIET = { problem: null, draft: '' }

/** How many of the newest decisions the desk lists. */
const LISTED = 50

async function deskPage(
  site: Site,
  c: Context,
  { assembly, frame }: AtDesk,
  { problem, draft }: { readonly problem: string | null; readonly draft: string } = QUIET,
) {
  const { store } = site.journal
  const [presses, version, waiting, decisions, counts] = await Promise.all([
    store.presses(),
    inForce(store, assembly.id),
    store.waiting(assembly.id),
    store.decisions(assembly.id, LISTED),
    store.decisionCounts(assembly.id),
  ])
  const state = switchState(presses)
  const queue = waiting.filter(({ at }) => !isPast(at, site.now())).map(heldView)
  const chosen = c.req.query('open') ?? c.req.param('decision')
  const view: DeskView = {
    on: state.kind === 'on',
    switchSays: whyOff(state) ?? (state.since === null ? 'never switched off' : `on since ${state.since.at}`),
    onAskedBy: state.kind === 'off' ? (state.onAsked?.by ?? null) : null,
    charter: version === null ? null : { version: version.charter.version, hash: version.hash },
    waiting: queue,
    open: queue.find(({ record }) => record.id === chosen) ?? queue[0] ?? null,
    decisions: decisions.map(({ record, at, contents, answer }) => ({
      record,
      at,
      request: contents === null ? null : lastWordsIn(contents.request),
      answer: answer?.answer ?? null,
    })),
    counts: Object.fromEntries(counts.map(({ kind, count }) => [kind, count])),
    at: site.now().toISOString(),
    problem,
    draft,
  }
  return <DeskPage frame={frame} view={view} />
}

const heldView = ({ record, at, contents, calls }: Decided): HeldView => ({
  record,
  at,
  until: deadlineOf(at).toISOString(),
  request: contents === null ? null : lastWordsIn(contents.request),
  reply: contents?.reply === null || contents === null ? null : allWordsIn(contents.reply),
  toolCalls: calls.map(({ tool, arguments: args }) => ({ name: tool, arguments: args })),
  digest: calls[0]?.digest ?? record.reply ?? '',
})

async function decide(site: Site, c: Context, visit: AtDesk): Promise<Response> {
  const form = await c.req.parseBody()
  const answer = field(form, 'answer')
  if (answer !== 'approved' && answer !== 'denied')
    return show(
      c,
      await deskPage(site, c, visit, {
        problem: 'Not decided: approve or deny.',
        draft: field(form, 'reason'),
      }),
      400,
    )
  const outcome = await answerHold(site, visit.assembly.id, {
    decision: c.req.param('decision') ?? '',
    answer,
    reason: field(form, 'reason'),
    by: visit.operator,
  })
  if (outcome.kind === 'refused')
    return show(
      c,
      await deskPage(site, c, visit, {
        problem: `Not decided: ${problemLine(outcome.problem)}.`,
        draft: field(form, 'reason'),
      }),
      409,
    )
  return onward(c, pathOf(visit.frame, '/desk'))
}

async function off(site: Site, c: Context, { operator, frame }: AtDesk): Promise<Response> {
  await site.journal.commit([{ type: 'switched', press: 'off', reason: 'pressed at the desk', by: operator }])
  return onward(c, pathOf(frame, '/desk'))
}

/** The first operator asks with a reason, another one confirms. */
const on = (site: Site, c: Context, visit: AtDesk): Promise<Response> =>
  inTurn(site, () => switchOn(site, c, visit))

async function switchOn(site: Site, c: Context, visit: AtDesk): Promise<Response> {
  const { operator, frame } = visit
  const state = switchState(await site.journal.store.presses())
  if (state.kind === 'on') return onward(c, pathOf(frame, '/desk'))
  const reason = field(await c.req.parseBody(), 'reason').trim()
  if (mayConfirm(state, operator)) {
    await site.journal.commit([
      {
        type: 'switched',
        press: 'on-confirmed',
        reason: reason || `as asked: ${state.onAsked?.reason ?? ''}`,
        by: operator,
      },
    ])
    return onward(c, pathOf(frame, '/desk'))
  }
  if (state.onAsked !== null)
    return show(
      c,
      await deskPage(site, c, visit, {
        problem: 'Not switched on: somebody other than you must confirm.',
        draft: '',
      }),
      409,
    )
  if (reason === '')
    return show(c, await deskPage(site, c, visit, { problem: 'Not switched on: say why.', draft: '' }), 400)
  await site.journal.commit([{ type: 'switched', press: 'on-asked', reason, by: operator }])
  return onward(c, pathOf(frame, '/desk'))
}

async function audit(site: Site, c: Context, visit: AtDesk): Promise<Response> {
  const { assembly, frame } = visit
  const version = await inForce(site.journal.store, assembly.id)
  if (version === null)
    return show(
      c,
      await deskPage(site, c, visit, { problem: 'No audit: no charter is in force.', draft: '' }),
      409,
    )
  const found = await runAudit({
    charter: version.charter,
    model: site.model,
    modelId: site.modelId,
    judge: site.judge,
    compilePrompt,
    seed: hex(new Uint8Array(randomBytes(8))),
    onProgress: () => undefined,
    signal: c.req.raw.signal,
  })
  await site.journal.commit([{ type: 'audited', assembly: assembly.id, audit: found }])
  return onward(c, pathOf(frame, '/findings'))
}
