import { type ClauseId, contained } from '../../kernel/index.ts'
import type { Charter, Dial } from '../schema.ts'

/**
 * A form in which a charter is handed to something that must follow or judge it. To add one: a file here, a line in
 * `index.ts`; `target.case.ts` checks what every target promises.
 *
 * A target states every floor in its own words, names the clause on each line that states one, carries the charter's
 * hash, and keeps other people's words between fences (ADR 0020).
 */
export interface Target {
  /** How commands call it. */
  readonly name: string
  readonly mediaType: string
  /** One sentence: what it is for. */
  readonly describes: string
  compile(charter: Charter, dials: DialSettings): string
}

/** What a person set, from 0 to 4; a dial that is not set stands where it starts. */
export type DialSettings = ReadonlyMap<ClauseId, number>

/**
 * Where a dial stands: as set, but never beyond what the charter allows, so that no setting can move a floor.
 *
 * @example
 * settingOf({ id: 'P5', scale: { from: 1, to: 4, start: 2 } }, new Map([['P5', 0]])) // => 1
 */
export function settingOf({ id, scale }: Pick<Dial, 'id' | 'scale'>, dials: DialSettings): number {
  const set = dials.get(id)
  if (set === undefined || !Number.isInteger(set)) return scale.start
  return Math.min(scale.to, Math.max(scale.from, set))
}

/**
 * What a setting tells the assistant: one end, or more of one than of the other.
 *
 * @example
 * settingText({ low: { instruction: 'Be gentle.' }, high: { instruction: 'Be plain.' } }, 1) // => 'Mostly: Be gentle. A little: Be plain.'
 */
export function settingText({ low, high }: Pick<Dial['scale'], 'low' | 'high'>, setting: number): string {
  const [gentle, strong] = [contained(low.instruction), contained(high.instruction)]
  if (setting === 0) return gentle
  if (setting === 4) return strong
  if (setting === 2) return `As much: ${gentle} As: ${strong}`
  return setting < 2 ? `Mostly: ${gentle} A little: ${strong}` : `Mostly: ${strong} A little: ${gentle}`
}

/**
 * A line about a clause, named by its id. Only ids stand in square brackets.
 *
 * @example
 * about('P1', 'It holds.') // => '[P1] It holds.'
 */
export const about = (clause: string, says: string): string => `[${contained(clause)}] ${says}`
