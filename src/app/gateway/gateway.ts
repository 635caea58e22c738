import { Hono } from 'hono'
import { complete } from './complete.ts'
import type { GatewayDeps } from './deps.ts'
import { jsonBody, type Problem, respond, respondProblem } from './responses.ts'

/**
 * The gateway: what OpenAI's clients speak, with the charter in force between them and the model. A client changes
 * only its base URL.
 */
export function gateway(deps: GatewayDeps): Hono {
  const app = new Hono()
  app.post('/v1/chat/completions', (c) => complete(deps, c.req.raw))
  app.get('/v1/models', async () => respond(modelsOf(deps), { charter: await hashOf(deps), decision: NONE }))
  app.notFound(async (c) => respondProblem(unknownPath(c.req.method, c.req.path), await hashOf(deps)))
  // What failed was ours and unforeseen: nothing goes out, and nothing is said about it that was not written here.
  app.onError(() => respondProblem(FAILED, null))
  return app
}

const NONE = { kind: 'none' } as const

const hashOf = async (deps: GatewayDeps): Promise<string | null> => (await deps.inForce())?.hash ?? null

const modelsOf = ({ model }: GatewayDeps) =>
  jsonBody({
    object: 'list',
    data: [
      {
        id: model.name,
        object: 'model',
        created: 0,
        owned_by: 'parley',
        parley: { scripted: model.scripted },
      },
    ],
  })

const unknownPath = (method: string, path: string): Problem => ({
  status: 404,
  code: 'unknown_path',
  message: `${method} ${path.slice(0, 100)} is not served here; try POST /v1/chat/completions or GET /v1/models`,
  retry: 'does-not-help',
})

const FAILED: Problem = {
  status: 500,
  code: 'gateway_failed',
  message: 'the gateway failed, so nothing is sent',
  retry: 'does-not-help',
}
