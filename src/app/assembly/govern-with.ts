import { randomBytes } from 'node:crypto'
import { type Charter, settingOf, TARGETS } from '../../charter/index.ts'
import type { HeldCall } from '../../io/events.ts'
import { type AssemblyId, type ClauseId, id, type ParticipantId } from '../../kernel/index.ts'
import { type Dials, GATEWAY_LIMITS, type GatewayDeps } from '../gateway/index.ts'
import type { App } from './app.ts'
import { inForce } from './charters.ts'
import { inTurn } from './in-turn.ts'
import { switchState, whyOff } from './switch.ts'

/** How long a held answer waits, and how long an approval can be used. Then it does not happen. ADR 0032. */
export const HOLD_MINUTES = 60

export interface GovernFor {
  readonly assembly: AssemblyId
  /** Whose talk it is; null for a client of the API. */
  readonly participant: ParticipantId | null
}

/** The gateway of one assembly, wired to its record. */
export function governWith(app: App, { assembly, participant }: GovernFor): GatewayDeps {
  const { store } = app.journal
  return {
    inForce: async () => {
      const version = await inForce(store, assembly)
      return version === null ? null : { charter: version.charter, hash: version.hash, assembly }
    },
    off: async () => whyOff(switchState(await store.presses())),
    model: app.model,
    judge: app.judge,
    compilePrompt,
    dialsOf: async ({ headers, charter }) => ({
      settings: settingsFor(charter, {
        ...(participant === null ? {} : Object.fromEntries(await store.dials(assembly, participant))),
        ...dialsIn(headers.get('parley-dials')),
      }),
      open: [],
    }),
    record: async (record, contents) => {
      await app.journal.commit([
        { type: 'decided', assembly, record, contents: { ...contents, participant } },
      ])
    },
    hold: async ({ record, calls }) => {
      await app.journal.commit([
        { type: 'held', assembly, decision: record.id, calls: calls as readonly HeldCall[] },
      ])
    },
    granted: (digests) => spendGrants(app, assembly, digests),
    now: () => app.now().toISOString(),
    random: (bytes) => new Uint8Array(randomBytes(bytes)),
    limits: GATEWAY_LIMITS,
  }
}

export const compilePrompt = (charter: Charter, dials: ReadonlyMap<ClauseId, number>): string => {
  const { prompt } = TARGETS
  if (prompt === undefined) throw new Error('there is no target "prompt"')
  return prompt.compile(charter, dials)
}

/** Every dial of the charter, where the person set it and within its bounds. */
function settingsFor(charter: Charter, given: Readonly<Record<string, number>>): Dials['settings'] {
  const wanted = new Map(
    Object.entries(given).map(([clause, value]) => [id<'clause'>(clause), value] as const),
  )
  const dials = charter.principles.filter((principle) => principle.kind === 'dial')
  return new Map(dials.map((dial) => [dial.id, settingOf(dial, wanted)]))
}

/**
 * Dials as a client of the API sets them for one request.
 *
 * @example
 * dialsIn('P11=3; P12=0') // => { P11: 3, P12: 0 }
 * dialsIn('P11=9; nonsense') // => {}
 */
export function dialsIn(header: string | null): Readonly<Record<string, number>> {
  const pairs = [...(header ?? '').matchAll(/(?:^|;)\s*([A-Z]\d{1,4})=([0-4])\s*(?=;|$)/g)]
  return Object.fromEntries(pairs.map(([, clause, value]) => [clause, Number(value)]))
}

/** In turn: two requests must not both use one approval. */
function spendGrants(
  app: App,
  assembly: AssemblyId,
  digests: readonly string[],
): Promise<ReadonlySet<string>> {
  const spend = async () => {
    const found = new Set<string>()
    for (const digest of new Set(digests)) {
      const grant = await app.journal.store.grant(assembly, digest)
      if (grant !== null && !isPast(grant.approvedAt, app.now())) found.add(digest)
    }
    // Half an approval would carry out half of what was asked: all calls or none.
    if (found.size < new Set(digests).size) return new Set<string>()
    await app.journal.commit([...found].map((digest) => ({ type: 'grant-spent', assembly, digest })))
    return found
  }
  return inTurn(app, spend)
}

/** When something that began then is over. */
export const deadlineOf = (at: string): Date => new Date(Date.parse(at) + HOLD_MINUTES * 60_000)

export const isPast = (at: string, now: Date): boolean => now > deadlineOf(at)
