import type { Charter } from '../../charter/index.ts'
import type { DecisionRecord } from '../../govern/index.ts'
import type { Judge, Model, Wire } from '../../io/models/index.ts'
import type { AssemblyId, ClauseId } from '../../kernel/index.ts'

/** Everything the gateway needs from outside, so that it runs the same in a test and in a server. */
export interface GatewayDeps {
  /** The charter in force; null where none is. */
  inForce(): Promise<InForce | null>
  /** Why the system is off; null while it is on. If it cannot be read, the gateway takes it for off. */
  off(): Promise<string | null>
  readonly model: Model
  readonly judge: Judge | null
  /** What stands before every conversation. */
  compilePrompt(charter: Charter, dials: ReadonlyMap<ClauseId, number>): string
  /** Where this person's dials stand, and what they must be asked first. */
  dialsOf(request: DialRequest): Promise<Dials>
  /** Resolves only when the record is durable; until then nothing leaves, and if it rejects nothing ever does. */
  record(record: DecisionRecord, contents: Contents): Promise<void>
  /** Puts a held answer before a person; rejects when it could not. */
  hold(held: Held): Promise<void>
  /** Which of these exact calls a person approved (`callDigest`). Each answer spends what it grants. */
  granted(digests: readonly string[]): Promise<ReadonlySet<string>>
  /** ISO 8601. */
  now(): string
  random(bytes: number): Uint8Array
  readonly limits: GatewayLimits
}

export interface InForce {
  readonly charter: Charter
  readonly hash: string
  readonly assembly: AssemblyId
}

export interface DialRequest {
  readonly headers: Headers
  readonly body: Wire
  readonly charter: Charter
}

export interface Dials {
  readonly settings: ReadonlyMap<ClauseId, number>
  /** Clauses about which the person must answer before an answer goes out. */
  readonly open: readonly ClauseId[]
}

/** What a record is about, kept where it can be erased; the record holds digests salted with this salt. */
export interface Contents {
  readonly salt: string
  /** The client's body, as it came. */
  readonly request: string
  /** The bytes that were examined, whether they were sent or not; null when the model was not asked. */
  readonly reply: string | null
}

export interface Held {
  readonly record: DecisionRecord
  /** The calls a person may approve, each named by its digest. */
  readonly calls: readonly { readonly digest: string; readonly tool: string; readonly arguments: string }[]
}

/** Each is refused with one line that names it. ADR 0022. */
export interface GatewayLimits {
  readonly bodyBytes: number
  readonly depth: number
  readonly messages: number
  readonly choices: number
  readonly replyBytes: number
  readonly milliseconds: number
}

export const GATEWAY_LIMITS: GatewayLimits = {
  bodyBytes: 8_000_000,
  depth: 64,
  messages: 1_000,
  choices: 8,
  replyBytes: 4_000_000,
  milliseconds: 120_000,
}
