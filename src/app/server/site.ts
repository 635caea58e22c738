import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Site } from './context.ts'
import { guard } from './guard.ts'
import { logged } from './logging.ts'
import { assets } from './routes/assets.ts'
import { charter } from './routes/charter.tsx'
import { chat } from './routes/chat.tsx'
import { desk } from './routes/desk.tsx'
import { entrance } from './routes/entrance.ts'
import { gatewayRoutes } from './routes/gateway.ts'
import { health } from './routes/health.ts'
import { listen } from './routes/listen.tsx'
import { mediation } from './routes/mediate.tsx'
import { publicRecord } from './routes/public-record.tsx'
import { round } from './routes/round.tsx'
import { say } from './routes/say.tsx'
import { studyPages } from './routes/study.tsx'
import { fault, notFound } from './showing.tsx'

/** A form holds an answer and some words; nobody needs more. */
const FORM_BYTES = 64 * 1024

/** The whole server: what stands before every page, and who answers where. */
export function site(context: Site): Hono {
  const app = new Hono()
  app.use(logged(context.log))
  app.use(guard({ hosts: context.hosts }))
  app.route('/', health(context))
  app.route('/', assets())
  app.route('/', gatewayRoutes(context))
  // The gateway counts its own bytes; everything after this line is pages and forms.
  app.use(
    bodyLimit({ maxSize: FORM_BYTES, onError: (c) => c.text('a form of at most 64 kB is expected\n', 413) }),
  )
  app.route('/', entrance(context))
  app.route('/', listen(context))
  app.route('/', say(context))
  app.route('/', studyPages(context))
  app.route('/', mediation(context))
  app.route('/', charter(context))
  app.route('/', round(context))
  app.route('/', chat(context))
  app.route('/', desk(context))
  app.route('/', publicRecord(context))
  app.notFound((c) => notFound(context, c))
  app.onError((error, c) => fault(context, error, c))
  return app
}
