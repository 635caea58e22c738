import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { closeAll } from '../../io/close-all.ts'
import { JUDGE_MILLISECONDS, type Judge, type Model, modelJudge, scripted } from '../../io/models/index.ts'
import { hex, type Parsed, type Problem, parsed, refused } from '../../kernel/index.ts'
import { negotiationOf } from '../assembly/planned.ts'
import { upstreamModel } from '../assembly/upstream.ts'
import { type HouseOptions, openHouse } from '../house.ts'
import { mediationRounds } from '../mediate/rounds.ts'
import { MANNERS } from '../sample/assistant.ts'
import { openSample } from '../sample/open-sample.ts'
import { studies } from '../study/studies.ts'
import { kept, type Site } from './context.ts'
import { logger } from './logging.ts'
import { operatorsOf } from './operators.ts'
import { secretKey } from './secret-key.ts'

export interface ServeOptions extends HouseOptions {
  readonly host: string
  /** Further names it answers to. */
  readonly names: readonly string[]
  readonly port: number
  /** An OpenAI-compatible endpoint; null: the scripted model. */
  readonly upstream: string | null
  /** What the upstream calls the model. */
  readonly model: string | null
  /** Fill an empty data directory with the sample assembly. */
  readonly sample: boolean
  readonly logLevel: string
  readonly say: (line: string) => void
}

export interface Running {
  readonly address: string
  readonly linksFile: string
  close(): Promise<void>
}

/** How many people's talks and drawn statements are remembered. */
const REMEMBERED = 10_000

/** Opens everything, serves it, and closes it in the opposite order. */
export async function startServer(options: ServeOptions): Promise<Parsed<Running>> {
  const models = await modelsOf(options)
  if (models.kind === 'refused') return models
  // Asked first: making the sample takes a while, and would be for nothing.
  const taken = await portTaken(options)
  if (taken !== null) return refused(taken)
  // The pages are loaded while the database starts in its thread.
  const [house, { site }] = await Promise.all([openHouse(options), import('./site.ts')])
  if (house.kind === 'refused') return house
  const closing: (() => Promise<unknown>)[] = [house.value.close, models.value.close]
  const close = () => closeAll(closing)
  try {
    const app = await siteOf(options, { journal: house.value, ...models.value })
    closing.push(app.context.studies.close)
    closing.push(async () => app.context.mediation?.close())
    if (options.sample) await openSample(app.context, options.say)
    const listening = await listen(site(app.context), options)
    if (listening.kind === 'refused') {
      await close()
      return listening
    }
    closing.push(listening.value.stop)
    return parsed({ address: app.address, linksFile: app.linksFile, close })
  } catch (error) {
    await close()
    throw error
  }
}

interface Models {
  readonly model: Model
  readonly judge: Judge | null
  close(): Promise<void>
}

async function modelsOf({ upstream, model: named }: ServeOptions): Promise<Parsed<Models>> {
  if (upstream === null)
    return parsed({ model: scripted(MANNERS.honest), judge: null, close: async () => undefined })
  const model = await upstreamModel(upstream)
  if (model.kind === 'refused') return model
  const nonce = () => random(16)
  const judge = modelJudge({
    model: model.value,
    modelId: named ?? model.value.name,
    nonce,
    milliseconds: JUDGE_MILLISECONDS,
  })
  return parsed({ model: model.value, judge, close: () => model.value.close() })
}

const random = (bytes: number): string => hex(new Uint8Array(randomBytes(bytes)))

interface Opened {
  readonly context: Site
  readonly address: string
  readonly linksFile: string
}

async function siteOf(
  options: ServeOptions,
  app: Pick<Site, 'journal' | 'model' | 'judge'>,
): Promise<Opened> {
  const { host, port, directory } = options
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  const { operators, linksFile } = await operatorsOf(directory, address)
  const log = logger(options.logLevel)
  const now = () => new Date()
  const study = studies({
    journal: app.journal,
    negotiation: negotiationOf,
    onFailure: (failed) => log.error(failed, 'a study failed'),
    now,
  })
  const modelId = options.model ?? app.model.name
  const context: Site = {
    ...app,
    studies: study,
    charterKey: await secretKey(join(directory, 'charter.key')),
    now,
    hosts: new Set([...hostsOf(host, port), ...options.names]),
    operators,
    log,
    modelId,
    // A script's words would be ours: only a model is asked to write.
    mediation: app.model.scripted
      ? null
      : mediationRounds({
          app: { journal: app.journal, studies: study },
          mediator: { model: app.model, modelId, random, now },
          onFailure: (failed) => log.error(failed, 'a round of mediation failed'),
        }),
    talks: kept(REMEMBERED),
    drawn: kept(REMEMBERED),
  }
  return { context, address, linksFile }
}

/** Under which names the server answers; on this machine alone, under all of its names for itself. */
function hostsOf(host: string, port: number): readonly string[] {
  const own = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  return [...own, `${host}:${port}`]
}

/** What is wrong with the port, found by trying it. */
const portTaken = ({ host, port }: ServeOptions): Promise<Problem | null> =>
  new Promise((resolve) => {
    const trial = createServer()
    trial.once('error', (error) => resolve(portProblem(port, error)))
    trial.listen(port, host, () => trial.close(() => resolve(null)))
  })

const portProblem = (port: number, error: NodeJS.ErrnoException): Problem => ({
  place: `--port ${port}`,
  found: error.code === 'EADDRINUSE' ? `port ${port} in use` : error.message,
  expected: 'a free port; choose another',
})

function listen(app: Hono, { host, port }: ServeOptions): Promise<Parsed<{ stop(): Promise<void> }>> {
  return new Promise((resolve) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: host, port }, () =>
      resolve(parsed({ stop: () => stopped(server) })),
    )
    server.once('error', (error) => resolve(refused(portProblem(port, error))))
  })
}

const stopped = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
