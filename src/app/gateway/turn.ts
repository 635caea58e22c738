import type { Decision, Examination, Exchange } from '../../govern/index.ts'
import type { Wire } from '../../io/models/index.ts'
import { type Bytes, hex, sha256 } from '../../kernel/index.ts'
import type { Dials, GatewayDeps, InForce } from './deps.ts'
import type { Reading } from './reading.ts'
import type { ChatRequest } from './request.ts'
import type { Body } from './responses.ts'

/** One request on its way through. */
export interface Turn {
  readonly deps: GatewayDeps
  readonly force: InForce
  readonly request: ChatRequest
  readonly dials: Dials
  readonly id: string
  readonly salt: string
}

/** The reply as it would go out, and what was found about exactly that. */
export interface Seen {
  readonly body: Body
  readonly parts: readonly Wire[]
  readonly reading: Reading
  readonly exchange: Exchange
  readonly examination: Examination | null
}

/** What every body says of itself. */
export const markOf = ({ id, force, deps }: Turn, kind: Decision['kind']): Wire => ({
  id,
  kind,
  charter: force.hash,
  model: deps.model.name,
  scripted: deps.model.scripted,
})

/** The digest that an examination and a send are about. */
export const digestOf = (bytes: Bytes): string => `sha256:${hex(sha256(bytes))}`

/** A switch that cannot be read counts as off. */
export const whyOff = (deps: GatewayDeps): Promise<string | null> =>
  deps.off().catch(() => 'it cannot be told whether the switch is on')
