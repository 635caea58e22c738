import type { Decided } from '../../io/stores/index.ts'
import type { AssemblyId, Parsed } from '../../kernel/index.ts'
import { parsed, refused } from '../../kernel/index.ts'
import type { App } from './app.ts'
import { inForce } from './charters.ts'
import { isPast } from './govern-with.ts'
import { inTurn } from './in-turn.ts'
import { switchState } from './switch.ts'

export interface HoldAnswer {
  readonly decision: string
  readonly answer: 'approved' | 'denied'
  readonly reason: string
  readonly by: string
}

/** A person answers a held answer, once, in time, and with a reason. */
export const answerHold = (app: App, assembly: AssemblyId, given: HoldAnswer): Promise<Parsed<null>> =>
  inTurn(app, () => answer(app, assembly, given))

async function answer(app: App, assembly: AssemblyId, given: HoldAnswer): Promise<Parsed<null>> {
  const problem = (found: string, expected: string) =>
    refused({ place: `decision ${given.decision.slice(0, 40)}`, found, expected })
  const held = await app.journal.store.decision(given.decision)
  if (held === null || held.record.assembly !== assembly || held.record.kind !== 'hold')
    return problem('nothing that waits', 'a held answer')
  if (held.answer !== null) return problem(`an answer that ${held.answer.by} gave`, 'no answer yet')
  if (isPast(held.at, app.now()))
    return problem('a hold whose time is over', 'one that still waits; the action did not happen')
  if (given.reason.trim() === '') return problem('no reason', 'a reason, for the record and for who asked')
  await app.journal.commit([{ type: 'hold-answered', assembly, ...given, reason: given.reason.trim() }])
  return parsed(null)
}

/** What became of a held answer, for who waits for it. */
export type HoldOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'over'; readonly because: string }
  | { readonly kind: 'denied'; readonly reason: string }
  /** Calls were approved: they go through when they are asked for again, once. */
  | { readonly kind: 'approved-calls'; readonly reason: string }
  /** A person read the very bytes and lets them go out. */
  | { readonly kind: 'released'; readonly reason: string; readonly body: string }

/**
 * The outcome of a hold. A text is released only while the switch is on, and only if no floor was found broken: a
 * person can stand in for a judge, not for the assembly.
 */
export async function holdOutcome(app: App, held: Decided): Promise<HoldOutcome> {
  if (held.answer === null)
    return isPast(held.at, app.now())
      ? { kind: 'over', because: 'nobody decided in time, so it did not happen' }
      : { kind: 'waiting' }
  const { answer, reason } = held.answer
  if (answer === 'denied') return { kind: 'denied', reason }
  if (held.calls.length > 0) return { kind: 'approved-calls', reason }
  if (switchState(await app.journal.store.presses()).kind === 'off')
    return { kind: 'over', because: 'the assistant is switched off, so nothing goes out' }
  if ((await inForce(app.journal.store, held.record.assembly))?.hash !== held.record.charter)
    return { kind: 'over', because: 'another charter is in force by now, under which it was not checked' }
  if (held.record.findings.some(({ verdict }) => verdict === 'broken'))
    return { kind: 'over', because: 'a floor was broken, and nobody can lift a floor' }
  const body = held.contents?.reply ?? null
  return body === null
    ? { kind: 'over', because: 'its words were erased' }
    : { kind: 'released', reason, body }
}
