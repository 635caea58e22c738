import { Hono } from 'hono'
import type { Site } from '../context.ts'
import { enter, leave } from '../session.ts'
import { onward } from '../showing.tsx'

/** The way in: the first assembly, and operators by their link. */
export function entrance(site: Site): Hono {
  const app = new Hono()
  app.get('/', async (c) => {
    const [first] = await site.journal.store.assemblies()
    if (first === undefined)
      return c.text('There is no assembly yet. Import one: npx parley import polis DIRECTORY\n', 200)
    return onward(c, `/a/${encodeURIComponent(first.id)}`)
  })
  app.get('/enter', async (c) => {
    if (!enter(c, c.req.query('key') ?? '', site.operators))
      return c.text('this link opens nothing here\n', 403)
    const [first] = await site.journal.store.assemblies()
    return onward(c, first === undefined ? '/' : `/a/${encodeURIComponent(first.id)}/desk`)
  })
  app.post('/leave', (c) => {
    leave(c)
    return onward(c, '/')
  })
  return app
}
