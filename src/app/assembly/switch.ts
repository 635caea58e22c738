import type { Pressed } from '../../io/stores/index.ts'

/** Where the switch stands: a fold of its presses. */
export type SwitchState =
  | { readonly kind: 'on'; readonly since: Pressed | null }
  | { readonly kind: 'off'; readonly since: Pressed; readonly onAsked: Pressed | null }

/**
 * Off takes one press; on takes a request with a reason and somebody else who confirms it. A second person's press off
 * withdraws the request.
 *
 * @example
 * switchState([]).kind // => 'on'
 * switchState([{ press: 'off', reason: '', by: 'ada', at: '' }]).kind // => 'off'
 */
export function switchState(presses: readonly Pressed[]): SwitchState {
  let state: SwitchState = { kind: 'on', since: null }
  for (const pressed of presses) state = after(state, pressed)
  return state
}

function after(state: SwitchState, pressed: Pressed): SwitchState {
  if (pressed.press === 'off') return { kind: 'off', since: pressed, onAsked: null }
  if (state.kind === 'on') return state
  if (pressed.press === 'on-asked') return { ...state, onAsked: pressed }
  return mayConfirm(state, pressed.by) ? { kind: 'on', since: pressed } : state
}

/** Only somebody other than who asked may confirm. */
export const mayConfirm = (state: SwitchState, by: string): boolean =>
  state.kind === 'off' && state.onAsked !== null && state.onAsked.by !== by

/** Why the system is off, for whoever asks it something; null while it is on. */
export const whyOff = (state: SwitchState): string | null =>
  state.kind === 'on' ? null : `${state.since.by} switched it off on ${state.since.at}: ${state.since.reason}`
