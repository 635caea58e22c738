import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { type AssemblyId, id, type Problem, problemLine } from '../../kernel/index.ts'
import type { Assembly } from '../../listen/index.ts'
import { pathOf } from '../../web/page.tsx'
import { ProblemPage } from '../../web/pages/problem.tsx'
import type { Frame } from '../../web/views.ts'
import type { Site } from './context.ts'
import { type Session, sessionOf } from './session.ts'

type Element = JSX.Element

/** A page as a response. */
export const show = (c: Context, page: Element, status: 200 | 400 | 403 | 404 | 409 | 500 | 503 = 200) =>
  c.html(`<!doctype html>${page}`, status)

/** Whose page it is, and who looks at it; null: there is no such assembly. */
export interface Visit {
  readonly assembly: Assembly
  readonly session: Session
  readonly frame: Frame
}

export async function visitOf(site: Site, c: Context): Promise<Visit | null> {
  const name: AssemblyId = id(c.req.param('assembly') ?? '')
  const assembly = (await site.journal.store.assemblies()).find((one) => one.id === name)
  if (assembly === undefined) return null
  const session = sessionOf(c, site.operators)
  const frame: Frame = {
    assembly,
    role: session.operator === null ? 'participant' : 'operator',
  }
  return { assembly, session, frame }
}

/** Answers for an assembly that exists; other requests get a page that says there is none. */
export const within =
  (site: Site, answer: (c: Context, visit: Visit) => Promise<Response>) =>
  async (c: Context): Promise<Response> => {
    const visit = await visitOf(site, c)
    return visit === null ? notFound(site, c) : answer(c, visit)
  }

/** The same, for operators only. */
export const forOperators = (
  site: Site,
  answer: (c: Context, visit: Visit & { readonly operator: string }) => Promise<Response>,
) =>
  within(site, async (c, visit) =>
    visit.session.operator === null
      ? show(
          c,
          <ProblemPage
            frame={visit.frame}
            title="This page is for operators"
            what="You are here as a participant."
            kept="Nothing was changed."
            next={{
              says: 'Open your operator link in this browser first. The server wrote it to operator-links.txt in its data directory.',
              ...backTo(visit.frame),
            }}
          />,
          403,
        )
      : answer(c, { ...visit, operator: visit.session.operator }),
  )

export async function notFound(site: Site, c: Context): Promise<Response> {
  const frame = await someFrame(site, c)
  if (frame === null) return c.text('there is nothing at this address\n', 404)
  return show(
    c,
    <ProblemPage
      frame={frame}
      title="There is nothing here"
      what="No page of this assembly has this address."
      kept="Nothing was changed."
      next={{ says: 'Check the link, or begin at the assembly’s own page.', ...backTo(frame) }}
    />,
    404,
  )
}

/** What was asked cannot be done as things stand, and why. */
export const notDone = (
  c: Context,
  frame: Frame,
  {
    problem,
    back,
  }: { readonly problem: Problem; readonly back: { readonly path: string; readonly label: string } },
) =>
  show(
    c,
    <ProblemPage
      frame={frame}
      title="Not done"
      what={`${problemLine(problem)}.`}
      kept="Nothing was changed."
      next={{ says: 'Mend it and try again.', href: pathOf(frame, back.path), label: back.label }}
    />,
    409,
  )

/** What failed is written to the log, not to the page. */
export async function fault(site: Site, error: Error, c: Context): Promise<Response> {
  site.log.error({ path: c.req.path, error: error.message, stack: error.stack })
  const frame = await someFrame(site, c).catch(() => null)
  if (frame === null) return c.text('the server failed; nothing is certain to be kept\n', 500)
  return show(
    c,
    <ProblemPage
      frame={frame}
      title="There is a problem"
      what="The server could not finish this."
      kept="What was acknowledged before is kept. The last step may not be."
      next={{ says: 'Try again. If it stays, tell whoever runs this server.', ...backTo(frame) }}
    />,
    500,
  )
}

const backTo = (frame: Frame) => ({ href: pathOf(frame, ''), label: 'To the assembly' })

/** The frame of the assembly in the address, else of the first there is. */
async function someFrame(site: Site, c: Context): Promise<Frame | null> {
  const assemblies = await site.journal.store.assemblies()
  const named = /^\/a\/([^/]+)/.exec(c.req.path)?.[1]
  const assembly = assemblies.find(({ id: one }) => encodeURIComponent(one) === named) ?? assemblies[0]
  if (assembly === undefined) return null
  const { operator } = sessionOf(c, site.operators)
  return { assembly, role: operator === null ? 'participant' : 'operator' }
}

/** After a form: to a page that can be reloaded without sending it again. */
export const onward = (c: Context, path: string) => c.redirect(path, 303)

/** A field of a form as text; empty when it was not sent or is a file. */
export function field(form: Readonly<Record<string, unknown>>, name: string): string {
  const value = form[name]
  return typeof value === 'string' ? value : ''
}
