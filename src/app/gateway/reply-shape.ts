import type { Wire } from '../../io/models/index.ts'
import { isJsonList, isJsonObject, type Json } from '../../kernel/index.ts'

export interface Shape {
  readonly how: 'whole' | 'chunks'
  /** How many choices the client asked for. */
  readonly choices: number
}

/**
 * Whether clients can only read a part as the gateway reads it. JavaScript takes `{"0": …}` for a list, and whoever
 * prints the first choice of each chunk does not look at its index; so lists are lists, every place has its number,
 * and nobody is sent more choices than they asked for.
 *
 * Source: ADR 0022.
 */
export function isWellFormed(part: Wire, { how, choices: asked }: Shape): boolean {
  const { choices } = part
  if (choices === undefined) return how === 'chunks'
  if (!isJsonList(choices) || choices.length > asked || !choices.every(isJsonObject)) return false
  const places = choices.map(({ index }, at) => (index === undefined && how === 'whole' ? at : index))
  if (!places.every((place) => isPlace(place) && place < asked)) return false
  if (new Set(places).size < places.length) return false
  return choices.every((choice) => (how === 'whole' ? isAnswer(choice) : isDelta(choice)))
}

const isAnswer = ({ message }: Wire): boolean => isJsonObject(message) && listsOfCalls(message, 'whole')

const isDelta = ({ delta }: Wire): boolean =>
  delta === undefined || delta === null || (isJsonObject(delta) && listsOfCalls(delta, 'chunks'))

function listsOfCalls({ tool_calls: calls }: Wire, how: Shape['how']): boolean {
  if (calls === undefined || calls === null) return true
  return (
    isJsonList(calls) && calls.every((call) => isJsonObject(call) && (how === 'whole' || isPlace(call.index)))
  )
}

const isPlace = (value: Json | undefined): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0
